import { type AllPageTexts, pageTextsId } from '#shared/reading-copy/page-texts.ts';

/** What the page itself says, in each language; they were written with it. */
export function readPageTexts(): AllPageTexts {
	return JSON.parse(document.getElementById(pageTextsId)?.textContent ?? '') as AllPageTexts;
}
