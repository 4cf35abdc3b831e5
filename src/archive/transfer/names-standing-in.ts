import { setImmediate as nextTurn } from 'node:timers/promises';
import { sweepTexts } from '#archive/packages/sweep/sweep-texts.ts';
import type { WithheldName } from '#archive/packages/sweep/withheld-names.ts';
import { foldText } from '#shared/text/fold-text.ts';

/**
 * Which of the names stand in what people wrote: in any form and script, as a share is swept, and within other words too,
 * as in names of files. Gives way to other work.
 */
export async function namesStandingIn(
	texts: Iterable<string>,
	names: readonly WithheldName[],
): Promise<ReadonlySet<string>> {
	if (names.length === 0) return new Set();
	const unlike = [...new Set(texts)].filter((text) => text !== '');
	const { names: swept } = await sweepTexts(
		unlike.map((text) => ({ text, path: '', recordId: null })),
		{ names },
	);
	const met = new Set(swept);
	// Folded and as they are: a word of two scripts is folded as one of them.
	const searched = [foldText, lowered].map((form) => ({ form, text: form(unlike.join('\n')) }));
	for (const { name, terms } of names) {
		if (met.has(name)) continue;
		if (terms.some((term) => searched.some(({ form, text }) => text.includes(form(term))))) met.add(name);
		await nextTurn();
	}
	return met;
}

function lowered(text: string): string {
	return text.normalize('NFC').toLowerCase();
}
