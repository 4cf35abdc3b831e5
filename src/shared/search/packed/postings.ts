import { NumberReader } from './bytes.ts';
import { blockLength, type Segment } from './segment.ts';

/** Bytes of one term from `start` up to `end`; null when they have to be fetched first. */
type ViewBytes = (start: number, end: number) => Uint8Array | null;

/** Where the positions of one term are: they are looked at for few of its documents, and read a block at a time. */
interface PositionBytes {
	length: number;
	view: ViewBytes;
}

/** Walks through the documents that have one term, in ascending order. */
export class PostingCursor {
	/** The document it stands at; -1 before the first, `Infinity` after the last. */
	doc = -1;
	/** How often the term is there. */
	frequency = 0;
	readonly #postings: NumberReader;
	readonly #positionBytes: PositionBytes | null;
	readonly #count: number;
	/** Of this term: `skips` in threes, or empty where there are few documents. */
	readonly #skips: Uint32Array;
	/** Documents passed, the present one included. */
	#read = 0;
	/** Of the present block; null until positions of a document in it are asked for. */
	#positions: NumberReader | null = null;
	#block = -1;
	/** Positions that lie before those of the present document and were not passed yet. */
	#unread = 0;

	constructor(postings: Uint8Array, positions: PositionBytes | null, count: number, skips: Uint32Array) {
		this.#postings = new NumberReader(postings);
		this.#positionBytes = positions;
		this.#count = count;
		this.#skips = skips;
	}

	next(): number {
		if (this.#read === this.#count) {
			this.doc = Number.POSITIVE_INFINITY;
			return this.doc;
		}
		if (this.#read % blockLength === 0 && this.#skips.length > 0) this.#enterBlock(this.#read / blockLength);
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

	/** Where the term stands in the present document; nowhere while bytes have to be fetched first. Once a document. */
	positions(): number[] {
		this.#positions ??= this.#readPositions();
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

	#readPositions(): NumberReader | null {
		if (!this.#positionBytes) return null;
		const { length, view } = this.#positionBytes;
		const start = this.#skips[this.#block * 3 + 2] ?? 0;
		const bytes = view(start, this.#skips[this.#block * 3 + 5] ?? length);
		return bytes && new NumberReader(bytes);
	}

	/** Positions are counted from the beginning of a block. */
	#enterBlock(block: number): void {
		this.#block = block;
		this.#positions = null;
		this.#unread = 0;
		this.frequency = 0;
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
		this.#read = block * blockLength;
		this.#enterBlock(block);
	}
}

/** The postings of a segment. */
export interface PostingsReader {
	/** Null when bytes have to be fetched first. */
	cursor(term: number, withPositions: boolean): PostingCursor | null;
	/** Bytes of the postings of terms from `first` up to `end`, one after the other. */
	bytes(first: number, end: number): Uint8Array | null;
	/** The documents with any of these terms as those of one, and how many they are; null where that was not written. */
	joint(first: number, end: number): { count: number; bytes(): Uint8Array | null } | null;
}

export function createPostingsReader({ header, sections, ranged }: Segment): PostingsReader {
	const { postingStarts, positionStarts, documentCounts, skipTerms, skipStarts, skips } = sections;
	const { jointRanges, jointCounts, jointStarts } = sections;
	const jointStart = header.postingBytes + header.positionBytes;

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
		joint(first, end) {
			for (let at = 0; at < jointCounts.length; at++) {
				if (jointRanges[at * 2] !== first || jointRanges[at * 2 + 1] !== end) continue;
				const [from, to] = [jointStarts[at] as number, jointStarts[at + 1] as number];
				return { count: jointCounts[at] as number, bytes: () => ranged.view(jointStart + from, jointStart + to) };
			}
			return null;
		},
		cursor(term, withPositions) {
			const postings = bytes(term, term + 1);
			if (!postings) return null;
			const [from, end] = [positionStarts[term] as number, positionStarts[term + 1] as number];
			const positions: PositionBytes = {
				length: end - from,
				view: (start, to) => ranged.view(header.postingBytes + from + start, header.postingBytes + from + to),
			};
			const count = documentCounts[term] as number;
			return new PostingCursor(postings, withPositions ? positions : null, count, skipsOf(term));
		},
	};
}
