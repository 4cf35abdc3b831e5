import type { ComparableText } from './comparable-text.ts';
import { isConfusable } from './confusable.ts';

const match = 4;
const confusion = 1;
const mismatch = -3;
const open = -4;
/** What goes or comes begins with a passage more often than in the middle of a sentence. */
const openAtPassage = -2;
const extend = -1;
const impossible = -1_000_000_000;

const fromDiagonal = 0;
const fromInsertion = 1;
const fromDeletion = 2;
const insertionGoesOn = 4;
const deletionGoesOn = 8;

/**
 * Aligns two short strings over their whole length (Needleman and Wunsch with Gotoh's gap costs: a paragraph that is gone
 * is one gap and does not scatter its letters over what stands in its place). Calls `pair` from the last to the first for
 * every two units that stand for each other. Takes a byte for each pair of units.
 */
export function alignPair(
	old: ComparableText,
	other: ComparableText,
	pair: (oldAt: number, newAt: number) => void,
): void {
	const width = other.text.length + 1;
	const traces = fillTraces(old, other, width);
	let row = old.text.length;
	let column = other.text.length;
	let state = fromDiagonal;
	while (row > 0 && column > 0) {
		const trace = traces[row * width + column] ?? 0;
		if (state === fromDiagonal) state = trace & 3;
		if (state === fromDiagonal) {
			row -= 1;
			column -= 1;
			pair(row, column);
		} else if (state === fromInsertion) {
			column -= 1;
			if ((trace & insertionGoesOn) === 0) state = fromDiagonal;
		} else {
			row -= 1;
			if ((trace & deletionGoesOn) === 0) state = fromDiagonal;
		}
	}
}

function fillTraces(old: ComparableText, other: ComparableText, width: number): Uint8Array {
	const traces = new Uint8Array((old.text.length + 1) * width);
	const scores = new Int32Array(width);
	const deletions = new Int32Array(width).fill(impossible);
	for (let column = 1; column < width; column += 1) scores[column] = open + extend * column;
	for (let row = 1; row <= old.text.length; row += 1) {
		const oldCode = old.text.charCodeAt(row - 1);
		const deletionCost = extend + (old.begins[row - 1] === 1 ? openAtPassage : open);
		let diagonal = scores[0] ?? 0;
		let insertion = impossible;
		scores[0] = open + extend * row;
		for (let column = 1; column < width; column += 1) {
			const above = scores[column] ?? 0;
			const deletionOpened = above + deletionCost;
			const deletionExtended = (deletions[column] ?? 0) + extend;
			const deletion = Math.max(deletionOpened, deletionExtended);
			const insertionCost = extend + (other.begins[column - 1] === 1 ? openAtPassage : open);
			const insertionOpened = (scores[column - 1] ?? 0) + insertionCost;
			const insertionExtended = insertion + extend;
			insertion = Math.max(insertionOpened, insertionExtended);
			const paired = diagonal + costOf(oldCode, other.text.charCodeAt(column - 1));
			const best = Math.max(paired, insertion, deletion);
			const goesOn =
				(insertionExtended > insertionOpened ? insertionGoesOn : 0) |
				(deletionExtended > deletionOpened ? deletionGoesOn : 0);
			traces[row * width + column] = goesOn | sourceOf(best, paired, insertion);
			deletions[column] = deletion;
			diagonal = above;
			scores[column] = best;
		}
	}
	return traces;
}

function sourceOf(best: number, paired: number, insertion: number): number {
	if (best === paired) return fromDiagonal;
	return best === insertion ? fromInsertion : fromDeletion;
}

function costOf(oldCode: number, newCode: number): number {
	if (oldCode === newCode) return match;
	return isConfusable(oldCode, newCode) ? confusion : mismatch;
}
