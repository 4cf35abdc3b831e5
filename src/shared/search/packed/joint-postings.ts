import { createByteWriter, type GrowingNumbers, NumberReader } from './bytes.ts';
import { byRank } from './posting-writer.ts';
import type { Sections } from './segment.ts';
import { startsOf } from './starts.ts';

/** Documents between two turns of other work. */
const pieceLength = 1000;
/** The longest beginnings whose terms are looked at, in UTF-16 units. */
const longestBeginning = 2;
/** Reading fewer postings one after the other takes no time that anybody sees. */
const fewestPostings = 16_384;
/** So many times the documents: what has fewer is quick enough beside whatever else is done with that many hits. */
const fewestOfDocuments = 1 / 4;

interface ToJoin {
	/** Of each document, as the builder writes it. */
	forward: Uint8Array;
	documentCount: number;
	/** In ascending order. */
	sorted: readonly string[];
	/** The place of each term in that order. */
	ranks: Uint32Array;
	/** By term, before they were ordered. */
	documentCounts: GrowingNumbers;
}

/** Terms from `first` up to `end` that begin with the same `length` units. */
interface Range {
	length: number;
	first: number;
	end: number;
}

/**
 * Writes the documents of all terms with a common beginning as if these were one term, where that beginning is short and
 * so many have it that reading them one after the other would be felt: who types the first letter of a word asks for
 * millions of postings.
 */
export function* writeJointPostings({ forward, documentCount, sorted, ranks, documentCounts }: ToJoin) {
	const least = Math.max(fewestPostings, documentCount * fewestOfDocuments);
	const ranges = broadRanges(sorted, byRank(ranks, documentCounts), least);
	const runs = ranges.map(() => createRun());
	/** By the length of the beginning, and by rank, the run that it belongs to plus 1; 0 for none. */
	const runsOf = Array.from({ length: longestBeginning }, () => new Uint16Array(sorted.length));
	for (const [at, { length, first, end }] of ranges.entries()) runsOf[length - 1]?.fill(at + 1, first, end);
	const reader = new NumberReader(forward);
	for (let document = 0; document < documentCount; document++) {
		for (let left = reader.next(); left > 0; left--) {
			const rank = ranks[reader.next()] as number;
			const frequency = reader.next();
			reader.skip(frequency);
			for (const numbers of runsOf) {
				const run = numbers[rank] as number;
				if (run > 0) runs[run - 1]?.add(document, frequency);
			}
		}
		if (document % pieceLength === 0) yield;
	}
	const pieces = runs.map((run) => run.finish());
	const sections: Pick<Sections, 'jointRanges' | 'jointCounts' | 'jointStarts'> = {
		jointRanges: Uint32Array.from(ranges.flatMap(({ first, end }) => [first, end])),
		jointCounts: Uint32Array.from(runs, ({ count }) => count),
		jointStarts: startsOf(pieces.map(({ length }) => length)),
	};
	return { sections, pieces };
}

/** Those of one letter come before those of two that begin with it. */
function broadRanges(sorted: readonly string[], counts: Uint32Array, least: number): Range[] {
	const ranges: Range[] = [];
	for (let length = 1; length <= longestBeginning; length++) {
		let [first, sum] = [0, 0];
		for (let rank = 0; rank <= sorted.length; rank++) {
			const isSame = sorted[rank]?.slice(0, length) === sorted[first]?.slice(0, length);
			if (!isSame) {
				// A word shorter than the beginning is a range by itself, and its own postings are that already.
				if (sum >= least && rank - first > 1) ranges.push({ length, first, end: rank });
				[first, sum] = [rank, 0];
			}
			sum += counts[rank] ?? 0;
		}
	}
	return ranges;
}

interface Run {
	readonly count: number;
	/** Documents ascend; one may be given several times in a row. */
	add(document: number, frequency: number): void;
	finish(): Uint8Array;
}

function createRun(): Run {
	const bytes = createByteWriter();
	let [count, present, next, sum] = [0, -1, 0, 0];
	function write(): void {
		if (present < 0) return;
		bytes.writeNumber((present - next) * 2 + (sum > 1 ? 1 : 0));
		if (sum > 1) bytes.writeNumber(sum);
		next = present + 1;
		count += 1;
	}
	return {
		get count() {
			return count;
		},
		add(document, frequency) {
			if (document === present) {
				sum += frequency;
				return;
			}
			write();
			[present, sum] = [document, frequency];
		},
		finish() {
			write();
			present = -1;
			return bytes.finish();
		},
	};
}
