import type { ArchiveEvent } from '../domain/event.ts';
import type { EventId } from '../domain/ids.ts';
import type { Stretch } from '../text/edtf/extent.ts';

/** Between what an event without a date must lie, in days since 1970; ±Infinity where nothing bounds it. */
export interface KnownOrder extends Stretch {
	/** What is said of the order cannot be true: it would have to end before it begins. */
	isContradictory: boolean;
}

/**
 * What order says of events that have no date: not later than what they were before, not earlier than what they were
 * after, within what they happened during, and so on through others without a date. It never narrows a date.
 *
 * @param dated the time of each event that has a date
 */
export function knownOrders(
	events: readonly Pick<ArchiveEvent, 'id' | 'relations'>[],
	dated: ReadonlyMap<EventId, Stretch>,
): Map<EventId, KnownOrder> {
	const bounds = new Map<EventId, Stretch>();
	const known = events.filter(({ relations }) => relations.length > 0);
	for (const { id, relations } of known)
		for (const other of [id, ...relations.map(({ otherId }) => otherId)])
			if (!dated.has(other)) bounds.set(other, { from: -Infinity, to: Infinity });
	// Each round carries bounds over one more event; among those that contradict each other it would never end.
	for (let round = 0; round <= bounds.size; round++) if (!tighten(known, dated, bounds)) break;
	return new Map([...bounds].map(([id, { from, to }]) => [id, { from, to, isContradictory: from >= to }]));
}

function tighten(
	events: readonly Pick<ArchiveEvent, 'id' | 'relations'>[],
	dated: ReadonlyMap<EventId, Stretch>,
	bounds: Map<EventId, Stretch>,
): boolean {
	let isChanged = false;
	const of = (id: EventId) => dated.get(id) ?? bounds.get(id);
	function bound(id: EventId, from: number, to: number): void {
		const own = bounds.get(id);
		if (!own || (from <= own.from && to >= own.to)) return;
		bounds.set(id, { from: Math.max(own.from, from), to: Math.min(own.to, to) });
		isChanged = true;
	}
	for (const { id, relations } of events) {
		for (const { relation, otherId } of relations) {
			const [own, other] = [of(id), of(otherId)];
			if (!own || !other) continue;
			if (relation !== 'after') bound(id, -Infinity, other.to);
			if (relation !== 'before') bound(id, other.from, Infinity);
			if (relation === 'before') bound(otherId, own.from, Infinity);
			if (relation === 'after') bound(otherId, -Infinity, own.to);
		}
	}
	return isChanged;
}
