import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { LinkView } from '#shared/domain/link.ts';
import type { Name } from '#shared/domain/name.ts';
import type { RecordSummary } from '#shared/domain/record.ts';

export interface LinkedThing {
	kind: 'record' | 'event' | 'name';
	id: string;
	title: string;
	/** Its date in words; '' without one. */
	detail: string;
}

interface LinkedThings {
	records: LinkedThing[];
	events: LinkedThing[];
	names: LinkedThing[];
}

/** What a name is joined to: by links, by the events it takes part in, and by the records that attest those. */
export function useLinkedThings({ id }: Name): LinkedThings {
	const { data: links } = useQuery(queries.links.list({ kind: 'name', id }));
	const { data: allEvents } = useQuery(queries.events.list());
	const { data: allRecords } = useQuery(queries.records.list({}));
	return useMemo(
		() => linkedThings(id, links ?? [], allEvents ?? [], allRecords ?? []),
		[id, links, allEvents, allRecords],
	);
}

function linkedThings(
	id: Name['id'],
	links: readonly LinkView[],
	allEvents: readonly ArchiveEvent[],
	allRecords: readonly RecordSummary[],
): LinkedThings {
	const events = allEvents.filter((event) => involves(event, id));
	const attesting = new Set(events.flatMap((event) => event.recordIds));
	const records = allRecords.filter((record) => attesting.has(record.id));
	return {
		records: unique([
			...linked(links, 'record'),
			...records.map((record) => ({ kind: 'record' as const, id: record.id, title: record.title, detail: '' })),
		]),
		events: unique([
			...linked(links, 'event'),
			...events.map((event) => ({
				...{ kind: 'event' as const, id: event.id, title: event.title },
				detail: event.edtf === '' ? '' : edtfWords(event.edtf),
			})),
		]),
		names: unique(linked(links, 'name')),
	};
}

function involves({ placeIds, participantIds }: ArchiveEvent, id: Name['id']): boolean {
	return placeIds.includes(id) || participantIds.includes(id);
}

function linked(links: readonly LinkView[], kind: LinkedThing['kind']): LinkedThing[] {
	return links
		.filter(({ other }) => other.kind === kind)
		.map(({ other }) => ({
			...{ kind, id: other.id, title: other.title },
			detail: other.dateEdtf ? edtfWords(other.dateEdtf) : '',
		}));
}

function unique(things: readonly LinkedThing[]): LinkedThing[] {
	return [...new Map(things.map((thing) => [thing.id, thing])).values()];
}
