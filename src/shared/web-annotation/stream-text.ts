import type { TextRange } from '../domain/annotation.ts';
import type { StoredBlock } from '../domain/block.ts';
import type { EditionId } from '../domain/ids.ts';
import type { TextPoint } from '../domain/text-range.ts';

/**
 * An edition as one text, which is what a TextPositionSelector counts in: the texts of all blocks joined by '\n', in code
 * points, where our own offsets are UTF-16 units of one block.
 */
export class StreamText {
	readonly editionId: EditionId;
	readonly blocks: readonly StoredBlock[];
	/** Position of each block's first code point. */
	readonly #starts: number[] = [];

	/** @param blocks all of the edition's, in order. */
	constructor(editionId: EditionId, blocks: readonly StoredBlock[]) {
		this.editionId = editionId;
		this.blocks = blocks;
		let at = 0;
		for (const { text } of blocks) {
			this.#starts.push(at);
			at += countCodePoints(text) + 1;
		}
	}

	/** Code points before a place. */
	positionOf({ ordinal, offset }: TextPoint): number {
		return (this.#starts[ordinal] ?? 0) + countCodePoints(this.blocks[ordinal]?.text.slice(0, offset) ?? '');
	}

	/** The range between two positions; null where the text has no such places. */
	rangeBetween(start: number, end: number): TextRange | null {
		const [from, to] = [this.#pointAt(start), this.#pointAt(end)];
		if (!from || !to) return null;
		return {
			editionId: this.editionId,
			startOrdinal: from.ordinal,
			startOffset: from.offset,
			endOrdinal: to.ordinal,
			endOffset: to.offset,
		};
	}

	#pointAt(position: number): TextPoint | null {
		const ordinal = this.#blockAt(position);
		const text = this.blocks[ordinal]?.text;
		if (text === undefined) return null;
		const offset = offsetOf(text, position - (this.#starts[ordinal] ?? 0));
		return offset === null ? null : { ordinal, offset };
	}

	/** The last block that begins at or before a position. */
	#blockAt(position: number): number {
		let [low, high] = [0, this.#starts.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#starts[middle] ?? 0) <= position) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
}

export function countCodePoints(text: string): number {
	let count = 0;
	for (const _ of text) count += 1;
	return count;
}

/** UTF-16 offset of a code point; null behind the end. */
function offsetOf(text: string, codePoints: number): number | null {
	let offset = 0;
	for (let left = codePoints; left > 0; left -= 1) {
		if (offset >= text.length) return null;
		offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
	}
	return offset;
}
