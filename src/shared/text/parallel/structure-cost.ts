import type { ParallelPassage } from './parallel-text.ts';

/** For each heading that stands on one side only, in nats, where both texts have headings alike. */
const loneHeading = 4;
/** A heading that runs together with what stands around it. */
const joinedHeading = 3;
const otherRole = 0.7;
const otherLevel = 0.5;

/** Of passages from one position up to another, which is not among them, in each text. */
export type StretchCost = (from: number, end: number, otherFrom: number, otherEnd: number) => number;

/**
 * What the structure of two stretches says against their being one, in nats. Headings count as far as both texts know
 * them: a scan has none that are called so, and then they say nothing.
 */
export function structureCosts(first: readonly ParallelPassage[], second: readonly ParallelPassage[]): StretchCost {
	const headings = countHeadings(first);
	const otherHeadings = countHeadings(second);
	const all = headings[first.length] as number;
	const allOthers = otherHeadings[second.length] as number;
	const trust = all === 0 || allOthers === 0 ? 0 : Math.min(all, allOthers) / Math.max(all, allOthers);
	return (from, end, otherFrom, otherEnd) => {
		const count = (headings[end] as number) - (headings[from] as number);
		const otherCount = (otherHeadings[otherEnd] as number) - (otherHeadings[otherFrom] as number);
		const areHeadings = count + otherCount > 0;
		const isJoining = end - from > 1 || otherEnd - otherFrom > 1;
		let cost = trust * loneHeading * Math.abs(count - otherCount);
		if (areHeadings && isJoining) cost += trust * joinedHeading;
		const one = first[from] as ParallelPassage;
		const other = second[otherFrom] as ParallelPassage;
		if (one.role === other.role) cost += one.level === other.level ? 0 : otherLevel;
		else if (!areHeadings) cost += otherRole;
		return cost;
	};
}

/** How many stand before each position; one more than there are passages. */
function countHeadings(passages: readonly ParallelPassage[]): Int32Array {
	const before = new Int32Array(passages.length + 1);
	passages.forEach(({ role }, at) => {
		before[at + 1] = (before[at] as number) + (role === 'heading' ? 1 : 0);
	});
	return before;
}
