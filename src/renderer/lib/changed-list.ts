import { replaceEqualDeep } from '@tanstack/react-query';

/**
 * A list in which `put` stand in place of their older selves, the others at its end, and from which `dropped` are gone. The
 * list itself where nothing of it is another, so that nobody draws it anew.
 */
export function changedList<T extends { id: string }>(
	known: T[],
	put: readonly T[],
	dropped: ReadonlySet<T['id']>,
): T[] {
	const waiting = new Map<T['id'], T>(put.map((entry) => [entry.id, entry]));
	let isOther = false;
	const list = known.flatMap((old) => {
		if (dropped.has(old.id)) {
			isOther = true;
			return [];
		}
		const given = waiting.get(old.id);
		if (!given) return old;
		waiting.delete(old.id);
		const next = replaceEqualDeep(old, given);
		if (next !== old) isOther = true;
		return next;
	});
	return isOther || waiting.size > 0 ? [...list, ...waiting.values()] : known;
}
