/** A part of a text, from this UTF-16 offset in it. */
export interface Excerpt {
	text: string;
	start: number;
}

const lengthBefore = 90;
const lengthAfter = 120;

/** The words around a place, whole words of some 90 UTF-16 units before it and 120 after it. */
export function excerptAround(text: string, start: number, end: number): Excerpt {
	const from = wordStart(text, Math.max(0, start - lengthBefore), start);
	const to = wordEnd(text, Math.min(text.length, end + lengthAfter), end);
	return { text: text.slice(from, to), start: from };
}

/** The next beginning of a word; `limit` where there is none before it. */
function wordStart(text: string, from: number, limit: number): number {
	if (from === 0) return 0;
	const space = text.slice(from, limit).search(/\s/);
	return space < 0 ? limit : from + space + 1;
}

function wordEnd(text: string, to: number, limit: number): number {
	if (to === text.length) return to;
	const space = text.slice(limit, to).search(/\s\S*$/);
	return space < 0 ? limit : limit + space;
}
