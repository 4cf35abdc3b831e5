import type { ArchiveEvent, EventRelationKind } from '../../domain/event.ts';
import type { EventId } from '../../domain/ids.ts';
import { type EventContext, eventContext } from '../event-context.ts';

/** An artificial event. */
export function sampleEvent(id: string, edtf: string, others: Partial<ArchiveEvent> = {}): ArchiveEvent {
	return {
		...{ id: id as EventId, title: `Sample ${id}`, kind: '', edtf, dateWords: '', inferred: '', duration: '' },
		...{ description: '', source: '', placeIds: [], participantIds: [], relations: [], recordIds: [] },
		...{ disputingRecordIds: [], sameEventIds: [], revision: 1 },
		...others,
	};
}

export function sampleRelation(relation: EventRelationKind, otherId: string) {
	return { relation, otherId: otherId as EventId, words: '' };
}

export function sampleContext(events: readonly ArchiveEvent[]): EventContext {
	return eventContext({ events, names: [], records: [], collections: [], tags: [] }, 'en');
}
