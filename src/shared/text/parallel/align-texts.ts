import { heaviestChain } from '../anchor/heaviest-chain.ts';
import { alignRun } from './align-run.ts';
import { handGroups } from './hand-groups.ts';
import type { HandPair, ParallelGroup, ParallelPassage } from './parallel-text.ts';

/** Where both texts are cut: what a person put together, up to which the rest is aligned by itself. */
interface Cut {
	first: number;
	second: number;
}

/**
 * Lays two texts beside each other by passages. Every passage of both is in exactly one group; what a person said stands,
 * in any order, and the rest is aligned between that, in the order of both. Groups come in the order of the first text;
 * what the second has alone follows what stands before it there.
 * @param pairs of passages that are not there are passed over.
 */
export function alignTexts(
	first: readonly ParallelPassage[],
	second: readonly ParallelPassage[],
	pairs: readonly HandPair[] = [],
): ParallelGroup[] {
	const byHand = handGroups(pairs.filter((pair) => isThere(first, pair.first) && isThere(second, pair.second)));
	const settled = {
		first: new Set(byHand.flatMap((group) => group.first)),
		second: new Set(byHand.flatMap((group) => group.second)),
	};
	const free = {
		first: first.filter(({ ordinal }) => !settled.first.has(ordinal)),
		second: second.filter(({ ordinal }) => !settled.second.has(ordinal)),
	};
	const groups = [...byHand];
	const begun: Cut = { first: 0, second: 0 };
	for (const cut of [...cutsOf(byHand), end]) {
		const part = free.first.slice(begun.first, positionOf(free.first, cut.first));
		const otherPart = free.second.slice(begun.second, positionOf(free.second, cut.second));
		groups.push(...groupRun(part, otherPart));
		begun.first += part.length;
		begun.second += otherPart.length;
	}
	return inReadingOrder(groups, second);
}

const end: Cut = { first: Number.POSITIVE_INFINITY, second: Number.POSITIVE_INFINITY };

function isThere(passages: readonly ParallelPassage[], ordinal: number | null): boolean {
	return ordinal === null || passages[positionOf(passages, ordinal)]?.ordinal === ordinal;
}

/** Where the groups begin that stand in one order in both texts; where as many stand against it, no order is to be told. */
function cutsOf(groups: readonly ParallelGroup[]): Cut[] {
	const pairs = groups.filter((group) => group.first.length > 0 && group.second.length > 0);
	const runs = pairs
		.map((group) => ({ old: group.first[0] as number, new: group.second[0] as number, length: 1 }))
		.sort((a, b) => a.old - b.old);
	const inOrder = heaviestChain(runs);
	if (2 * inOrder.length <= runs.length) return [];
	return inOrder.map((run) => ({ first: run.old, second: run.new }));
}

/** Position of the first passage from an ordinal on: binary search. */
function positionOf(passages: readonly ParallelPassage[], ordinal: number): number {
	let low = 0;
	let high = passages.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((passages[middle] as ParallelPassage).ordinal < ordinal) low = middle + 1;
		else high = middle;
	}
	return low;
}

function groupRun(first: readonly ParallelPassage[], second: readonly ParallelPassage[]): ParallelGroup[] {
	let [at, otherAt] = [0, 0];
	return alignRun(first, second).map((bead) => {
		const group = {
			first: first.slice(at, at + bead.first).map(({ ordinal }) => ordinal),
			second: second.slice(otherAt, otherAt + bead.second).map(({ ordinal }) => ordinal),
			isByHand: false,
		};
		at += bead.first;
		otherAt += bead.second;
		return group;
	});
}

function inReadingOrder(groups: readonly ParallelGroup[], second: readonly ParallelPassage[]): ParallelGroup[] {
	const groupOf = new Map(groups.flatMap((group) => group.second.map((ordinal) => [ordinal, group] as const)));
	const following = new Map<ParallelGroup | null, ParallelGroup[]>();
	let before: ParallelGroup | null = null;
	for (const { ordinal } of second) {
		const group = groupOf.get(ordinal) ?? null;
		if (group && group.first.length === 0 && group.second[0] === ordinal) {
			const known = following.get(before);
			if (known) known.push(group);
			else following.set(before, [group]);
		} else if (group && group.first.length > 0) before = group;
	}
	const anchored = groups
		.filter((group) => group.first.length > 0)
		.sort((a, b) => (a.first[0] as number) - (b.first[0] as number));
	return [...(following.get(null) ?? []), ...anchored.flatMap((group) => [group, ...(following.get(group) ?? [])])];
}
