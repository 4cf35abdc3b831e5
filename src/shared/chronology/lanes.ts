import type { LaneKind } from '../domain/chronology.ts';
import { eventKinds } from '../domain/event.ts';
import { collation } from '../messages/collation.ts';
import { message } from '../messages/messages.ts';
import { attestingRecords, type EventContext } from './event-context.ts';
import { eventKindName } from './event-words.ts';
import type { PlacedEvent } from './placed-events.ts';

export interface Lane {
	/** The kind, or the id of the name or collection; '' for what has none. */
	key: string;
	title: string;
	/** In the order of their times. */
	events: PlacedEvent[];
}

/**
 * Events side by side. One that belongs to several lanes stands in each of them; what belongs to none has a lane of its
 * own, the last. Kinds are in their own order, all else by title.
 */
export function lanesOf(events: readonly PlacedEvent[], kind: LaneKind, context: EventContext): Lane[] {
	const lanes = new Map<string, Lane>();
	for (const placed of events) {
		const keys = keysOf(placed, kind, context);
		for (const key of keys.length > 0 ? keys : ['']) {
			const lane = lanes.get(key) ?? { key, title: titleOf(key, kind, context), events: [] };
			lane.events.push(placed);
			lanes.set(key, lane);
		}
	}
	const rank = ({ key }: Lane) => (key === '' ? Infinity : kind === 'kind' ? kindRank(key) : 0);
	const inOrder = collation();
	return [...lanes.values()].sort((one, other) => {
		const [a, b] = [rank(one), rank(other)];
		if (a !== b) return a < b ? -1 : 1;
		return inOrder(one.title, other.title) || (one.key < other.key ? -1 : 1);
	});
}

function keysOf({ event }: PlacedEvent, kind: LaneKind, context: EventContext): readonly string[] {
	switch (kind) {
		case 'kind':
			return event.kind === '' ? [] : [event.kind];
		case 'place':
			return event.placeIds.filter((id) => context.names.has(id));
		case 'person':
			return event.participantIds.filter((id) => context.names.has(id));
		case 'collection':
			return [...new Set(attestingRecords(event, context).flatMap(({ collectionIds }) => collectionIds))];
		case 'none':
			return [];
	}
}

function titleOf(key: string, kind: LaneKind, { names, collections }: EventContext): string {
	if (key === '') return message(`chronology.lane.without-${kind}`);
	if (kind === 'kind') return eventKindName(key);
	return (kind === 'collection' ? collections.get(key as never) : names.get(key as never)?.title) ?? key;
}

function kindRank(kind: string): number {
	const known: readonly string[] = eventKinds;
	return known.includes(kind) ? known.indexOf(kind) : known.length;
}
