/** Marks within marks, where the outer ones may not stand again. */
const innerOf: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
	['“”', ['‘', '’']],
	['„“', ['‚', '‘']],
	['„”', ['‚', '’']],
	['«»', ['“', '”']],
]);

/**
 * Words that are set between `open` and `close`: the same marks within them become those of the second level, those of
 * the second level within these the first again. What is between other marks stays. Spaces that keep marks from their
 * words (French) go with the marks.
 */
export function withInnerMarks(words: string, open: string, close: string): string {
	const [innerOpen, innerClose] = innerOf.get(open + close) ?? [];
	if (!innerOpen || !innerClose || !(words.includes(open) || words.includes(close))) return words;
	// German closes with the mark that opens in English; a closing mark before a letter is an apostrophe.
	const others = open === '„' ? '' : '„[^„“”]*[“”]|';
	const marks = `${open}[\u00a0\u202f]?|[\u00a0\u202f]?${close}|${innerOpen}|${innerClose}(?!\\p{L})`;
	/** The opening marks that we are within, as they stood. */
	const within: string[] = [];
	const levelled = (part: string, outer: string, inner: string): string => {
		// In marks of the second level alone nothing clashes.
		if (within[0] === innerOpen) return part;
		const mark = within.length > 0 && within.length % 2 === 0 ? outer : inner;
		return part.trim() === mark ? part : mark;
	};
	return words.replace(new RegExp(others + marks, 'gu'), (part) => {
		const mark = part.trim();
		if (mark === open || mark === innerOpen) {
			within.push(mark);
			return levelled(part, open, innerOpen);
		}
		const closes = mark === close || (mark === innerClose && within.at(-1) === innerOpen);
		if (!closes) return part;
		const closing = levelled(part, close, innerClose);
		within.pop();
		return closing;
	});
}
