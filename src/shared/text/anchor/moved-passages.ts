import { Alignment, type Correspondence } from './alignment.ts';
import { cutText } from './comparable-text.ts';
import { fitOf } from './measure.ts';
import { PassageHalf } from './passage-half.ts';
import type { PassageTeller } from './passage-teller.ts';
import type { Span } from './text-stream.ts';

const shortest = 40;
const longest = 2000;
const leastOfGrams = 0.35;
/** Of these that share the most n-grams one is the passage, or none is. */
const mostRivals = 5;
/** What shares so much less than the first is no rival of it. */
const nearBest = 0.6;
const leastLikeness = 0.75;
/** Where more is left over on both sides, these are different texts. */
const mostPairs = 4_000_000;
/**
 * N-grams that are counted at most, some 10 ns each: a fiftieth is enough for a book of 400,000 letters of which a
 * twentieth of the passages moved. Unlike texts of one language have their short n-grams in nearly every passage.
 */
const mostCounts = 10_000_000;

/** A passage that went elsewhere as a whole, with where its words stand there. */
export interface MovedPassage {
	old: Span;
	new: Span;
	map: Correspondence;
}

/**
 * Of the passages for which nothing stands in its order, and those of the new text that stand for nothing: which are the
 * same, each told by names and numbers from every other. Finds those, too, that share no n-gram which nothing else has, as
 * passages of one mould hardly do.
 */
export function findMovedPassages(alignment: Alignment, teller: PassageTeller): MovedPassage[] {
	const halves = PassageHalf.pairOf(alignment);
	const gone = leftOf(halves.old);
	const came = leftOf(halves.new);
	if (gone.length * came.length > mostPairs) return [];
	const onward = chooseAmong({ half: halves.old, left: gone }, { half: halves.new, left: came }, teller);
	const found = [...new Set(onward.values())];
	const back = chooseAmong({ half: halves.new, left: found }, { half: halves.old, left: gone }, teller);
	return [...onward]
		.filter(([passage, there]) => back.get(there) === passage)
		.map(([passage, there]) => {
			const [old, other] = [halves.old.spanOf(passage), halves.new.spanOf(there)];
			return { old, new: other, map: localMap(alignment, old, other) };
		})
		.filter(({ old, map }) => {
			const fit = fitOf({ old: alignment.old.text, new: alignment.new.text }, map, old);
			return fit !== null && fit.likeness >= leastLikeness;
		});
}

/** A piece of the old text beside a piece of the new one, apart from everything else. */
export function localMap(alignment: Alignment, old: Span, other: Span): Correspondence {
	const local = new Alignment(cutText(alignment.old, old), cutText(alignment.new, other));
	return {
		newAt: (at) => moveBy(local.newAt(at - old.start), other.start),
		oldAt: (at) => moveBy(local.oldAt(at - other.start), old.start),
	};
}

function moveBy(position: number, by: number): number {
	return position < 0 ? -1 : position + by;
}

function leftOf(half: PassageHalf): number[] {
	return half.passages.flatMap((_, passage) => {
		const length = half.lengthOf(passage);
		return length >= shortest && length <= longest && half.isFree(passage) ? [passage] : [];
	});
}

interface LeftOver {
	half: PassageHalf;
	left: readonly number[];
}

/** For each passage left over the one on the other side that it surely is. */
function chooseAmong(own: LeftOver, other: LeftOver, teller: PassageTeller): Map<number, number> {
	const byGram = new Map<string, number[]>();
	other.left.forEach((passage, index) => {
		for (const gram of other.half.gramsOf(passage)) {
			const known = byGram.get(gram);
			if (known) known.push(index);
			else byGram.set(gram, [index]);
		}
	});
	const chosen = new Map<number, number>();
	if (countsWith(own, byGram) > mostCounts) return chosen;
	for (const passage of own.left) {
		const rivals = rivalsOf(own.half, passage, other.left, byGram);
		const readings = rivals.map((rival) => other.half.textOf(rival));
		const found = rivals[teller.surelyOf(own.half.textOf(passage), readings)];
		if (found !== undefined) chosen.set(passage, found);
	}
	return chosen;
}

/** How many n-grams `rivalsOf` counts for all of them; no further than tells that these are too many. */
function countsWith({ half, left }: LeftOver, byGram: ReadonlyMap<string, readonly number[]>): number {
	let counts = 0;
	for (const passage of left) {
		for (const gram of half.gramsOf(passage)) counts += byGram.get(gram)?.length ?? 0;
		if (counts > mostCounts) break;
	}
	return counts;
}

/** The passages that share most n-grams with one, most first. */
function rivalsOf(
	half: PassageHalf,
	passage: number,
	left: readonly number[],
	byGram: ReadonlyMap<string, readonly number[]>,
): number[] {
	const grams = half.gramsOf(passage);
	const shared = new Uint16Array(left.length);
	for (const gram of grams) {
		for (const index of byGram.get(gram) ?? []) shared[index] = (shared[index] ?? 0) + 1;
	}
	const alike = left
		.map((there, index) => ({ there, count: shared[index] ?? 0 }))
		.filter(({ there, count }) => count >= leastOfGrams * grams.size && half.isAsLong(passage, there))
		.sort((a, b) => b.count - a.count)
		.slice(0, mostRivals);
	return alike.filter(({ count }) => count >= nearBest * (alike[0]?.count ?? 0)).map(({ there }) => there);
}
