import { apostrophes } from '#shared/text/tokenise.ts';

/** Signs that keyboards have one of and texts have several of. */
const sameSigns = [`${apostrophes}‚‹›`, '"“”„‟«»″'].flatMap((signs) =>
	[...signs].map((sign) => [sign, `[${signs}]`] as const),
);
/** Armenian has one of its own. */
const hyphens = '-\u2010\u2011\u058A';

/** Letters that are written in two ways. Each takes the other; an accent may be a sign of its own. */
const sameLetters = [
	['е', '(?:е\\u0308?|ё)'],
	['ё', '(?:е\\u0308?|ё)'],
	['և', '(?:և|եւ)'],
] as const;

const known: ReadonlyMap<string, string> = new Map([
	...sameSigns,
	...sameLetters,
	// At the end of a line the word goes on in the next one.
	...[...hyphens].map((hyphen) => [hyphen, `[${hyphens}](?:[^\\S\\n]*\\n[^\\S\\n]*)?`] as const),
]);

/**
 * What was typed as a pattern that finds it as people mean it: without regard to case, any white space for any other, one
 * kind of quotation mark, apostrophe and hyphen for every kind, and accented letters however they are encoded. Null for nothing.
 */
export function findPattern(words: string): RegExp | null {
	const parts = words.trim().split(/\s+/).filter(Boolean);
	if (parts.length === 0) return null;
	return new RegExp(parts.map(partPattern).join('\\s+'), 'giu');
}

function partPattern(part: string): string {
	return [...part.normalize('NFC').replaceAll(/եւ/giu, 'և')].map(signPattern).join('');
}

function signPattern(sign: string): string {
	const pattern = known.get(sign.toLowerCase());
	if (pattern) return pattern;
	const apart = sign.normalize('NFD');
	return apart === sign ? escaped(sign) : `(?:${escaped(sign)}|${escaped(apart)})`;
}

function escaped(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
