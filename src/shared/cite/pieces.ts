import type { Creator } from '../domain/record.ts';
import { withinLine } from '../text/base-direction.ts';
import { type ArchivalLocation, type LocationLevel, locationLevels } from './archival-location.ts';
import { citedDate } from './cited-date.ts';
import type { CitedItem } from './cited-item.ts';
import type { CiteWords } from './words/all-words.ts';

/** The parts that are there, between separators: a missing one leaves no punctuation behind. */
export function joined(parts: readonly string[], separator: string): string {
	return parts.filter((part) => part !== '').join(separator);
}

/** Ends a sentence, once: not where it has an end of its own, and behind a closing mark as within it. */
export function sentence(text: string): string {
	return text === '' || /[.?!…։․؟][»”’"]*\u200E?$/u.test(text) ? text : `${text}.`;
}

/**
 * Names as they are written: whoever is only attributed or inferred stands in brackets, as catalogues have it. A role stands
 * behind its name.
 */
export function creatorNames(creators: readonly Creator[]): string[] {
	return creators.flatMap(({ name, role, certainty }) => {
		const [who, what] = [name.trim(), role.trim()];
		if (who === '') return [];
		const named = what === '' ? who : `${who} (${what})`;
		if (certainty === 'stated') return [named];
		return [certainty === 'attributed' ? `[${named}?]` : `[${named}]`];
	});
}

/** The same as they stand in a reference, where more follows them. */
export function creatorNamesInLine(creators: readonly Creator[]): string[] {
	return creatorNames(creators).map(withinLine);
}

/** The date of the item; one that is inferred stands in brackets. */
export function dateOf({ date, isDateInferred }: CitedItem, words: CiteWords): string {
	const text = citedDate(date, words);
	return text !== '' && isDateInferred ? `[${text}]` : text;
}

/** For what is only described: where it is reported, or that nobody has seen it. */
export function reportedIn({ holding, knownFrom }: CitedItem, words: CiteWords): string {
	if (holding !== 'described-only') return '';
	return knownFrom === '' ? words.notConsulted : words.asReportedIn(withoutStop(knownFrom));
}

/** ¶ numbers, and of a transcript the times, which hold in every edition of it. */
export function paragraphsOf({ paragraphs, times }: CitedItem, words: CiteWords): string {
	return joined([paragraphs === '' ? '' : words.paragraphs(paragraphs), times], ', ');
}

/** The levels of the reference code with a style's own labels, a part each. */
export function codeParts(
	location: ArchivalLocation | null,
	labels: Readonly<Record<LocationLevel, string>>,
): string[] {
	const parts = [...(location?.parts ?? [])];
	parts.sort((a, b) => locationLevels.indexOf(a.level) - locationLevels.indexOf(b.level));
	return parts.map(({ level, value }) => `${labels[level]} ${value}`);
}

/** First digits of the text's digest: enough to tell the editions of one record apart. */
export function editionDigits({ edition }: CitedItem): string {
	return edition === null ? '' : edition.textSha256.slice(0, 8);
}

/** An address so that no punctuation around it is taken for a part of it (RFC 3986, appendix C). */
export function bracketed(address: string): string {
	return address === '' ? '' : `<${address}>`;
}

export function withoutStop(text: string): string {
	return text.replace(/[.։․\s]+$/u, '');
}
