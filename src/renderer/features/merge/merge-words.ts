import { type MergedChange, type MergePreview, mergedChanges, mergedKinds } from '#shared/domain/merge.ts';

/** How many things of all kinds are new, changed, deleted, in conflict. */
export function totalsOf({ counts }: MergePreview): Record<MergedChange, number> {
	const sum = (change: MergedChange) => mergedKinds.reduce((all, kind) => all + counts[kind][change], 0);
	return Object.fromEntries(mergedChanges.map((change) => [change, sum(change)])) as Record<MergedChange, number>;
}
