import { describe, expect, test } from 'vitest';
import { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { TagsService } from '#archive/tags/tags-service.ts';
import { addSignedText } from '#archive/testing/signed-text.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { AnnotationId, EventId, LinkId, NameId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { LinkEnd, LinkType } from '#shared/domain/link.ts';
import { LinksService, wholeLinkId } from './links-service.ts';

const id = testId<LinkId>;
const nameId = testId<NameId>(50);
const eventId = testId<EventId>(60);

function open() {
	const archive = openTestArchive();
	const { database } = archive;
	const names = new NamesService(database);
	const links = new LinksService(database, archive.editions, names, () => 'en');
	const annotations = new AnnotationsService(database, archive.editions, new TagsService(database), () => 'A. Reader');
	const one = archive.addRecord(1, { title: 'Sample report' });
	const dates = JSON.stringify([
		{ type: 'covered', edtf: '1999', inferred: '' },
		{ type: 'published', edtf: '2001-02', inferred: '' },
	]);
	const two = archive.addRecord(2, { title: 'Sample letter 7', holding: 'described-only', dates });
	const edition = archive.addEdition(one, ['Alpha beta gamma', '', 'Delta epsilon', 'Zeta eta']);
	const forms = ['Alpha Omega', 'Омега'].map((text, at) => ({
		...{ text, script: at ? 'Cyrl' : 'Latn', language: at ? 'ru' : 'en', kind: 'main' as const, source: 'sample' },
	}));
	const event = {
		title: 'A sample meeting',
		kind: '',
		edtf: '2000',
		date_words: '',
		inferred: '',
		duration: '',
		description: '',
		source: '',
	};
	database.step(
		'setup',
		(step) => {
			names.insertWithin(step, [{ id: nameId, kind: 'person', forms, description: '', source: 'sample' }]);
			step.insert('events', eventId, { ...event, created_at: step.at });
		},
		{ kind: 'setup' },
	);
	const record = (recordId: RecordId): LinkEnd => ({ kind: 'record', id: recordId });
	const passage = (ordinal: number, start: number, end: number): LinkEnd => ({
		...record(one),
		range: { editionId: edition.id, startOrdinal: ordinal, startOffset: start, endOrdinal: ordinal, endOffset: end },
	});
	const add = (number: number, from: LinkEnd, to: LinkEnd, type: LinkType = 'cites') =>
		links.add({ id: id(number), type, from, to });
	const listOf = (recordId: RecordId) => links.list({ kind: 'record', id: recordId });
	return { ...archive, names, links, annotations, one, two, edition, record, passage, add, listOf };
}

const name: LinkEnd = { kind: 'name', id: nameId };
const event: LinkEnd = { kind: 'event', id: eventId };

test('the links of the annotations of a record, from the side of each, with where the others stand', () => {
	const { add, annotations, links, record, passage, one, two, edition } = open();
	const fields = { purpose: 'claim' as const, body: 'Sample claim', tags: [], isResolved: false };
	const range = { editionId: edition.id, startOrdinal: 2, startOffset: 0, endOrdinal: 2, endOffset: 5 };
	const [first, second] = [testId<AnnotationId>(70), testId<AnnotationId>(71)];
	annotations.add({ id: first, recordId: one, range, fields });
	annotations.add({ id: second, recordId: one, range: null, fields });
	add(10, { kind: 'annotation', id: first }, { kind: 'annotation', id: second }, 'supports');
	add(11, { kind: 'annotation', id: second }, passage(3, 0, 4), 'contradicts');
	add(12, { kind: 'annotation', id: first }, record(two));
	const seen = links.onAnnotations({ recordId: one });
	expect(seen.map((link) => [link.id, link.direction]).toSorted()).toEqual([
		[id(10), 'incoming'],
		[id(10), 'outgoing'],
		[id(11), 'outgoing'],
		[id(12), 'outgoing'],
	]);
	const incoming = seen.find(({ direction }) => direction === 'incoming');
	expect(incoming?.other.place).toEqual({ recordId: one, editionId: edition.id, ordinal: 2 });
	expect(seen.find((link) => link.id === id(11))).toMatchObject({ fromNumber: null, toNumber: 3 });
	expect(links.onAnnotations({ recordId: two })).toEqual([]);
});

describe('list', () => {
	test('shows each other end by its title, in the order of the text', () => {
		const { add, passage, record, one, two, listOf, annotations } = open();
		const words = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ');
		const note = { purpose: 'note' as const, body: words, tags: [], isResolved: false };
		annotations.add({ id: testId<AnnotationId>(70), recordId: two, range: null, fields: note });
		add(10, passage(3, 0, 4), name);
		add(11, passage(0, 6, 10), record(two));
		add(12, passage(0, 0, 5), event, 'attests');
		add(13, record(one), { kind: 'annotation', id: testId(70) });
		const list = listOf(one);
		expect(list.map((view) => [view.id, view.other.title, view.fromNumber])).toEqual([
			[id(13), 'word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12…', null],
			[id(12), 'A sample meeting', 1],
			[id(11), 'Sample letter 7', 1],
			[id(10), 'Alpha Omega', 3],
		]);
		expect(list[2]).toMatchObject({
			direction: 'outgoing',
			origin: 'user',
			revision: 1,
			other: { kind: 'record', id: two, holding: 'described-only', dateEdtf: '2001-02' },
		});
	});

	test("an incoming link tells where it stands in the other's text; a quotation stands for an empty note", () => {
		const { add, passage, record, two, listOf, annotations, links, one, edition } = open();
		add(10, passage(2, 0, 5), record(two), 'supports');
		expect(listOf(two)).toMatchObject([
			{ id: id(10), direction: 'incoming', fromNumber: 2, other: { kind: 'record', id: one, title: 'Sample report' } },
		]);
		const range = { editionId: edition.id, startOrdinal: 0, startOffset: 6, endOrdinal: 0, endOffset: 10 };
		const fields = { purpose: 'evidence' as const, body: '', tags: [], isResolved: false };
		annotations.add({ id: testId<AnnotationId>(70), recordId: one, range, fields });
		add(11, { kind: 'annotation', id: testId(70) }, name, 'supports');
		expect(links.list(name)).toMatchObject([{ direction: 'incoming', other: { title: 'beta' } }]);
		annotations.remove({ ids: [testId<AnnotationId>(70)] });
		expect(links.list(name)).toEqual([]);
	});

	test('leaves out what leads to the bin, and shows a link within one record once', () => {
		const { add, passage, record, one, two, listOf, moveToBin } = open();
		add(10, record(one), record(two));
		add(11, passage(0, 0, 5), passage(2, 0, 5), 'contradicts');
		moveToBin(two);
		expect(listOf(one).map((view) => [view.id, view.direction])).toEqual([[id(11), 'outgoing']]);
		expect(listOf(two)).toHaveLength(1);
	});
});

describe('add, accept and remove', () => {
	test('a repeated call makes one link, and undo and redo work', () => {
		const { add, record, one, two, listOf, history, links } = open();
		add(10, record(one), record(two));
		const [first, number] = [listOf(one), history.changeNumber()];
		add(10, record(one), name);
		expect([listOf(one), history.changeNumber()]).toEqual([first, number]);
		expect(history.undo()).toBe('linkAdded');
		expect(listOf(one)).toEqual([]);
		history.redo();
		expect(listOf(one).map(({ revision: _revision, ...rest }) => rest)).toEqual(
			first.map(({ revision: _revision, ...rest }) => rest),
		);
		links.remove({ ids: [id(10)] });
		links.remove({ ids: [id(10)] });
		expect(listOf(one)).toEqual([]);
		expect(() => add(10, record(one), record(two))).toThrow(/conflict/);
		expect(history.undo()).toBe('linksRemoved');
		expect(listOf(one)).toHaveLength(1);
		expect(() => links.remove({ ids: [id(99)] })).toThrow(/not-found/);
	});

	test('several are removed as one step', () => {
		const { add, record, passage, one, two, listOf, history, links } = open();
		add(10, record(one), record(two));
		add(11, passage(0, 0, 5), name);
		const before = listOf(one).map((view) => view.id);
		links.remove({ ids: [id(10), id(11)] });
		expect(listOf(one)).toEqual([]);
		history.undo();
		expect(listOf(one).map((view) => view.id)).toEqual(before);
	});

	test('refuses ends that are not there and ranges that are not theirs', () => {
		const { add, record, passage, one, two, listOf } = open();
		expect(() => add(10, record(one), record(testId<RecordId>(99)))).toThrow(/not-found/);
		expect(() => add(10, record(one), { kind: 'event', id: nameId })).toThrow(/not-found/);
		expect(() => add(10, { ...passage(0, 0, 5), id: two }, name)).toThrow(/invalid-input/);
		expect(() => add(10, { ...name, range: passage(0, 0, 5).range as never }, event)).toThrow(/invalid-input/);
		expect(() => add(10, passage(0, 0, 99), name)).toThrow(/invalid-input/);
		expect(() => add(10, record(one), record(one))).toThrow(/invalid-input/);
		expect(listOf(one)).toEqual([]);
	});
});

describe('links that wait for a text', () => {
	const digest = (letter: string) => letter.repeat(64) as Sha256;

	function withExpected() {
		const opened = open();
		const { links, database, one, two } = opened;
		const rows = [
			{
				recordId: one,
				paragraph: 1,
				passageDigest: digest('a'),
				type: 'cites' as const,
				to: { kind: 'record' as const, id: two },
			},
			{
				recordId: one,
				paragraph: 3,
				passageDigest: digest('b'),
				type: 'attests' as const,
				to: { kind: 'event' as const, id: eventId },
			},
			{
				recordId: one,
				paragraph: 9,
				passageDigest: digest('c'),
				type: 'cites' as const,
				to: { kind: 'name' as const, id: nameId },
			},
		];
		const insert = () => database.step('setup', (step) => links.insertExpected(step, rows), { kind: 'setup' });
		insert();
		insert();
		return opened;
	}

	function become(opened: ReturnType<typeof open>, origin: 'automatic' | 'suggested') {
		const ordinals = new Map([
			[1, 0],
			[2, 2],
			[3, 3],
		]);
		opened.database.step('filesAdded', (step) =>
			opened.links.addExpected(step, opened.one, opened.edition.id, ordinals, origin),
		);
	}

	test('are made from the whole passages, once, and undo takes them back', () => {
		const opened = withExpected();
		const { listOf, one, edition, history } = opened;
		become(opened, 'automatic');
		const list = listOf(one);
		expect(list.map((view) => [view.fromNumber, view.type, view.origin, view.from.range])).toEqual([
			[
				1,
				'cites',
				'automatic',
				{ editionId: edition.id, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 16 },
			],
			[
				3,
				'attests',
				'automatic',
				{ editionId: edition.id, startOrdinal: 3, startOffset: 0, endOrdinal: 3, endOffset: 8 },
			],
		]);
		become(opened, 'automatic');
		expect(listOf(one)).toEqual(list);
		history.undo();
		expect(listOf(one)).toEqual([]);
		become(opened, 'automatic');
		expect(listOf(one).map((view) => view.id)).toEqual(list.map((view) => view.id));
	});

	test('are the same in two archives', () => {
		const idsIn = (opened: ReturnType<typeof open>) => {
			become(opened, 'automatic');
			return opened.listOf(opened.one).map((view) => view.id);
		};
		expect(idsIn(withExpected())).toEqual(idsIn(withExpected()));
	});

	test('wait for a person where they are suggested only', () => {
		const opened = withExpected();
		const { links, listOf, one, history } = opened;
		become(opened, 'suggested');
		const [first] = listOf(one);
		links.accept({ id: first?.id ?? id(0) });
		expect(listOf(one).map((view) => view.origin)).toEqual(['user', 'suggested']);
		const number = history.changeNumber();
		links.accept({ id: first?.id ?? id(0) });
		expect(history.changeNumber()).toBe(number);
		expect(history.undo()).toBe('linkAccepted');
		expect(listOf(one).map((view) => view.origin)).toEqual(['suggested', 'suggested']);
		history.redo();
		expect(listOf(one).map((view) => view.origin)).toEqual(['user', 'suggested']);
		expect(() => links.accept({ id: id(99) })).toThrow(/not-found/);
	});
});

test('attestations count whichever way they were drawn, once for each record', () => {
	const { add, record, passage, one, two, links, database, moveToBin } = open();
	add(10, passage(0, 0, 5), event, 'attests');
	add(11, passage(2, 0, 5), event, 'attests');
	add(12, event, record(two), 'attests');
	add(13, record(one), event, 'cites');
	database.step('setup', (step) => {
		const made = { type: 'attests' as const, from: record(two), to: event, origin: 'automatic' as const };
		links.insertWithin(step, [{ ...made, id: wholeLinkId(two, 'attests', eventId) }]);
	});
	expect(links.recordsOnEvents('attests')).toEqual(new Map([[eventId, [one, two]]]));
	moveToBin(two);
	expect(links.recordsOnEvents('attests').get(eventId)).toEqual([one]);
});

test('the other end of a link is called as one quotes it', () => {
	const { addRecord, editions, database, annotations, add, record, one, listOf } = open();
	const recordId = addRecord(30, { title: 'Signed sample' });
	const range = addSignedText({ database, editions }, recordId);
	const fields = { purpose: 'note' as const, body: '', tags: [], isResolved: false };
	annotations.add({ id: testId<AnnotationId>(70), recordId, range, fields });
	add(10, record(one), { kind: 'annotation', id: testId(70) });
	expect(listOf(one)[0]?.other.title).toBe('In 2023 so');
});
