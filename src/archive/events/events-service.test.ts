import { expect, test } from 'vitest';
import { LinksService } from '#archive/links/links-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { ArchiveEvent, EventFields } from '#shared/domain/event.ts';
import type { EventId, LinkId, NameId } from '#shared/domain/ids.ts';
import { EventsService } from './events-service.ts';

const [place, person] = [testId<NameId>(51), testId<NameId>(52)];

function open() {
	const archive = openTestArchive();
	const { database } = archive;
	const names = new NamesService(database);
	const links = new LinksService(database, archive.editions, names, () => 'en');
	const events = new EventsService(database, links, names);
	const record = archive.addRecord(1);
	const plain = {
		kind: '',
		dateWords: '',
		disputingRecordIds: [],
		sameEventIds: [],
		inferred: '',
		duration: '',
		description: '',
		source: 'Sample record 1, ¶2',
		revision: 1,
	};
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
	expect(events.list()).toEqual([{ ...meeting, revision: expect.any(Number) }, departure]);
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

const fields: EventFields = {
	...{
		title: 'A sample vote',
		kind: 'talks',
		edtf: '2000-07?',
		dateWords: 'some time in July',
		inferred: '',
		duration: '',
	},
	...{ description: '', source: 'Sample', placeIds: [place], participantIds: [person], relations: [] },
};

test('an event is added with what attests it as one step, changed, and removed; each is undone', () => {
	const { events, links, history, record, departure } = open();
	const id = testId<EventId>(80);
	const made = events.add({ id, fields, attestedBy: [{ kind: 'record', id: record }], sameAs: departure.id });
	expect(made).toMatchObject({ ...fields, recordIds: [record], sameEventIds: [departure.id] });
	expect(events.get({ id: departure.id }).sameEventIds).toEqual([id]);
	// One alone is read as among all.
	for (const event of events.list()) expect(events.get(event)).toEqual(event);
	expect(events.add({ id, fields, attestedBy: [{ kind: 'record', id: record }], sameAs: null })).toEqual(made);

	const relations = [{ relation: 'before' as const, otherId: departure.id, words: 'before it' }];
	const changed = events.update({ id, revision: made.revision, fields: { edtf: '2000-08', placeIds: [], relations } });
	expect(changed).toMatchObject({ edtf: '2000-08', dateWords: fields.dateWords, placeIds: [], relations });
	expect(changed.revision).toBeGreaterThan(made.revision);
	expect(() => events.update({ id, revision: made.revision, fields: { title: 'Late' } })).toThrow(/conflict/);

	events.remove({ ids: [id] });
	expect(events.list().map((event) => event.id)).not.toContain(id);
	history.undo();
	expect(events.get({ id })).toMatchObject({ edtf: '2000-08', relations });
	history.undo();
	expect(events.get({ id })).toMatchObject(fields);
	history.undo();
	expect(links.list({ kind: 'record', id: record }).map(({ other }) => other.id)).not.toContain(id);
});

test('what cannot be read as a date is kept; what is not there, or sets an event against itself, is refused', () => {
	const { events, departure } = open();
	const add = (given: Partial<EventFields>) =>
		events.add({ id: testId<EventId>(81), fields: { ...fields, ...given }, attestedBy: [], sameAs: null });
	expect(() => add({ placeIds: [testId<NameId>(99)] })).toThrow(/not-found/);
	const against = (otherId: EventId) => [{ relation: 'after' as const, otherId, words: '' }];
	expect(() => add({ relations: against(testId<EventId>(98)) })).toThrow(/not-found/);
	expect(() => add({ relations: against(testId<EventId>(81)) })).toThrow(/invalid-input/);
	expect(() => add({ title: ' ' })).toThrow(/invalid-input/);
	expect(add({ edtf: 'one summer', relations: against(departure.id) }).edtf).toBe('one summer');
});
