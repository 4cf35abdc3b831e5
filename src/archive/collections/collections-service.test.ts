import { expect, test } from 'vitest';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { CollectionId, RecordId } from '#shared/domain/ids.ts';
import { CollectionsService } from './collections-service.ts';

const [alpha, beta, gamma] = [testId<CollectionId>(31), testId<CollectionId>(32), testId<CollectionId>(33)];

function open() {
	const archive = openTestArchive();
	const collections = new CollectionsService(archive.database);
	collections.add({ id: alpha, name: 'Alpha', parentId: null });
	collections.add({ id: beta, name: 'Beta', parentId: alpha });
	collections.add({ id: gamma, name: 'Gamma', parentId: beta });
	const records = [archive.addRecord(1), archive.addRecord(2)] as [RecordId, RecordId];
	const seen = () => collections.list().map(({ id, name, parentId, recordCount }) => [id, name, parentId, recordCount]);
	return { ...archive, collections, records, seen };
}

/** Does it, takes it back, does it again, and compares what is seen. */
function expectReversible({ seen, history }: ReturnType<typeof open>, label: string, work: () => void) {
	const before = seen();
	work();
	const after = seen();
	expect(after).not.toEqual(before);
	expect(history.undo()).toBe(label);
	expect(seen()).toEqual(before);
	expect(history.redo()).toBe(label);
	expect(seen()).toEqual(after);
}

test('nest, and hold records', () => {
	const { collections, records, seen, moveToBin } = open();
	collections.addRecords({ id: beta, recordIds: records });
	collections.addRecords({ id: beta, recordIds: records });
	expect(seen()).toEqual([
		[alpha, 'Alpha', null, 0],
		[beta, 'Beta', alpha, 2],
		[gamma, 'Gamma', beta, 0],
	]);
	moveToBin(records[0]);
	expect(seen()[1]).toEqual([beta, 'Beta', alpha, 1]);
});

test('every change is one step that can be undone and redone', () => {
	const opened = open();
	const { collections, records } = opened;
	const other = testId<CollectionId>(34);
	expectReversible(opened, 'collectionAdded', () => collections.add({ id: other, name: 'Delta', parentId: gamma }));
	expectReversible(opened, 'recordsCollected', () => collections.addRecords({ id: beta, recordIds: records }));
	expectReversible(opened, 'recordsUncollected', () =>
		collections.removeRecords({ id: beta, recordIds: [records[0], testId<RecordId>(9)] }),
	);
	expectReversible(opened, 'recordsCollected', () => collections.addRecords({ id: beta, recordIds: [records[0]] }));
	expectReversible(opened, 'collectionRenamed', () =>
		collections.rename({ id: beta, name: 'Omega', revision: collections.list()[1]?.revision ?? 0 }),
	);
	expectReversible(opened, 'collectionRemoved', () => collections.remove({ id: beta }));
});

test('removing one takes those in it along and leaves tombstones; the records stay', () => {
	const { collections, records, seen, connection } = open();
	collections.addRecords({ id: gamma, recordIds: records });
	collections.remove({ id: beta });
	collections.remove({ id: beta });
	expect(seen()).toEqual([[alpha, 'Alpha', null, 0]]);
	const live = (table: string) => connection.get(`SELECT count(*) AS n FROM ${table} WHERE deleted_clock IS NULL`);
	expect(live('collection_members')).toEqual({ n: 0 });
	expect(live('records')).toEqual({ n: 2 });
	expect(connection.get('SELECT count(*) AS n FROM collections')).toEqual({ n: 3 });
});

test('repeated calls make one collection and no further step', () => {
	const { collections, history } = open();
	const before = history.changeNumber();
	collections.add({ id: alpha, name: 'Other', parentId: null });
	expect(history.changeNumber()).toBe(before);
	collections.remove({ id: gamma });
	expect(() => collections.add({ id: gamma, name: 'Gamma', parentId: null })).toThrow(/conflict/);
});

test('refuses a stale revision, a ring, and what is not there', () => {
	const { collections, records, seen } = open();
	const before = seen();
	const unknown = testId<CollectionId>(99);
	expect(() => collections.rename({ id: alpha, name: 'x', revision: 7 })).toThrow(/conflict/);
	expect(() => collections.rename({ id: unknown, name: 'x', revision: 1 })).toThrow(/not-found/);
	expect(() => collections.add({ id: unknown, name: 'x', parentId: unknown })).toThrow(/invalid-input/);
	expect(() => collections.add({ id: testId(98), name: 'x', parentId: unknown })).toThrow(/not-found/);
	expect(() => collections.remove({ id: unknown })).toThrow(/not-found/);
	expect(() => collections.addRecords({ id: unknown, recordIds: records })).toThrow(/not-found/);
	expect(() => collections.addRecords({ id: alpha, recordIds: [records[0], testId(97)] })).toThrow(/not-found/);
	expect(() => collections.removeRecords({ id: unknown, recordIds: records })).toThrow(/not-found/);
	expect(seen()).toEqual(before);
});

test('a ring that came from elsewhere can be listed and removed', () => {
	const { collections, database } = open();
	database.step('setup', (step) => step.update('collections', alpha, { parent_id: gamma }), { kind: 'setup' });
	expect(collections.list()).toHaveLength(3);
	collections.remove({ id: beta });
	expect(collections.list()).toEqual([]);
});

test('holds ten thousand records, put in and taken out as one step', () => {
	const { collections, database, addRecord, history } = open();
	const first = addRecord(1000);
	const row = database.reader.get<Record<string, string>>('SELECT * FROM records WHERE id = ?', first) ?? {};
	const { id: _id, clock: _clock, revision: _revision, deleted_clock: _deleted, ...columns } = row;
	const recordIds = Array.from({ length: 10_000 }, (_, at) => testId<RecordId>(2000 + at));
	database.step('setup', (step) => {
		for (const id of recordIds) step.insert('records', id, columns as never);
	});
	collections.addRecords({ id: alpha, recordIds });
	expect(collections.list()[0]?.recordCount).toBe(10_000);
	history.undo();
	expect(collections.list()[0]?.recordCount).toBe(0);
});
