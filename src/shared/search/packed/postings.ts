import { NumberReader } from './bytes.ts';
import { blockLength, type Segment } from './segment.ts';

/** Walks through the documents that have one term, in ascending order. */
export class PostingCursor {
	/** The document it stands at; -1 before the first, `Infinity` after the last. */
	doc = -1;
	/** How often the term is there. */
	frequency = 0;
	readonly #postings: NumberReader;
	readonly #positions: NumberReader | null;
	readonly #count: number;
	/** Of this term: `skips` in threes, or empty where there are few documents. */
	readonly #skips: Uint32Array;
	/** Documents passed, the present one included. */
	#read = 0;
	/** Positions that lie before those of the present document and were not passed yet. */
	#unread = 0;

	constructor(postings: Uint8Array, positions: Uint8Array | null, count: number, skips: Uint32Array) {
		this.#postings = new NumberReader(postings);
		this.#positions = positions && new NumberReader(positions);
		this.#count = count;
		this.#skips = skips;
	}

	next(): number {
		if (this.#read === this.#count) {
			this.doc = Number.POSITIVE_INFINITY;
			return this.doc;
		}
		this.#unread += this.frequency;
		const step = this.#postings.next();
		this.doc += (step >>> 1) + 1;
		this.frequency = step & 1 ? this.#postings.next() : 1;
		this.#read += 1;
		return this.doc;
	}

	/** Goes on to the first document that is at least `doc`. */
	seek(doc: number): number {
		if (this.doc >= doc) return this.doc;
		this.#skipTo(doc);
		while (this.doc < doc) this.next();
		return this.doc;
	}

	/** Where the term stands in the present document. Once a document. */
	positions(): number[] {
		const reader = this.#positions;
		if (!reader) return [];
		reader.skip(this.#unread);
		this.#unread = -this.frequency;
		const positions: number[] = [];
		let position = 0;
		for (let left = this.frequency; left > 0; left--) {
			position += reader.next();
			positions.push(position);
		}
		return positions;
	}

	/** To the last block that begins before `doc`, if that is ahead. */
	#skipTo(doc: number): void {
		const skips = this.#skips;
		let [low, high] = [Math.ceil(this.#read / blockLength), skips.length / 3];
		const first = low;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((skips[middle * 3] as number) <= doc) low = middle + 1;
			else high = middle;
		}
		const block = low - 1;
		if (block < first || block * blockLength <= this.#read) return;
		this.doc = (skips[block * 3] as number) - 1;
		this.#postings.at = skips[block * 3 + 1] as number;
		if (this.#positions) this.#positions.at = skips[block * 3 + 2] as number;
		this.#read = block * blockLength;
		this.#unread = 0;
		this.frequency = 0;
	}
}

/** The postings of a segment. */
export interface PostingsReader {
	/** Null when bytes have to be fetched first. */
	cursor(term: number, withPositions: boolean): PostingCursor | null;
	/** Bytes of the postings of terms from `first` up to `end`, one after the other. */
	bytes(first: number, end: number): Uint8Array | null;
}

export function createPostingsReader({ header, sections, ranged }: Segment): PostingsReader {
	const { postingStarts, positionStarts, documentCounts, skipTerms, skipStarts, skips } = sections;

	function skipsOf(term: number): Uint32Array {
		let [low, high] = [0, skipTerms.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((skipTerms[middle] as number) < term) low = middle + 1;
			else high = middle;
		}
		if (skipTerms[low] !== term) return skips.subarray(0, 0);
		return skips.subarray((skipStarts[low] as number) * 3, (skipStarts[low + 1] as number) * 3);
	}
	const bytes = (first: number, end: number) =>
		ranged.view(postingStarts[first] as number, postingStarts[end] as number);
	return {
		bytes,
		cursor(term, withPositions) {
			const postings = bytes(term, term + 1);
			const from = header.postingBytes;
			const positions = withPositions
				? ranged.view(from + (positionStarts[term] as number), from + (positionStarts[term + 1] as number))
				: null;
			if (!postings || (withPositions && !positions)) return null;
			return new PostingCursor(postings, positions, documentCounts[term] as number, skipsOf(term));
		},
	};
}
