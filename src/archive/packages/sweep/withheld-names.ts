import type { Name } from '#shared/domain/name.ts';
import { wordsOf } from '#shared/search/words.ts';

/** A name that no copy which is handed on may hold, and all that it is looked for by. */
export interface WithheldName {
	/** As the archivist wrote it. */
	name: string;
	/** It, and the other forms of the name that the archive has under it. */
	terms: string[];
}

/**
 * The names that archivists said are to be withheld, whichever record they said it of: whoever must not be named in one
 * must not be named in another.
 */
export function withheldNames(written: Iterable<string>, known: readonly Name[]): WithheldName[] {
	const byKey = new Map<string, string>();
	for (const name of written) if (keyOf(name) !== '' && !byKey.has(keyOf(name))) byKey.set(keyOf(name), name.trim());
	return [...byKey].map(([key, name]) => ({ name, terms: [...new Set([name, ...otherForms(key, known)])] }));
}

/** Tells whether a name of the archive is one of those. */
export function withheldTest(withheld: readonly WithheldName[]): (name: Pick<Name, 'forms'>) => boolean {
	const keys = new Set(withheld.flatMap(({ terms }) => terms.map(keyOf)));
	return ({ forms }) => forms.some(({ text }) => keys.has(keyOf(text)));
}

function otherForms(key: string, known: readonly Name[]): string[] {
	return known
		.filter(({ forms }) => forms.some(({ text }) => keyOf(text) === key))
		.flatMap(({ forms }) => forms.map(({ text }) => text));
}

/** The words as the search compares them. */
function keyOf(name: string): string {
	return wordsOf(name)
		.map(({ term }) => term)
		.join(' ');
}
