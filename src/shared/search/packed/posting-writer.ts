import { GrowingNumbers, NumberReader, putNumber } from './bytes.ts';
import { blockLength, type Sections } from './segment.ts';
import { startsOf } from './starts.ts';

/** Documents between two turns of other work. */
const pieceLength = 1000;

type TermColumns = Record<'documentCounts' | 'postingBytes' | 'positionBytes', GrowingNumbers>;

interface ToInvert {
	forward: Uint8Array;
	documentCount: number;
	ranks: Uint32Array;
	terms: TermColumns;
	/** What comes after the positions. */
	pieces: readonly Uint8Array[];
}

export type PostingSections = Pick<
	Sections,
	'documentCounts' | 'postingStarts' | 'positionStarts' | 'skipTerms' | 'skipStarts' | 'skips'
>;

/** Turns documents with their terms into terms with their documents: how long each term's bytes are is known already. */
export function* writePostings({ forward, documentCount, ranks, terms, pieces }: ToInvert) {
	const documentCounts = byRank(ranks, terms.documentCounts);
	const postingStarts = startsOf(byRank(ranks, terms.postingBytes));
	const positionStarts = startsOf(byRank(ranks, terms.positionBytes));
	const { skipTerms, skipStarts, skips } = skipSections(documentCounts);
	const postingBytes = postingStarts.at(-1) ?? 0;
	const positionBytes = positionStarts.at(-1) ?? 0;
	const pieceStarts = startsOf(pieces.map(({ length }) => length));
	const ranged = new Uint8Array(postingBytes + positionBytes + (pieceStarts.at(-1) ?? 0));
	for (const [at, piece] of pieces.entries()) {
		ranged.set(piece, postingBytes + positionBytes + (pieceStarts[at] as number));
	}
	const postingAt = postingStarts.slice();
	const positionAt = positionStarts.map((start) => start + postingBytes);
	/** The document after the last one with the term, and how many there were. */
	const nextDocuments = new Uint32Array(ranks.length);
	const passed = new Uint32Array(ranks.length);
	const skipAt = new Int32Array(ranks.length).fill(-1);
	for (const [at, term] of skipTerms.entries()) skipAt[term] = skipStarts[at] as number;
	const reader = new NumberReader(forward);

	function noteBlock(rank: number): void {
		const first = skipAt[rank] as number;
		const count = passed[rank] as number;
		if (first < 0 || count % blockLength !== 0) return;
		const at = (first + count / blockLength) * 3;
		skips[at] = nextDocuments[rank] as number;
		skips[at + 1] = (postingAt[rank] as number) - (postingStarts[rank] as number);
		skips[at + 2] = (positionAt[rank] as number) - postingBytes - (positionStarts[rank] as number);
	}
	/** Reads one term of a document and writes it where it belongs. */
	function moveTerm(document: number): void {
		const rank = ranks[reader.next()] as number;
		const frequency = reader.next();
		noteBlock(rank);
		const step = document - (nextDocuments[rank] as number);
		let posting = putNumber(ranged, postingAt[rank] as number, step * 2 + (frequency > 1 ? 1 : 0));
		if (frequency > 1) posting = putNumber(ranged, posting, frequency);
		let position = positionAt[rank] as number;
		for (let left = frequency; left > 0; left--) position = putNumber(ranged, position, reader.next());
		postingAt[rank] = posting;
		positionAt[rank] = position;
		nextDocuments[rank] = document + 1;
		passed[rank] = (passed[rank] as number) + 1;
	}
	for (let document = 0; document < documentCount; document++) {
		for (let left = reader.next(); left > 0; left--) moveTerm(document);
		if (document % pieceLength === 0) yield;
	}
	const sections: PostingSections = { documentCounts, postingStarts, positionStarts, skipTerms, skipStarts, skips };
	return { sections, ranged, postingBytes, positionBytes };
}

/** A column of terms in their final order. */
export function byRank(ranks: Uint32Array, column: GrowingNumbers): Uint32Array<ArrayBuffer> {
	const sorted = new Uint32Array(ranks.length);
	for (let term = 0; term < ranks.length; term++) sorted[ranks[term] as number] = column.at(term);
	return sorted;
}

function skipSections(documentCounts: Uint32Array) {
	const skipTerms = new GrowingNumbers();
	const blockCounts: number[] = [];
	for (let term = 0; term < documentCounts.length; term++) {
		const count = documentCounts[term] as number;
		if (count <= blockLength) continue;
		skipTerms.push(term);
		blockCounts.push(Math.ceil(count / blockLength));
	}
	const skipStarts = startsOf(blockCounts);
	return { skipTerms: skipTerms.finish(), skipStarts, skips: new Uint32Array((skipStarts.at(-1) ?? 0) * 3) };
}
