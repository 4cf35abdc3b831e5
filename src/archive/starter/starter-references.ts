import type { StarterData, StarterLink } from './starter-types.ts';

type Entries = Pick<StarterData, 'records' | 'names' | 'events'>;

/** What `id` belongs to; undefined when to nothing. */
export function kindOfEntry({ records, names, events }: Entries, id: string): StarterLink['to']['kind'] | undefined {
	if (records.some((record) => record.id === id)) return 'record';
	if (names.some((name) => name.id === id)) return 'name';
	if (events.some((event) => event.id === id)) return 'event';
	return undefined;
}

/** The first thing wrong with the ids of records, names and events, in words: one that stands twice or leads nowhere. */
export function findBrokenId(entries: Entries): string | null {
	const ids = [...entries.records, ...entries.names, ...entries.events].map(({ id }) => id);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice) return `${twice} stands twice`;
	for (const event of entries.events) {
		const named = [
			...[...event.placeIds, ...event.participantIds].map((id) => ({ id, kind: 'name' })),
			...event.recordIds.map((id) => ({ id, kind: 'record' })),
			...event.relations.map(({ otherId }) => ({ id: otherId, kind: 'event' })),
		];
		const broken = named.find(({ id, kind }) => kindOfEntry(entries, id) !== kind);
		if (broken) return `${event.fact} leads to ${broken.kind} ${broken.id}, which is not there`;
	}
	return null;
}
