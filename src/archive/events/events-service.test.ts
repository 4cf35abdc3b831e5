import { expect, test } from 'vitest';
import { LinksService } from '#archive/links/links-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { EventId, LinkId, NameId } from '#shared/domain/ids.ts';
import { EventsService } from './events-service.ts';

const [place, person] = [testId<NameId>(51), testId<NameId>(52)];

function open() {
	const archive = openTestArchive();
	const { database } = archive;
	const names = new NamesService(database);
	const links = new LinksService(database, archive.editions, names, () => 'en');
	const events = new EventsService(database, links);
	const record = archive.addRecord(1);
	const plain = { inferred: '', duration: '', description: '', source: 'Sample record 1, ¶2', revision: 1 };
	const meeting: ArchiveEvent = {
		...{ ...plain, id: testId<EventId>(61), title: 'A sample meeting', edtf: '2000-05' },
		...{ placeIds: [place], participantIds: [person, place], recordIds: [record] },
		relations: [{ relation: 'before', otherId: testId<EventId>(62), words: 'a sample hour before' }],
	};
	const departure: ArchiveEvent = {
		...{ ...plain, id: testId<EventId>(62), title: 'A sample departure', edtf: '2000-06', duration: 'PT2H' },
		...{ placeIds: [], participantIds: [], relations: [], recordIds: [] },
	};
	database.step(
		'setup',
		(step) => {
			const name = { kind: 'place' as const, forms: [], description: '', source: '' };
			names.insertWithin(step, [
				{ ...name, id: place },
				{ ...name, id: person },
			]);
		},
		{ kind: 'setup' },
	);
	database.step('starter', (step) => events.insertWithin(step, [meeting, departure]));
	return { ...archive, links, events, record, meeting, departure };
}

test('gives back what was put in, by date', () => {
	const { events, meeting, departure } = open();
	expect(events.list()).toEqual([meeting, departure]);
	expect(events.get({ id: departure.id })).toEqual(departure);
	expect(() => events.get({ id: testId<EventId>(9) })).toThrow(/not-found/);
});

test('undo takes events away with all that joins them, redo brings it back', () => {
	const { events, history, links, record } = open();
	const before = events.list().map(({ revision: _revision, ...rest }) => rest);
	history.undo();
	expect(events.list()).toEqual([]);
	expect(links.list({ kind: 'record', id: record })).toEqual([]);
	history.redo();
	expect(events.list().map(({ revision: _revision, ...rest }) => rest)).toEqual(before);
});

test('a record that a link drawn by hand attests it with counts too, one in the bin does not', () => {
	const { events, links, meeting, departure, record, addRecord, moveToBin } = open();
	const other = addRecord(2);
	const from = { kind: 'event' as const, id: departure.id };
	links.add({ id: testId<LinkId>(70), type: 'attests', from, to: { kind: 'record', id: other } });
	expect(events.get({ id: departure.id }).recordIds).toEqual([other]);
	moveToBin(record);
	expect(events.get({ id: meeting.id }).recordIds).toEqual([]);
});

test('what was removed is not named any more', () => {
	const { events, database, meeting, departure } = open();
	database.step('setup', (step) => {
		step.remove('names', place);
		step.remove('events', departure.id);
	});
	expect(events.list()).toMatchObject([{ id: meeting.id, placeIds: [], participantIds: [person], relations: [] }]);
});
