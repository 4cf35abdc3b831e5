import { heaviestChain } from '../anchor/heaviest-chain.ts';

/** Which passage stands beside which, by ordinal; null where the other text has none. */
export interface PassageRow {
	old: number | null;
	new: number | null;
	/** It stands in another order than those around it; its row is where the new text has it. */
	isMoved: boolean;
}

/**
 * Two texts laid beside each other, passage by passage, in the order of both: what is gone stands where it was, what is
 * new where it came.
 * @param old ordinals of the passages of each text, ascending; `pairs` old to new, at most one for each.
 */
export function passageRows(
	{ old, new: other }: { old: readonly number[]; new: readonly number[] },
	pairs: readonly (readonly [old: number, new: number])[],
): PassageRow[] {
	const runs = [...pairs].sort(([a], [b]) => a - b).map(([from, to]) => ({ old: from, new: to, length: 1 }));
	const inOrder = new Map(heaviestChain(runs).map((run) => [run.new, run.old]));
	const oldOf = new Map(pairs.map(([from, to]) => [to, from]));
	const hasCounterpart = new Set(pairs.map(([from]) => from));
	const rows: PassageRow[] = [];
	let at = 0;
	const passOldUpTo = (end: number) => {
		for (; at < old.length && (old[at] as number) < end; at += 1) {
			const gone = old[at] as number;
			if (!hasCounterpart.has(gone)) rows.push({ old: gone, new: null, isMoved: false });
		}
	};
	for (const ordinal of other) {
		const anchored = inOrder.get(ordinal);
		if (anchored !== undefined) passOldUpTo(anchored);
		const counterpart = oldOf.get(ordinal) ?? null;
		rows.push({ old: counterpart, new: ordinal, isMoved: counterpart !== null && anchored === undefined });
	}
	passOldUpTo(Number.POSITIVE_INFINITY);
	return rows;
}
