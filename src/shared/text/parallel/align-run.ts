import { type PairCosts, pairCosts } from './bead-costs.ts';
import { type Bead, bestBeads, type Way } from './best-beads.ts';
import type { ParallelPassage } from './parallel-text.ts';

/** No translation is longer or shorter than this, whatever the lengths of two texts that do not belong together say. */
const greatestRatio = 4;

/**
 * Beads that cover two texts in their order, of the least cost by length, structure and shared words together. How long
 * the one is for each letter of the other is not known beforehand, since a part of it may be missing: what the whole texts
 * say, what their usual passages say, and that both are alike are tried, and the likeliest is set right by what it finds.
 */
export function alignRun(first: readonly ParallelPassage[], second: readonly ParallelPassage[]): Bead[] {
	if (first.length === 0 || second.length === 0) {
		return [...first.map(() => ({ first: 1, second: 0 })), ...second.map(() => ({ first: 0, second: 1 }))];
	}
	const costs = pairCosts(first, second);
	const wayAt = (ratio: number) => bestBeads(first.length, second.length, costs.at(ratio));
	const ratios = distinct([1, sum(costs.second) / sum(costs.first), median(costs.second) / median(costs.first)]);
	const tried = ratios.map((ratio) => ({ ...wayAt(ratio), ratio }));
	const best = cheapest(tried);
	const found = ratioFound(costs, best.beads);
	return (isLike(found, best.ratio) ? best : cheapest([best, { ...wayAt(found), ratio: found }])).beads;
}

/** By the passages that stand beside one each: those that were cut or joined may be beside the wrong one. */
function ratioFound({ first, second }: PairCosts, beads: readonly Bead[]): number {
	let [at, otherAt, length, otherLength] = [0, 0, 0, 0];
	for (const bead of beads) {
		if (bead.first === 1 && bead.second === 1) {
			length += first[at] as number;
			otherLength += second[otherAt] as number;
		}
		at += bead.first;
		otherAt += bead.second;
	}
	return length === 0 ? 1 : within(otherLength / length);
}

/** Without those that hardly differ from one before. */
function distinct(ratios: readonly number[]): number[] {
	const kept: number[] = [];
	for (const ratio of ratios.map(within)) {
		if (!kept.some((other) => isLike(ratio, other))) kept.push(ratio);
	}
	return kept;
}

function isLike(ratio: number, other: number): boolean {
	return Math.abs(Math.log(ratio / other)) < 0.05;
}

function within(ratio: number): number {
	return Math.min(greatestRatio, Math.max(1 / greatestRatio, ratio));
}

function cheapest<W extends Way>(ways: readonly W[]): W {
	return ways.reduce((best, way) => (way.cost < best.cost ? way : best));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}

function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] as number;
}
