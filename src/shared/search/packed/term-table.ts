import type { Sections } from './segment.ts';

/** The terms of a segment in ascending order of UTF-16 units, as JavaScript compares strings. */
export interface TermTable {
	readonly count: number;
	termAt(index: number): string;
	/** -1 where it is not there. */
	indexOf(term: string): number;
	/** The first and the first after those that begin with `start`. */
	rangeOf(start: string): [first: number, end: number];
	/** Those that are `most` edits away at most; the term itself is 0 away. */
	within(term: string, most: number): { index: number; distance: number }[];
}

export function createTermTable({ chars, termStarts, shared }: Pick<Sections, 'chars' | 'termStarts' | 'shared'>) {
	const count = termStarts.length - 1;

	/** Below, at or above 0 as the term comes before, is, or comes after `wanted`; as a beginning, the rest is left out. */
	function compareAt(index: number, wanted: string, isBeginning: boolean): number {
		const start = termStarts[index] as number;
		const length = (termStarts[index + 1] as number) - start;
		const compared = Math.min(length, wanted.length);
		for (let at = 0; at < compared; at++) {
			const difference = (chars[start + at] as number) - wanted.charCodeAt(at);
			if (difference !== 0) return difference;
		}
		return isBeginning && length > wanted.length ? 0 : length - wanted.length;
	}
	function firstWhere(isReached: (index: number) => boolean): number {
		let [low, high] = [0, count];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (isReached(middle)) high = middle;
			else low = middle + 1;
		}
		return low;
	}
	const table: TermTable = {
		count,
		termAt(index) {
			let term = '';
			const end = termStarts[index + 1] as number;
			for (let at = termStarts[index] as number; at < end; at++) term += String.fromCharCode(chars[at] as number);
			return term;
		},
		indexOf(term) {
			const index = firstWhere((each) => compareAt(each, term, false) >= 0);
			return index < count && compareAt(index, term, false) === 0 ? index : -1;
		},
		rangeOf: (start) => [
			firstWhere((each) => compareAt(each, start, true) >= 0),
			firstWhere((each) => compareAt(each, start, true) > 0),
		],
		within: (term, most) => termsWithin({ chars, termStarts, shared }, term, most),
	};
	return table;
}

/**
 * Levenshtein distance of every term, row by row of the usual table: a term goes on from the row that it shares with the
 * term before, and what begins as something that is too far away already is passed over.
 */
function termsWithin(
	{ chars, termStarts, shared }: Pick<Sections, 'chars' | 'termStarts' | 'shared'>,
	wanted: string,
	most: number,
): { index: number; distance: number }[] {
	const width = wanted.length + 1;
	const deepest = wanted.length + most;
	const rows = new Uint8Array(width * (deepest + 2)).map((_, at) => (at < width ? at : 0));
	const found: { index: number; distance: number }[] = [];
	/** Rows that hold for the term before. */
	let filled = 0;
	/** So many units of the term before are too far away, whatever follows; Infinity when none are. */
	let hopeless = Number.POSITIVE_INFINITY;
	for (let index = 0; index + 1 < termStarts.length; index++) {
		const common = shared[index] as number;
		if (common >= hopeless) continue;
		hopeless = Number.POSITIVE_INFINITY;
		const start = termStarts[index] as number;
		const length = (termStarts[index + 1] as number) - start;
		let depth = Math.min(common, filled);
		while (depth < length && hopeless === Number.POSITIVE_INFINITY) {
			depth += 1;
			if (depth > deepest || fillRow(rows, width, depth, chars[start + depth - 1] as number, wanted) > most) {
				hopeless = depth;
			}
		}
		filled = Math.min(depth, deepest);
		if (hopeless !== Number.POSITIVE_INFINITY) continue;
		const distance = rows[depth * width + wanted.length] as number;
		if (distance <= most) found.push({ index, distance });
	}
	return found;
}

/** Gives the least distance in the row. */
function fillRow(rows: Uint8Array, width: number, depth: number, char: number, wanted: string): number {
	const row = depth * width;
	const before = row - width;
	rows[row] = depth;
	let least = depth;
	for (let at = 1; at < width; at++) {
		const replaced = (rows[before + at - 1] as number) + (wanted.charCodeAt(at - 1) === char ? 0 : 1);
		const next = Math.min(replaced, (rows[before + at] as number) + 1, (rows[row + at - 1] as number) + 1);
		rows[row + at] = next;
		if (next < least) least = next;
	}
	return least;
}
