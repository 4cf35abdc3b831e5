import type { ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import { type BesideSide, besideSides } from './chosen-words.ts';

/** What stands beside what, to be asked by passage. */
export interface ParallelView {
	groups: readonly ParallelGroup[];
	/** The group of a passage; undefined for an ordinal that is none. */
	groupOf(side: BesideSide, ordinal: number): ParallelGroup | undefined;
	/** The nearest passage before or after one, on its side, that has something beside it; null where there is none. */
	nearestPaired(side: BesideSide, ordinal: number, by: 1 | -1): ParallelGroup | null;
}

export function createParallelView(groups: readonly ParallelGroup[]): ParallelView {
	const bySide = {
		first: groupsByOrdinal(groups, 'first'),
		second: groupsByOrdinal(groups, 'second'),
	};
	const paired = {
		first: ordinalsOfPaired(groups, 'first'),
		second: ordinalsOfPaired(groups, 'second'),
	};
	return {
		groups,
		groupOf: (side, ordinal) => bySide[side].get(ordinal),
		nearestPaired(side, ordinal, by) {
			const ordinals = paired[side];
			const next = ordinals.findIndex((each) => each > ordinal);
			const after = next < 0 ? ordinals.length : next;
			const found = ordinals[by > 0 ? after : ordinals[after - 1] === ordinal ? after - 2 : after - 1];
			return found === undefined ? null : (bySide[side].get(found) ?? null);
		},
	};
}

export function otherSideOf(side: BesideSide): BesideSide {
	return side === 'first' ? 'second' : 'first';
}

export function isPaired(group: ParallelGroup): boolean {
	return besideSides.every((side) => group[side].length > 0);
}

/** The same groups with left and right changed over. */
export function turned(groups: readonly ParallelGroup[]): ParallelGroup[] {
	return groups.map(({ first, second, isByHand }) => ({ first: second, second: first, isByHand }));
}

function groupsByOrdinal(groups: readonly ParallelGroup[], side: BesideSide): Map<number, ParallelGroup> {
	return new Map(groups.flatMap((group) => group[side].map((ordinal) => [ordinal, group] as const)));
}

function ordinalsOfPaired(groups: readonly ParallelGroup[], side: BesideSide): number[] {
	return groups
		.filter(isPaired)
		.flatMap((group) => group[side])
		.sort((a, b) => a - b);
}
