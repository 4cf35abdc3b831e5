import { durationWords } from '../dates/duration-words.ts';
import type { ArchiveEvent } from '../domain/event.ts';
import type { NameId } from '../domain/ids.ts';
import { message } from '../messages/messages.ts';
import type { EventContext } from './event-context.ts';
import { accountWords, eventKindName, orderWords, whenWords } from './event-words.ts';
import type { PlacedEvent } from './placed-events.ts';

export const tableColumns = [
	'when',
	'title',
	'kind',
	'order',
	'duration',
	'places',
	'participants',
	'attested',
	'disputed',
	'accounts',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** What the picture shows of an event, in words; '' where there is nothing. */
export type TableRow = { id: ArchiveEvent['id']; placed: PlacedEvent } & Record<TableColumn, string>;

/** One row an event, in the order of the picture. */
export function tableRow(placed: PlacedEvent, context: EventContext): TableRow {
	const { event } = placed;
	const names = (ids: readonly NameId[]) => list(ids.flatMap((id) => context.names.get(id)?.title ?? []));
	const records = (ids: ArchiveEvent['recordIds']) => list(ids.flatMap((id) => context.records.get(id)?.title ?? []));
	return {
		id: event.id,
		placed,
		when: whenWords(placed, context),
		title: event.title,
		kind: eventKindName(event.kind),
		order: placed.placing === 'dated' ? orderWords(event, context) : '',
		duration: event.duration === '' ? '' : durationWords(event.duration),
		places: names(event.placeIds),
		participants: names(event.participantIds),
		attested: records(event.recordIds),
		disputed: records(event.disputingRecordIds),
		accounts: list(event.sameEventIds.map((id) => accountWords(id, context))),
	};
}

export function columnTitle(column: TableColumn): string {
	return message(`chronology.column.${column}`);
}

function list(texts: readonly string[]): string {
	return [...new Set(texts)].join('; ');
}
