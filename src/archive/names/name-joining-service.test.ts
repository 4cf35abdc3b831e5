import { describe, expect, test } from 'vitest';
import { EventsService } from '#archive/events/events-service.ts';
import { LinksService } from '#archive/links/links-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { EventId, LinkId, NameId, Sha256 } from '#shared/domain/ids.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import type { NameFields, NameForm } from '#shared/domain/name.ts';
import { NameJoiningService } from './name-joining-service.ts';
import { NamesService } from './names-service.ts';

const [one, two, three] = [testId<NameId>(1), testId<NameId>(2), testId<NameId>(3)];
const eventId = testId<EventId>(60);

const form = (text: string, language = 'en', kind: NameForm['kind'] = 'main'): NameForm => ({
	...{ text, language, kind, script: language === 'ru' ? 'Cyrl' : 'Latn', source: 'sample list' },
});
const fields = (...forms: NameForm[]): NameFields => ({ kind: 'place', description: '', source: '', forms });
const end = (id: NameId): LinkEnd => ({ kind: 'name', id });

function open() {
	const archive = openTestArchive();
	const { database } = archive;
	const names = new NamesService(database);
	const links = new LinksService(database, archive.editions, names, () => 'en');
	const events = new EventsService(database, links, names);
	const joining = new NameJoiningService(database, names, links, events, () => 'en');
	const recordId = archive.addRecord(10);
	const record: LinkEnd = { kind: 'record', id: recordId };
	names.add({ id: one, fields: { ...fields(form('Alphatown')), kind: 'organisation' } });
	names.add({ id: two, fields: { ...fields(form('Alphaville'), form('Альфа', 'ru')), description: 'A sample place' } });
	names.add({ id: three, fields: fields(form('Gammatown')) });
	const link = (number: number, from: LinkEnd, to: LinkEnd) =>
		links.add({ id: testId<LinkId>(number), type: 'cites', from, to });
	const revision = (id: NameId) => ({ id, revision: names.get({ id }).revision });
	const revisions = (...ids: NameId[]) => ids.map(revision);
	const textsOf = (id: NameId) => names.get({ id }).forms.map(({ text, kind }) => [text, kind]);
	const linksOf = (id: NameId) => links.list({ kind: 'name', id }).map((view) => [view.id, view.other.id]);
	return { ...archive, names, links, events, joining, recordId, record, link, revision, revisions, textsOf, linksOf };
}

describe('what merging would do', () => {
	test('links between the names go, and that is said before; undo brings them back', () => {
		const { joining, link, record, revisions, linksOf, history } = open();
		link(20, record, end(two));
		link(23, end(one), end(two));
		expect(joining.previewMerge({ ids: [one, two] })).toEqual({
			...{ linkCount: 2, eventCount: 0, linksBetween: 1, rings: [] },
		});
		joining.merge({ names: revisions(one, two) });
		expect(linksOf(one).map(([id]) => id)).toEqual([testId(20)]);
		history.undo();
		expect(linksOf(one).map(([id]) => id)).toEqual([testId(23)]);
		expect(linksOf(two)).toHaveLength(2);
	});

	test('a ring of parts is said by name, and none of its links is dropped', () => {
		const { joining, links, revisions, linksOf } = open();
		const partOf = (number: number, from: NameId, to: NameId) =>
			links.add({ id: testId<LinkId>(number), type: 'part-of', from: end(from), to: end(to) });
		partOf(30, one, three);
		partOf(31, three, two);
		expect(joining.previewMerge({ ids: [one, two] })).toMatchObject({ linksBetween: 0, rings: [['Gammatown']] });
		joining.merge({ names: revisions(one, two) });
		expect(linksOf(one).map(([id]) => id)).toEqual([testId(30), testId(31)]);
	});

	test('nothing is made a part of its own part', () => {
		const { links } = open();
		const partOf = (number: number, from: NameId, to: NameId) =>
			links.add({ id: testId<LinkId>(number), type: 'part-of', from: end(from), to: end(to) });
		partOf(30, one, two);
		partOf(31, two, three);
		expect(() => partOf(32, three, one)).toThrow(/invalid-input/);
		expect(() => partOf(33, one, three)).not.toThrow();
	});

	test('what authority files know the names by is kept, once', () => {
		const { joining, names, revisions, revision, history } = open();
		const q = { scheme: 'wikidata' as const, value: 'Q1' };
		names.update({ ...revision(one), fields: { identifiers: [q] } });
		names.update({ ...revision(two), fields: { identifiers: [{ scheme: 'viaf', value: '12' }, q] } });
		const merged = joining.merge({ names: revisions(one, two) });
		expect(merged.identifiers).toEqual([{ scheme: 'viaf', value: '12' }, q]);
		history.undo();
		expect(names.get({ id: one }).identifiers).toEqual([q]);
		expect(names.get({ id: two }).identifiers).toHaveLength(2);
	});
});

describe('merge', () => {
	test('the first stays, with the forms of all, its own kind, and every description with its source', () => {
		const { joining, names, revision, revisions, textsOf } = open();
		const merged = joining.merge({ names: revisions(one, two) });
		expect(merged).toMatchObject({ id: one, kind: 'organisation', description: 'A sample place' });
		expect(textsOf(one)).toEqual([
			['Alphatown', 'main'],
			['Alphaville', 'variant'],
			['Альфа', 'main'],
		]);
		expect(names.list().map(({ id }) => id)).toEqual([one, three]);
		expect(names.get({ id: two }).id).toBe(one);
		const other = { description: 'Another sample', source: 'A sample register' };
		names.update({ ...revision(three), fields: other });
		expect(joining.merge({ names: revisions(one, three) })).toMatchObject({
			description: 'A sample place\n\nAnother sample',
			source: 'A sample register',
		});
	});

	test('a name that was merged twice leads to the last', () => {
		const { joining, names, revisions } = open();
		joining.merge({ names: revisions(one, two) });
		joining.merge({ names: revisions(three, one) });
		expect(names.get({ id: two }).id).toBe(three);
	});

	test('links follow, none of them twice and none to itself', () => {
		const { joining, link, record, revisions, linksOf, recordId } = open();
		link(20, record, end(one));
		link(21, record, end(two));
		link(22, end(two), end(three));
		link(23, end(one), end(two));
		joining.merge({ names: revisions(one, two) });
		expect(linksOf(one)).toEqual([
			[testId(20), recordId],
			[testId(22), three],
		]);
		expect(linksOf(three)).toEqual([[testId(22), one]]);
	});

	test('parts in events follow, one a role', () => {
		const { database, events, joining, revisions } = open();
		const event = {
			title: 'A sample meeting',
			kind: '',
			dateWords: '',
			edtf: '',
			inferred: '',
			duration: '',
			description: '',
			source: '',
		};
		const parts = { placeIds: [one, two], participantIds: [two], relations: [], recordIds: [] };
		database.step('setup', (step) => events.insertWithin(step, [{ ...event, ...parts, id: eventId }]));
		expect(joining.uses({ ids: [one, two] })).toEqual({ linkCount: 0, eventCount: 1 });
		joining.merge({ names: revisions(one, two) });
		expect(events.get({ id: eventId })).toMatchObject({ placeIds: [one], participantIds: [one] });
	});

	test('a link that waits for a text follows when it is made', () => {
		const { database, editions, links, joining, recordId, addEdition, revisions, linksOf } = open();
		const expected = { recordId, paragraph: 1, passageDigest: 'ab' as Sha256, type: 'cites' as const, to: end(two) };
		database.step('setup', (step) => links.insertExpected(step, [expected]));
		joining.merge({ names: revisions(one, two) });
		const { id } = addEdition(recordId, ['Sample passage 1']);
		expect(editions.blocksBetween(id, 0, 0)).toHaveLength(1);
		database.step('setup', (step) => links.addExpected(step, recordId, id, new Map([[1, 0]]), 'automatic'));
		expect(linksOf(one)).toHaveLength(1);
	});

	test('is one step to undo', () => {
		const { joining, link, record, revisions, names, history, textsOf, linksOf, recordId } = open();
		link(21, record, end(two));
		const before = names.list().map(({ revision: _, ...name }) => name);
		joining.merge({ names: revisions(one, two) });
		expect(history.undo()).toBe('namesMerged');
		expect(names.list().map(({ revision: _, ...name }) => name)).toEqual(before);
		expect(linksOf(two)).toEqual([[testId(21), recordId]]);
		history.redo();
		expect(textsOf(one)).toHaveLength(3);
		expect(linksOf(one)).toEqual([[testId(21), recordId]]);
	});

	test('refuses one name alone, one that is gone, and one that was changed meanwhile', () => {
		const { joining, names, revision, revisions } = open();
		expect(() => joining.merge({ names: [...revisions(one), ...revisions(one)] })).toThrow(/invalid-input/);
		const seen = revisions(one, two);
		names.update({ ...revision(two), fields: { forms: [form('Alphaburg')] } });
		expect(() => joining.merge({ names: seen })).toThrow(/conflict/);
		names.remove({ ids: [two] });
		expect(() => joining.merge({ names: seen })).toThrow(/not-found/);
	});
});

describe('split', () => {
	test('the chosen forms are a name of their own; links stay, and undo brings it together', () => {
		const { joining, link, record, revision, names, history, textsOf, linksOf } = open();
		link(21, record, end(two));
		const newId = testId<NameId>(4);
		const split = { ...revision(two), newId, places: [1] };
		expect(joining.split(split)).toMatchObject({ id: newId, kind: 'place', description: '' });
		expect(joining.split(split).id).toBe(newId);
		expect([textsOf(two), textsOf(newId)]).toEqual([[['Alphaville', 'main']], [['Альфа', 'main']]]);
		expect([linksOf(two).length, linksOf(newId).length]).toEqual([1, 0]);
		expect(history.undo()).toBe('nameSplit');
		expect(textsOf(two)).toHaveLength(2);
		expect(() => names.get({ id: newId })).toThrow(/not-found/);
	});

	test('refuses to leave a name without a form', () => {
		const { joining, revision } = open();
		const all = { ...revision(two), newId: testId<NameId>(4) };
		expect(() => joining.split({ ...all, places: [0, 1] })).toThrow(/invalid-input/);
		expect(() => joining.split({ ...all, places: [7] })).toThrow(/invalid-input/);
		expect(() => joining.split({ ...all, revision: 99, places: [0] })).toThrow(/conflict/);
	});
});
