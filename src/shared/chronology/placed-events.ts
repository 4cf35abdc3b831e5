import { readExtent } from '../dates/edtf-order.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import type { EventId } from '../domain/ids.ts';
import { type Extent, outerStretch, type Stretch } from '../text/edtf/extent.ts';
import { type KnownOrder, knownOrders } from './known-order.ts';

/**
 * `dated`: by its own date. `ordered`: without one, but before, after or during something that has one. `undated`: nothing
 * puts it anywhere. `unread`: it has a date that is no EDTF. `contradictory`: what is said of its order cannot be true.
 */
export type Placing = 'dated' | 'ordered' | 'undated' | 'unread' | 'contradictory';

/** An event and the time it takes up. */
export interface PlacedEvent {
	event: ArchiveEvent;
	placing: Placing;
	/** What its date says, or its order; null where neither says anything. */
	extent: Extent | null;
	/** From the first to the last moment that is meant. */
	stretch: Stretch | null;
}

/** Puts events where they can be put, and no further: what has no date is given none. In order; those without a place last. */
export function placeEvents(events: readonly ArchiveEvent[]): PlacedEvent[] {
	const placed: PlacedEvent[] = [];
	const stretches = new Map<EventId, Stretch>();
	const others: ArchiveEvent[] = [];
	for (const event of events) {
		const extent = event.edtf === '' ? null : readExtent(event.edtf);
		if (!extent) {
			others.push(event);
			continue;
		}
		const stretch = outerStretch(extent);
		stretches.set(event.id, stretch);
		placed.push({ event, placing: 'dated', extent, stretch });
	}
	const orders = knownOrders(events, stretches);
	for (const event of others) placed.push(withoutDate(event, orders.get(event.id)));
	return placed.sort(byTime);
}

function withoutDate(event: ArchiveEvent, order: KnownOrder | undefined): PlacedEvent {
	const nowhere = { event, extent: null, stretch: null };
	if (event.edtf !== '') return { ...nowhere, placing: 'unread' };
	if (order?.isContradictory) return { ...nowhere, placing: 'contradictory' };
	if (!order || !(Number.isFinite(order.from) || Number.isFinite(order.to))) return { ...nowhere, placing: 'undated' };
	const { from, to } = order;
	const edge = (at: number) => (Number.isFinite(at) ? 'known' : 'open');
	const part = { from, to, meaning: 'within', start: edge(from), end: edge(to), sure: null } as const;
	const extent: Extent = { parts: [part], choice: 'all-of', isUncertain: false, isApproximate: false };
	return { event, placing: 'ordered', extent, stretch: { from, to } };
}

/** Where an event stands in the order: its first moment; its last where nothing says when it began. */
export function anchorOf({ from, to }: Stretch): number {
	return Number.isFinite(from) ? from : to;
}

/** By the earliest moment; of two, the one that is sure of it first. The same events are always in the same order. */
function byTime(one: PlacedEvent, other: PlacedEvent): number {
	if (!one.stretch || !other.stretch)
		return Number(one.stretch === null) - Number(other.stretch === null) || byTitle(one, other);
	const [a, b] = [anchorOf(one.stretch), anchorOf(other.stretch)];
	if (a !== b) return a - b;
	const [aEnd, bEnd] = [endOf(one), endOf(other)];
	if (aEnd !== bEnd) return aEnd < bEnd ? -1 : 1;
	return byTitle(one, other);
}

/** What began before its own anchor comes before what begins there. */
function endOf({ stretch }: PlacedEvent): number {
	if (!stretch) return Infinity;
	return Number.isFinite(stretch.from) ? stretch.to : -Infinity;
}

function byTitle({ event: one }: PlacedEvent, { event: other }: PlacedEvent): number {
	if (one.title !== other.title) return one.title < other.title ? -1 : 1;
	return one.id < other.id ? -1 : 1;
}
