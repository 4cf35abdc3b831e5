import { expect, test } from 'vitest';
import type { EventId, LinkId } from '#shared/domain/ids.ts';
import { EventsService } from './events/events-service.ts';
import { factsOf } from './facts.ts';
import { LinksService } from './links/links-service.ts';
import { NamesService } from './names/names-service.ts';
import { openTestArchive, testId } from './testing/test-archive.ts';

function open() {
	const archive = openTestArchive();
	const { database } = archive;
	const names = new NamesService(database);
	const links = new LinksService(database, archive.editions, names, () => 'en');
	const events = new EventsService(database, links, names);
	const told: string[] = [];
	database.onCommitted((rows) => told.push(...factsOf(rows).map(({ fact }) => fact)));
	/** The facts that this tells. */
	const factsAfter = (change: () => unknown) => {
		told.length = 0;
		change();
		return [...told];
	};
	return { ...archive, links, events, factsAfter };
}

test('events are told of when what attests them comes or goes, and not with each record or link', () => {
	const { addRecord, moveToBin, database, links, events, factsAfter } = open();
	const [record, other] = [addRecord(1), addRecord(2)];
	const id = testId<EventId>(61);
	const written = { kind: '', dateWords: '', inferred: '', duration: '', description: '', source: '' };
	const fields = { title: 'A sample vote', edtf: '2000', ...written, placeIds: [], participantIds: [], relations: [] };
	expect(factsAfter(() => events.add({ id, fields, attestedBy: [], sameAs: null }))).toContain('events.changed');

	const [from, to] = [
		{ kind: 'record' as const, id: record },
		{ kind: 'event' as const, id },
	];
	const attesting = testId<LinkId>(70);
	expect(factsAfter(() => links.add({ id: attesting, type: 'attests', from, to }))).toContain('events.changed');
	expect(factsAfter(() => moveToBin(record))).toContain('events.changed');
	expect(events.get({ id }).recordIds).toEqual([]);
	expect(factsAfter(() => database.step('setup', (step) => step.restore('records', record)))).toContain(
		'events.changed',
	);
	expect(events.get({ id }).recordIds).toEqual([record]);

	const cites = { id: testId<LinkId>(71), type: 'cites' as const, from, to: { kind: 'record' as const, id: other } };
	expect(factsAfter(() => links.add(cites))).not.toContain('events.changed');
	expect(factsAfter(() => addRecord(3))).not.toContain('events.changed');
});
