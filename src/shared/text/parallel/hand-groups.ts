import type { HandPair, ParallelGroup } from './parallel-text.ts';

interface Members {
	first: Set<number>;
	second: Set<number>;
	isByHand: boolean;
}

/**
 * What a person said, as groups: pairs that share a passage are one. A passage that belongs to nothing stands alone,
 * unless it was also said to belong to something: the later copy of an archive may know of either.
 */
export function handGroups(pairs: readonly HandPair[]): ParallelGroup[] {
	const groupOf = { first: new Map<number, Members>(), second: new Map<number, Members>() };
	for (const { first, second, isKnown = false } of pairs) {
		const known = first === null ? undefined : groupOf.first.get(first);
		const other = second === null ? undefined : groupOf.second.get(second);
		const group = joined(known, other);
		group.isByHand ||= !isKnown;
		if (first !== null) group.first.add(first);
		if (second !== null) group.second.add(second);
		for (const ordinal of group.first) groupOf.first.set(ordinal, group);
		for (const ordinal of group.second) groupOf.second.set(ordinal, group);
	}
	return [...new Set([...groupOf.first.values(), ...groupOf.second.values()])].map((group) => ({
		first: ascending(group.first),
		second: ascending(group.second),
		isByHand: group.isByHand,
	}));
}

function joined(
	one: Members = { first: new Set(), second: new Set(), isByHand: false },
	other: Members = one,
): Members {
	if (other === one) return one;
	for (const ordinal of other.first) one.first.add(ordinal);
	for (const ordinal of other.second) one.second.add(ordinal);
	one.isByHand ||= other.isByHand;
	return one;
}

function ascending(ordinals: ReadonlySet<number>): number[] {
	return [...ordinals].sort((a, b) => a - b);
}
