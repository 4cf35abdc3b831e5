import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { CatalogueEntry } from '#shared/domain/catalogue.ts';
import { type JobId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

async function setUp() {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	writeFileSync(join(root, 'letter.txt'), 'Alpha beta gamma.');
	const [item] = await archives.add(archive, join(root, 'letter.txt'));
	return { archive, recordId: item?.recordId as RecordId, sha256: item?.sha256 as Sha256 };
}

function row(number: number, fields: CatalogueEntry['fields'], more: Partial<CatalogueEntry> = {}): CatalogueEntry {
	return { row: number, fields, description: {}, ...more };
}

async function bringIn(archive: Archive, entries: CatalogueEntry[], replaces = false) {
	const { jobs } = archive.services;
	const { catalogue } = await archive.services.onDemand();
	const planned = catalogue.preview({ entries, replaces }).map(({ outcome }) => outcome);
	const id = catalogue.importRows({ id: newId<JobId>(), fileName: 'list.csv', entries, replaces });
	await jobs.whenEnded(id);
	const { items } = jobs.items({ id, offset: 0, limit: 100_000 });
	expect(items.map(({ outcome }) => outcome)).toEqual(planned);
	return items;
}

test('rows describe what is held by its digest or code, or become records described only; one undo', async () => {
	const { archive, recordId, sha256 } = await setUp();
	const { records, descriptions, history } = archive.services;
	const entries = [
		row(1, { title: 'Sample letter', rights: 'free' }, { sha256, description: { referenceCode: 'F-1' } }),
		row(2, { title: 'Not held', kind: 'report' }, { description: { referenceCode: 'F-2', level: 'item' } }),
		row(3, { rights: 'none' }),
		row(4, { title: 'Again' }, { description: { referenceCode: 'F-2' } }),
	];
	const items = await bringIn(archive, entries);
	expect(items.map(({ outcome, error, note }) => [outcome, error?.detail.reason ?? note])).toEqual([
		['described', message('catalogue.reason.kept', { fields: message('record.field.title') })],
		['added', undefined],
		['failed', message('catalogue.reason.title')],
		['failed', message('catalogue.reason.twice')],
	]);
	expect(records.get({ id: recordId })).toMatchObject({ title: 'letter', rights: 'free', holding: 'held' });
	expect(descriptions.get({ recordId })).toMatchObject({ referenceCode: 'F-1' });
	const added = items[1]?.recordId as RecordId;
	expect(records.get({ id: added })).toMatchObject({ title: 'Not held', kind: 'report', holding: 'described-only' });
	expect(descriptions.get({ recordId: added })).toMatchObject({ referenceCode: 'F-2', level: 'item' });

	history.undo();
	expect(records.list({})).toMatchObject([{ id: recordId, rights: '' }]);
	expect(descriptions.get({ recordId })).toMatchObject({ referenceCode: '' });
});

test('the report names what of a row could not be read, beside what was left', async () => {
	const { archive, sha256 } = await setUp();
	const items = await bringIn(archive, [
		row(1, { title: 'Not held', description: 'Date: spring' }, { unread: ['Date', 'Level'] }),
		row(2, { title: 'Sample letter' }, { sha256, unread: ['Date'] }),
	]);
	const kept = message('catalogue.reason.kept', { fields: message('record.field.title') });
	expect(items.map(({ outcome, note }) => [outcome, note])).toEqual([
		['added', message('catalogue.reason.unread', { columns: 'Date, Level' })],
		['differs', `${kept}; ${message('catalogue.reason.unread', { columns: 'Date' })}`],
	]);
});

test('the same catalogue again adds nothing; what differs stays, or gives way when that is asked for', async () => {
	const { archive, recordId, sha256 } = await setUp();
	const entries = [
		row(1, { title: 'Sample letter' }, { sha256 }),
		row(2, { title: 'Not held', dates: [{ type: 'created', edtf: '2021', inferred: '' }] }),
		row(3, { title: 'Other', rights: 'free' }, { description: { referenceCode: 'F-3' } }),
	];
	expect((await bringIn(archive, entries)).map(({ outcome }) => outcome)).toEqual(['differs', 'added', 'added']);
	const again = await bringIn(archive, entries);
	expect(again.map(({ outcome }) => outcome)).toEqual(['differs', 'already-held', 'already-held']);
	const replaced = await bringIn(archive, entries, true);
	expect(replaced.map(({ outcome }) => outcome)).toEqual(['described', 'already-held', 'already-held']);
	expect(archive.services.records.get({ id: recordId }).title).toBe('Sample letter');
});

test('rows and records that only share a title are things of their own', async () => {
	const { archive, recordId } = await setUp();
	const sha256 = 'a'.repeat(64) as Sha256;
	const entries = [
		row(0, { title: 'letter' }, { sha256 }),
		row(1, { title: 'letter', description: 'one' }),
		row(2, { title: 'letter', description: 'two' }),
		row(3, { title: 'letter', description: 'two' }),
	];
	const items = await bringIn(archive, entries);
	expect(items.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added', 'failed']);
	const added = archive.services.records.get({ id: items[0]?.recordId as RecordId });
	expect(added).toMatchObject({ holding: 'described-only', description: `SHA-256: ${sha256}` });
	expect(archive.services.records.get({ id: recordId }).description).toBe('');
	const again = await bringIn(archive, entries);
	expect(again.map(({ outcome }) => outcome)).toEqual(['already-held', 'already-held', 'already-held', 'failed']);
});

test('a record that two rows name, each in its own way, is described by the first', async () => {
	const { archive, recordId, sha256 } = await setUp();
	archive.services.descriptions.update({ recordIds: [recordId], fields: { referenceCode: 'F-1' } });
	const items = await bringIn(archive, [
		row(1, { rights: 'free' }, { sha256 }),
		row(2, { rights: 'none' }, { description: { referenceCode: 'F-1' } }),
		row(3, { title: 'letter' }),
	]);
	expect(items.map(({ outcome, error }) => [outcome, error?.detail.reason])).toEqual([
		['described', undefined],
		['failed', message('catalogue.reason.twice')],
		['failed', message('catalogue.reason.twice')],
	]);
	expect(archive.services.records.get({ id: recordId }).rights).toBe('free');
});

test('a code that several records have describes none of them', async () => {
	const { archive } = await setUp();
	const { records, descriptions } = archive.services;
	const ids = ['One', 'Two'].map((title) => records.add({ id: newId<RecordId>(), fields: { title } }).id);
	descriptions.update({ recordIds: ids, fields: { referenceCode: 'F-1' } });
	const [item] = await bringIn(archive, [row(1, { title: 'Three' }, { description: { referenceCode: 'F-1' } })]);
	expect(item).toMatchObject({ outcome: 'failed', error: { detail: { reason: message('catalogue.reason.several') } } });
});

test('cancelled, it accounts for the rows that it did not reach', async () => {
	const { archive } = await setUp();
	const { jobs } = archive.services;
	const { catalogue } = await archive.services.onDemand();
	const entries = Array.from({ length: 500 }, (_, at) => row(at + 1, { title: `Sample ${at}` }));
	const id = catalogue.importRows({ id: newId<JobId>(), fileName: 'list.csv', entries, replaces: false });
	jobs.cancel({ id });
	await jobs.whenEnded(id);
	expect(jobs.get({ id })).toMatchObject({ state: 'cancelled', done: 500, counts: { cancelled: 500 } });
});
