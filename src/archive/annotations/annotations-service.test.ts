import { describe, expect, test } from 'vitest';
import { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { TagsService } from '#archive/tags/tags-service.ts';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import { type Annotation, type AnnotationFields, quoteOf, type TextRange } from '#shared/domain/annotation.ts';
import type { Block } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { AnnotationsService } from './annotations-service.ts';

const plain: AnnotationFields = { purpose: 'note', body: '', tags: [], isResolved: false };
const id = testId<AnnotationId>;

function open() {
	const archive = openTestArchive();
	const tags = new TagsService(archive.database);
	const annotations = new AnnotationsService(archive.database, archive.editions, tags, () => 'A. Reader');
	const recordId = archive.addRecord(1);
	const edition = archive.addEdition(recordId, ['Alpha beta gamma', 'Delta 😀 epsilon', 'Zeta eta theta']);
	const range = (startOrdinal: number, startOffset: number, endOrdinal: number, endOffset: number): TextRange => ({
		...{ editionId: edition.id, startOrdinal, startOffset, endOrdinal, endOffset },
	});
	const add = (number: number, at: TextRange | null, fields: Partial<AnnotationFields> = {}, replyTo?: number) =>
		annotations.add({
			id: id(number),
			recordId,
			range: at,
			fields: { ...plain, ...fields },
			...(replyTo && { replyToId: id(replyTo) }),
		});
	const idsInOrder = () => annotations.list({ recordId }).map((annotation) => annotation.id);
	return { ...archive, tags, annotations, recordId, edition, range, add, idsInOrder };
}

/** What undo brings back: everything but the stamps, which only move on. */
function unstamped(annotations: Annotation[]) {
	return annotations.map(({ clock: _clock, revision: _revision, ...rest }) => rest);
}

describe('add', () => {
	test('stores the words of the text and who wrote', () => {
		const { add, range, annotations, recordId } = open();
		const made = add(10, range(0, 6, 1, 8), { purpose: 'claim', body: 'A *sample* remark', tags: ['two', 'One'] });
		expect(made).toMatchObject({
			target: { exact: 'beta gamma\nDelta 😀', prefix: 'Alpha ', suffix: ' epsilon\nZeta eta theta' },
			purpose: 'claim',
			body: 'A *sample* remark',
			tags: ['One', 'two'],
			author: 'A. Reader',
			placement: 'placed',
			revision: 1,
			replyToId: null,
		});
		expect(made.createdAt).toBe(made.changedAt);
		expect(annotations.list({ recordId })).toEqual([made]);
	});

	test('takes a range the other way round and whole characters only', () => {
		const { add, range } = open();
		expect(add(10, range(1, 7, 1, 6)).target).toMatchObject({ startOffset: 6, endOffset: 8, exact: '😀' });
	});

	test('makes one annotation of a repeated call', () => {
		const { add, range, history, annotations } = open();
		const first = add(10, range(0, 0, 0, 5));
		const before = history.changeNumber();
		expect(add(10, range(0, 0, 0, 5), { body: 'later' })).toEqual(first);
		expect(history.changeNumber()).toBe(before);
		annotations.remove({ ids: [id(10)] });
		expect(() => add(10, range(0, 0, 0, 5))).toThrow(/conflict/);
	});

	test.each([
		['a passage that is not there', { startOrdinal: 0, endOrdinal: 7 }],
		['an offset behind the text', { endOrdinal: 0, endOffset: 99 }],
		['no text', { endOrdinal: 0, endOffset: 0 }],
		['another text', { editionId: testId<EditionId>(77) }],
	])('refuses %s and writes nothing', (_, part) => {
		const { add, range, annotations, history } = open();
		expect(() => add(10, { ...range(0, 0, 1, 1), ...part })).toThrow(/invalid-input/);
		expect(annotations.list({})).toEqual([]);
		expect(history.state().undo).toBeNull();
	});

	test("refuses another record's text, an unknown record and a reply across records", () => {
		const { add, range, annotations, addRecord } = open();
		const other = addRecord(2);
		add(10, null);
		const call = { id: id(11), recordId: other, range: null, fields: plain };
		expect(() => annotations.add({ ...call, range: range(0, 0, 0, 5) })).toThrow(/invalid-input/);
		expect(() => annotations.add({ ...call, recordId: testId<RecordId>(99) })).toThrow(/not-found/);
		expect(() => annotations.add({ ...call, replyToId: id(10) })).toThrow(/invalid-input/);
		expect(() => annotations.add({ ...call, replyToId: id(98) })).toThrow(/not-found/);
	});
});

test('a read-only archive refuses every change of its notes, and stays as it was', () => {
	const { add, range, recordId, connection, database, editions } = open();
	const { revision } = add(10, range(0, 0, 0, 5), { body: 'Before' });
	const before = canonicalExport(connection);
	const { replicaId } = database;
	const lent = new ArchiveDatabase(connection, { replicaId, author: () => '', now: () => 0, isReadOnly: true });
	const annotations = new AnnotationsService(lent, editions, new TagsService(lent), () => 'A. Reader');
	const refused: (() => unknown)[] = [
		() => annotations.add({ id: id(11), recordId, range: range(0, 0, 0, 5), fields: plain }),
		() => annotations.update({ id: id(10), revision, fields: { body: 'After' } }),
		() => annotations.change({ ids: [id(10)], change: { addTags: ['alpha'] } }),
		() => annotations.remove({ ids: [id(10)] }),
	];
	for (const change of refused) expect(change).toThrow(expect.objectContaining({ code: 'read-only' }));
	expect(canonicalExport(connection)).toBe(before);
	expect(annotations.get({ id: id(10) }).body).toBe('Before');
});

describe('list', () => {
	test('goes by the text, whole-record notes first, the outer mark before the inner, replies behind theirs', () => {
		const { add, range, idsInOrder } = open();
		add(10, range(2, 0, 2, 4));
		add(11, range(0, 6, 0, 10));
		add(12, range(0, 6, 1, 5));
		add(13, null, { body: 'on the whole' });
		add(14, null, { body: 'an answer' }, 12);
		add(15, null, { body: 'to the answer' }, 14);
		add(16, null, { body: 'another answer' }, 12);
		expect(idsInOrder()).toEqual([13, 12, 14, 15, 16, 11, 10].map(id));
	});

	test("gives all of the archive's newest first, without those of records in the bin", () => {
		const { add, range, annotations, addRecord, moveToBin } = open();
		const other = addRecord(2);
		add(10, range(0, 0, 0, 5), { tags: ['alpha'] });
		annotations.add({ id: id(11), recordId: other, range: null, fields: { ...plain, tags: ['beta'] } });
		expect(annotations.list({}).map(({ tags }) => tags)).toEqual([['beta'], ['alpha']]);
		moveToBin(other);
		expect(annotations.list({}).map((annotation) => annotation.id)).toEqual([id(10)]);
		expect(annotations.list({ recordId: other })).toHaveLength(1);
	});

	test('says that a mark has no place in a newer text', () => {
		const { add, range, annotations, recordId, addEdition } = open();
		add(10, range(0, 0, 0, 5));
		add(11, null);
		addEdition(recordId, ['Other alpha', 'Other beta']);
		expect(annotations.list({ recordId }).map((annotation) => annotation.placement)).toEqual(['placed', 'unplaced']);
	});

	test('holds ten thousand', () => {
		const { annotations, database, recordId, range } = open();
		database.step('setup', (step) => {
			for (let number = 0; number < 10_000; number += 1) {
				const at = range(number % 3, number % 5, number % 3, 6);
				const fields = { ...plain, tags: [`tag ${number % 7}`] };
				annotations.addWithin(step, { id: id(1000 + number), recordId, range: at, fields });
			}
		});
		const list = annotations.list({ recordId });
		expect(list).toHaveLength(10_000);
		expect(list.at(-1)?.target?.startOrdinal).toBe(2);
		expect(annotations.list({})[0]?.id).toBe(id(10_999));
	});
});

describe('update', () => {
	test('changes the given fields and nothing else', () => {
		const { add, range, annotations } = open();
		const made = add(10, range(0, 0, 0, 5), { body: 'first', tags: ['alpha'] });
		const changed = annotations.update({
			id: id(10),
			revision: 1,
			fields: { body: 'second', tags: ['beta'], isResolved: true },
		});
		const { clock: _clock, changedAt: _changedAt, ...kept } = made;
		expect(changed).toMatchObject({ ...kept, body: 'second', tags: ['beta'], isResolved: true, revision: 2 });
		expect(changed.changedAt > made.changedAt).toBe(true);
	});

	test('refuses a stale revision and leaves everything as it is', () => {
		const { add, annotations, recordId, history } = open();
		add(10, null);
		annotations.update({ id: id(10), revision: 1, fields: { body: 'second' } });
		const before = [annotations.list({ recordId }), history.changeNumber()];
		const stale = { id: id(10), revision: 1, fields: { body: 'third', tags: ['alpha'] } };
		expect(() => annotations.update(stale)).toThrow(/conflict/);
		expect([annotations.list({ recordId }), history.changeNumber()]).toEqual(before);
	});

	test('a change of tags alone moves the revision; the same values make no step', () => {
		const { add, annotations, history } = open();
		add(10, null, { tags: ['alpha'] });
		expect(annotations.update({ id: id(10), revision: 1, fields: { tags: ['beta'] } }).revision).toBe(2);
		const before = history.changeNumber();
		annotations.update({ id: id(10), revision: 2, fields: { tags: ['BETA'], body: '', purpose: 'note' } });
		expect(history.changeNumber()).toBe(before);
	});

	test('does not know what was removed', () => {
		const { add, annotations } = open();
		add(10, null);
		annotations.remove({ ids: [id(10)] });
		expect(() => annotations.update({ id: id(10), revision: 2, fields: { body: 'x' } })).toThrow(/not-found/);
	});
});

describe('remove', () => {
	test('takes replies along, leaves tombstones, and is one thing to undo', () => {
		const { add, range, annotations, recordId, history, connection } = open();
		add(10, range(0, 0, 0, 5), { tags: ['alpha'] });
		add(11, null, {}, 10);
		add(12, null, {}, 11);
		add(13, range(1, 0, 1, 5));
		const before = annotations.list({ recordId });
		annotations.remove({ ids: [id(10), id(13)] });
		expect(annotations.list({ recordId })).toEqual([]);
		expect(connection.get('SELECT count(*) AS rows FROM annotations WHERE deleted_clock IS NOT NULL')).toEqual({
			rows: 4,
		});
		expect(history.undo()).toBe('annotationsRemoved');
		expect(unstamped(annotations.list({ recordId }))).toEqual(unstamped(before));
		history.redo();
		expect(annotations.list({ recordId })).toEqual([]);
	});

	test('may be repeated, but not for what never was', () => {
		const { add, annotations, history } = open();
		add(10, null);
		annotations.remove({ ids: [id(10)] });
		const before = history.changeNumber();
		annotations.remove({ ids: [id(10)] });
		expect(history.changeNumber()).toBe(before);
		expect(() => annotations.remove({ ids: [id(99)] })).toThrow(/not-found/);
	});
});

test('tags of annotations count with those of records while the annotation is there', () => {
	const { add, annotations, tags, recordId } = open();
	tags.setOnRecord({ recordId, tags: ['Alpha'] });
	add(10, null, { tags: ['alpha', 'beta'] });
	expect(tags.list().map(({ name, useCount, recordCount }) => [name, useCount, recordCount])).toEqual([
		['Alpha', 2, 1],
		['beta', 1, 0],
	]);
	annotations.remove({ ids: [id(10)] });
	expect(tags.list().map((tag) => tag.name)).toEqual(['Alpha']);
});

describe('regions of pages', () => {
	const sha256 = 'ab'.repeat(32) as Sha256;
	const region = { originalSha256: sha256, page: 2, x: 100, y: 200, width: 3000, height: 400 };

	function openWithFile() {
		const archive = open();
		const { database, recordId } = archive;
		database.step(
			'setup',
			(step) => {
				const original = ['application/pdf', 3, 1024];
				step.writer.run('INSERT INTO originals VALUES (?, ?, ?, ?)', sha256, ...original);
				const part = { record_id: recordId, ordinal: 0, sha256, file_name: 'a.pdf', received_at: '2020-01-01' };
				step.insert('record_parts', id(90), part);
			},
			{ kind: 'setup' },
		);
		const mark = (number: number, at: object = {}) =>
			archive.annotations.add({ id: id(number), recordId, range: null, region: { ...region, ...at }, fields: plain });
		return { ...archive, mark };
	}

	test('are kept as they were drawn, changed, removed and brought back like any other', () => {
		const { mark, annotations, history, recordId } = openWithFile();
		expect(mark(10)).toMatchObject({ region, target: null, place: null, placement: 'placed' });
		annotations.update({ id: id(10), revision: 1, fields: { body: 'A stamp' } });
		annotations.remove({ ids: [id(10)] });
		expect(annotations.list({ recordId })).toEqual([]);
		history.undo();
		expect(annotations.list({ recordId })).toMatchObject([{ region, body: 'A stamp' }]);
	});

	test('stand behind notes on the record and before marks on words, in the order of the pages', () => {
		const { mark, add, range, idsInOrder } = openWithFile();
		add(20, range(0, 0, 0, 5));
		mark(21, { page: 3 });
		mark(22, { y: 900 });
		mark(23);
		add(24, null);
		expect(idsInOrder()).toEqual([24, 23, 22, 21, 20].map((number) => id(number)));
	});

	test.each([
		['beyond the page', { x: 9000 }],
		['without size', { width: 0 }],
		['on no page', { page: 0 }],
		['on a file of no record', { originalSha256: 'cd'.repeat(32) }],
	])('%s are refused, and nothing is written', (_, at) => {
		const { mark, annotations, recordId } = openWithFile();
		expect(() => mark(10, at)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
		expect(annotations.list({ recordId })).toEqual([]);
	});
});

test('words are given as one quotes them too, where they are stored otherwise, however they are asked for', () => {
	const { annotations, addRecord, editions, database } = open();
	const recordId = addRecord(2);
	const raised = (start: number, length = 1) => [{ start, end: start + length, kind: 'superscript' as const }];
	const blocks: Block[] = [
		{ kind: 'paragraph', text: 'In 20231 so it was.', marks: raised(7) },
		{ kind: 'paragraph', text: 'Two lines\nof one page', wrapped: true },
		{ kind: 'paragraph', text: 'Five m2 of it.', marks: raised(6) },
		{ kind: 'note', text: '1 Alpha', marks: raised(0) },
	];
	const made = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
	const edition = database.step('setup', (step) =>
		editions.addWithin(step, recordId, { ...made, parameters: {}, language: 'en', blocks }),
	);
	const add = (number: number, [startOrdinal, startOffset]: number[], [endOrdinal, endOffset]: number[]) => {
		const range = { editionId: edition.id, startOrdinal, startOffset, endOrdinal, endOffset } as TextRange;
		return annotations.add({ id: id(number), recordId, range, fields: plain });
	};
	const overAll = add(30, [0, 0], [1, 9]);
	expect(overAll).toMatchObject({
		target: { exact: 'In 20231 so it was.\nTwo lines' },
		quoted: 'In 2023 so it was.\nTwo lines',
	});
	expect(add(31, [1, 0], [1, 21]).quoted).toBe('Two lines of one page');
	// The sign alone, a raised number that no note has, and words without any.
	for (const mark of [add(32, [0, 7], [0, 8]), add(33, [2, 0], [2, 10]), add(34, [0, 9], [0, 18])])
		expect(mark).not.toHaveProperty('quoted');
	expect(annotations.list({ recordId })[0]).toEqual(overAll);
	expect(annotations.list({}).find((each) => each.id === id(30))).toEqual(overAll);
	expect(annotations.some({ ids: [id(30)] })).toEqual([overAll]);
	expect(quoteOf(overAll)).toBe('In 2023 so it was.\nTwo lines');
});
