import { beadShapes, lengthCost } from './bead-cost.ts';
import type { ParallelPassage } from './parallel-text.ts';
import { sharedWords } from './shared-words.ts';
import { type StretchCost, structureCosts } from './structure-cost.ts';
import { textLength } from './text-length.ts';

/** The cost of a bead, in nats, by its shape's index and by where it ends in both texts. */
export type BeadCost = (shape: number, end: number, otherEnd: number) => number;

/** What two texts cost to align, however long the one is for each letter of the other. */
export interface PairCosts {
	/** The lengths of the passages of each text. */
	first: readonly number[];
	second: readonly number[];
	/** @param ratio so many letters of the second text for one of the first. */
	at(ratio: number): BeadCost;
}

export function pairCosts(first: readonly ParallelPassage[], second: readonly ParallelPassage[]): PairCosts {
	const lengths = first.map(({ text }) => textLength(text));
	const otherLengths = second.map(({ text }) => textLength(text));
	const reached = cumulate(lengths);
	const otherReached = cumulate(otherLengths);
	const structure = structureCosts(first, second);
	const common = commonWords(first, second);
	return {
		first: lengths,
		second: otherLengths,
		at(ratio) {
			// Both on one scale, half way between the two, so that neither text is the measure of the other.
			const scale = Math.sqrt(ratio);
			return (index, end, otherEnd) => {
				const shape = beadShapes[index] as (typeof beadShapes)[number];
				const from = end - shape.first;
				const otherFrom = otherEnd - shape.second;
				const length = ((reached[end] as number) - (reached[from] as number)) * scale;
				const otherLength = ((otherReached[otherEnd] as number) - (otherReached[otherFrom] as number)) / scale;
				return (
					shape.cost +
					lengthCost(length, otherLength) +
					structure(from, end, otherFrom, otherEnd) -
					common(from, end, otherFrom, otherEnd)
				);
			};
		},
	};
}

/** What the words say that two stretches have in common; no word says more than it can once, however often it stands. */
function commonWords(first: readonly ParallelPassage[], second: readonly ParallelPassage[]): StretchCost {
	const { pairs, ...most } = sharedWords(first, second);
	const own = cumulate(most.first);
	const others = cumulate(most.second);
	return (from, end, otherFrom, otherEnd) => {
		let total = 0;
		for (let at = from; at < end; at += 1) {
			const row = pairs[at] as Map<number, number>;
			if (row.size === 0) continue;
			for (let other = otherFrom; other < otherEnd; other += 1) total += row.get(other) ?? 0;
		}
		if (total === 0) return 0;
		const mostOwn = (own[end] as number) - (own[from] as number);
		const mostOthers = (others[otherEnd] as number) - (others[otherFrom] as number);
		return Math.min(total, mostOwn, mostOthers);
	};
}

/** What is before each position; one more than there are numbers. */
function cumulate(numbers: readonly number[] | Float64Array): Float64Array {
	const reached = new Float64Array(numbers.length + 1);
	numbers.forEach((number, at) => {
		reached[at + 1] = (reached[at] as number) + number;
	});
	return reached;
}
