import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { makeKey } from '#archive/db/archive-key.ts';
import { createArchive } from '#archive/open-archive.ts';
import type { CopyLimits } from '#archive/snapshots/snapshot-keeper.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { fillEveryTable } from '#archive/testing/every-table.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { type AnnotationId, type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

// Its folders are removed after the archives in them are closed.
const makeFolder = temporaryFolders();
const archives = archivesOnDisk();
let folder = '';
beforeEach(() => {
	folder = makeFolder();
});
const at = (name: string) => join(folder, name);
/** Plainly artificial, and nowhere else in a file. */
const marker = 'Quillonbrake';
const reason = 'The sample giver asked for it back.';

/** Archive files, logs and snapshots below the folder that have these bytes anywhere. */
function filesWith(bytes: Buffer): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.lectern/.test(name) && statSync(at(name)).isFile())
		.filter((name) => readFileSync(at(name)).includes(bytes));
}

async function open(): Promise<Archive> {
	return archives.create(at('sample.lectern'), { snapshotsFolder: at('snapshots') });
}

/** A letter and a compressed file, with notes and descriptions that were changed since; other work beside them. */
async function addMarked(archive: Archive): Promise<{ letterId: RecordId; packedId: RecordId; packed: Buffer }> {
	const packed = gzipSync(Buffer.from(`${marker} `.repeat(50)));
	await fillEveryTable(archive, archives, at('other'));
	writeFileSync(at('letter.txt'), `A sample letter\n\nIt names ${marker} once.\n\nAnd ends.\n`);
	writeFileSync(at('packed.bin'), packed);
	const [letter, bin] = await archives.add(archive, at('letter.txt'), at('packed.bin'));
	const { records, annotations } = archive.services;
	const letterId = letter?.recordId as RecordId;
	const packedId = bin?.recordId as RecordId;
	const { revision, editionId } = records.get({ id: letterId });
	const fields = { title: `${marker}'s first title`, description: `About ${marker}` };
	const { revision: next } = records.update({ id: letterId, revision, fields });
	records.update({ id: letterId, revision: next, fields: { title: `${marker}'s second title` } });
	const noteId = newId<AnnotationId>();
	const range = editionId === null ? null : { editionId, startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: 8 };
	annotations.add({
		id: noteId,
		recordId: letterId,
		range,
		fields: { purpose: 'note', body: `${marker} in a note`, tags: [], isResolved: false },
	});
	annotations.remove({ ids: [noteId] });
	return { letterId, packedId, packed };
}

/** The other one is in every archive that is filled for tests. */
const own = (archive: Archive) => archive.services.withdrawals.list().filter((each) => each.reason === reason);

async function purge(archive: Archive, ...recordIds: RecordId[]): Promise<JobId> {
	const id = newId<JobId>();
	await archive.services.withdrawals.purge({ id, recordIds, reason });
	await archive.services.jobs.whenEnded(id);
	return id;
}

test('takes whatever an archive can hold of a record', async () => {
	const archive = await open();
	await fillEveryTable(archive, archives, at('other'));
	const all = archive.services.records.list({}).map(({ id }) => id);
	const id = await purge(archive, ...all);
	expect(archive.services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
	expect(archive.services.records.list({})).toEqual([]);
});

test('leaves no byte of it in the archive, its log and the snapshots; the custody log holds', async () => {
	const archive = await open();
	const { letterId, packedId, packed } = await addMarked(archive);
	await archive.snapshot();
	expect(filesWith(Buffer.from(marker)).length).toBeGreaterThan(1);
	const preview = archive.services.withdrawals.preview({ recordIds: [letterId, packedId] });
	expect(preview).toMatchObject({ originals: { count: 2 }, annotationCount: 1, closedCopies: [] });
	const marked = filesWith(Buffer.from(marker)).filter((name) => name.startsWith('snapshots'));
	expect(preview.copies.map((path) => relative(folder, path)).sort()).toEqual(marked.sort());

	const id = await purge(archive, letterId, packedId);

	const { jobs, custody, contentRoot, history, records } = archive.services;
	expect(jobs.get({ id })).toMatchObject({ state: 'done', error: null, counts: { erased: 4 + marked.length } });
	expect(filesWith(Buffer.from(marker))).toEqual([]);
	expect(filesWith(packed.subarray(12, 60))).toEqual([]);
	expect(custody.check().firstBad).toBeNull();
	expect(contentRoot.check()).toBe('intact');
	expect(custody.find({ filter: { kinds: ['erased'] }, offset: 0, limit: 9 }).entries).toMatchObject(
		Array.from({ length: 4 }, () => ({ detail: { reason } })),
	);
	expect(records.list({}).map((record) => record.id)).not.toContain(letterId);
	expect(own(archive)).toMatchObject([{ reason, isHeldHere: false }, { reason }]);
	expect(archive.database.reader.all('PRAGMA foreign_key_check')).toEqual([]);
	while (history.undo()) expect(records.list({}).map((record) => record.id)).not.toContain(letterId);
	await archive.close();
	expect(filesWith(Buffer.from(marker))).toEqual([]);
});

test('what else a job was asked for can still be run again', async () => {
	const archive = await open();
	mkdirSync(at('sources'));
	for (const name of ['sources/one.txt', 'lone.txt']) writeFileSync(at(name), `A sample of ${name}, by ${marker}`);
	const id = newId<JobId>();
	const { adding, jobs, records } = archive.services;
	const paths = [at('sources'), at('lone.txt'), at('absent.txt'), at('below/lone.txt')].map((path) => ({ path }));
	adding.add(id, { paths });
	await jobs.whenEnded(id);
	expect(jobs.get({ id }).counts).toEqual({ added: 2, failed: 2 });
	await purge(archive, ...records.list({}).map((record) => record.id));

	// Another file of the same name is told apart by its folder.
	const left = ['sources', 'absent.txt', 'below/lone.txt'].map((name) => ({ path: at(name) }));
	expect(jobs.requestOf(id)).toMatchObject({ paths: left });
	writeFileSync(at('absent.txt'), 'It came after all');
	writeFileSync(at('sources/two.txt'), 'So did this');
	const retryId = adding.retry({ id });
	await jobs.whenEnded(retryId);
	expect(records.list({}).map(({ source }) => source)).toEqual(['sources/two.txt', 'absent.txt']);
	expect(jobs.get({ id: retryId }).counts).toEqual({ added: 2, withdrawn: 1, failed: 1 });
});

describe('where no new copy can be taken', () => {
	const letter = async (copyLimits: CopyLimits) => {
		const archive = await open();
		writeFileSync(at('letter.txt'), `A sample letter that names ${marker}.`);
		const [item] = await archives.add(archive, at('letter.txt'));
		await archive.snapshot();
		await archive.close();
		const again = await archives.open(at('sample.lectern'), { snapshotsFolder: at('snapshots'), copyLimits });
		return { archive: again, recordId: item?.recordId as RecordId };
	};
	const copies = () => filesWith(Buffer.from('SQLite format')).filter((name) => name.startsWith('snapshots'));
	const noRoom: CopyLimits = { largestBytes: 1, freeBytes: () => 0 };

	test('the last one stays and is reported, until there is room again', async () => {
		const limits = { ...noRoom };
		const { archive, recordId } = await letter(limits);
		const before = copies();
		const { withdrawals, jobs } = archive.services;
		expect(withdrawals.preview({ recordIds: [recordId] })).toMatchObject({ canBeCopied: false });
		const id = await purge(archive, recordId);
		expect(jobs.items({ id, offset: 2, limit: 99 }).items.filter(({ outcome }) => outcome === 'failed')).toEqual([
			{ name: at(before[0] as string), outcome: 'failed', note: message('purge.reason.last-copy') },
		]);
		expect(copies()).toEqual(before.slice(0, 1));

		limits.freeBytes = () => Number.MAX_SAFE_INTEGER;
		const retryId = await withdrawals.retry({ id });
		await jobs.whenEnded(retryId);
		expect(jobs.get({ id: retryId })).toMatchObject({ state: 'done', counts: { erased: 1 } });
		expect(copies()).toHaveLength(1);
		expect(filesWith(Buffer.from(marker))).toEqual([]);
	});

	test('it goes too where that was said', async () => {
		const { archive, recordId } = await letter(noRoom);
		const id = newId<JobId>();
		await archive.services.withdrawals.purge({ id, recordIds: [recordId], reason, takesAll: true });
		await archive.services.jobs.whenEnded(id);
		expect(archive.services.jobs.get({ id }).counts.failed).toBeUndefined();
		expect(copies()).toEqual([]);
	});

	test('an archive too large for a copy every few minutes gets one now', async () => {
		const { archive, recordId } = await letter({ largestBytes: 1, freeBytes: () => Number.MAX_SAFE_INTEGER });
		expect(archive.services.withdrawals.preview({ recordIds: [recordId] }).canBeCopied).toBe(true);
		await purge(archive, recordId);
		expect(copies()).toHaveLength(1);
		expect(filesWith(Buffer.from(marker))).toEqual([]);
	});
});

describe('copies of the other profile', () => {
	const other = (knownPaths: string[] = []) => [{ folder: at('snapshots'), knownPaths }];
	const passphrase = 'sample words of a test';

	test('are found in the field, but for those of an archive that is elsewhere on the device', async () => {
		const path = at('sample.lectern');
		const key = await makeKey(passphrase);
		const archive = createArchive(
			path,
			'Sample archive',
			archives.environment({ snapshotsFolder: at('snapshots') }),
			key,
		);
		writeFileSync(at('letter.txt'), `A sample letter that names ${marker}.`);
		const [item] = await archives.add(archive, at('letter.txt'));
		const recordIds = [item?.recordId as RecordId];
		await archive.snapshot();
		await archive.close();
		copyFileSync(path, at('elsewhere.lectern'));
		const elsewhere = await archives.open(at('elsewhere.lectern'), { snapshotsFolder: at('snapshots') }, passphrase);
		await elsewhere.snapshot();
		await elsewhere.close();

		const inField = { snapshotsFolder: 'beside', otherCopies: () => other([at('elsewhere.lectern')]) } as const;
		const field = await archives.open(path, inField, passphrase);
		await field.snapshot();
		const { copies } = field.services.withdrawals.preview({ recordIds });
		const folders = copies.map((copy) => relative(folder, copy).split('/')[0]);
		expect(folders).toEqual(['copies', ...folders.slice(1).map(() => 'snapshots')]);
		expect(folders.length).toBeGreaterThan(1);
		await purge(field, ...recordIds);
		expect(copies.map((copy) => existsSync(copy))).toEqual(copies.map(() => false));
		await field.close();

		const kept = await archives.open(at('elsewhere.lectern'), { snapshotsFolder: at('snapshots') }, passphrase);
		expect(kept.copies.taken().length).toBeGreaterThan(0);
	});

	test('are found outside the field; those of another passphrase are named and left', async () => {
		const path = at('sample.lectern');
		const key = await makeKey(passphrase);
		const field = createArchive(path, 'Sample archive', archives.environment({ snapshotsFolder: 'beside' }), key);
		writeFileSync(at('letter.txt'), `A sample letter that names ${marker}.`);
		const [item] = await archives.add(field, at('letter.txt'));
		await field.snapshot();
		await field.close();
		const [beside = ''] = filesWith(Buffer.from('')).filter((name) => name.startsWith('copies'));
		const closed = at(join(dirname(beside), '2001-01-01T00-00-00.000Z.lectern'));
		writeFileSync(closed, 'What no passphrase opens');

		const host = await archives.open(path, { snapshotsFolder: at('snapshots') }, passphrase);
		const recordIds = [item?.recordId as RecordId];
		const preview = host.services.withdrawals.preview({ recordIds });
		expect(preview).toMatchObject({ copies: expect.arrayContaining([at(beside)]), closedCopies: [closed] });
		await purge(host, ...recordIds);
		expect([existsSync(at(beside)), existsSync(closed)]).toEqual([false, true]);
	});
});

test('a file that was withdrawn is told, and comes back when that is asked for', async () => {
	const archive = await open();
	const { letterId, packedId } = await addMarked(archive);
	await purge(archive, letterId, packedId);
	const { adding, jobs } = archive.services;
	const id = newId<JobId>();
	adding.add(id, { paths: [{ path: at('letter.txt') }, { path: at('packed.bin') }] });
	await jobs.whenEnded(id);
	expect(jobs.items({ id, offset: 0, limit: 9 }).items).toMatchObject([
		{ outcome: 'withdrawn', error: { code: 'withdrawn', detail: { file: 'letter.txt', reason } } },
		{ outcome: 'withdrawn' },
	]);
	expect(
		archive.database.reader.all('SELECT DISTINCT sha256 FROM original_chunks EXCEPT SELECT sha256 FROM originals'),
	).toEqual([]);
	const retryId = adding.retry({ id, takesWithdrawn: true });
	await jobs.whenEnded(retryId);
	expect(jobs.get({ id: retryId }).counts).toEqual({ added: 1, 'no-text': 1 });
	expect(own(archive)).toEqual([]);
});

test('a copy that still holds it does not bring it back, nor what was said of it there since', async () => {
	const archive = await open();
	const { letterId } = await addMarked(archive);
	await archive.close();
	copyFileSync(at('sample.lectern'), at('copy.lectern'));
	const copy = await archives.open(at('copy.lectern'), { deviceId: 'another-device' });
	const fields = { purpose: 'note', body: 'Another note on it', tags: [], isResolved: false } as const;
	copy.services.annotations.add({
		id: newId<AnnotationId>(),
		recordId: letterId,
		range: null,
		fields: { ...fields, tags: [] },
	});
	copy.services.records.add({
		id: newId<RecordId>(),
		fields: { title: 'Something new beside it', parentId: letterId },
	});
	await copy.close();

	const again = await archives.open(at('sample.lectern'), { snapshotsFolder: at('snapshots') });
	await purge(again, letterId);
	const { merge, jobs, records, history } = again.services;
	const id = newId<JobId>();
	const preview = await merge.preview(id, at('copy.lectern'), 'copy.lectern');
	expect(preview).toMatchObject({ withdrawnCount: 1, originals: { count: 0 } });
	await merge.start({ id });
	await jobs.whenEnded(id);
	expect(jobs.get({ id }).error).toBeNull();
	expect(jobs.items({ id, offset: 0, limit: 99 }).items).toContainEqual(
		expect.objectContaining({ name: letterId, outcome: 'withdrawn' }),
	);
	expect(records.list({}).filter(({ title }) => title.includes(marker))).toEqual([]);
	expect(records.list({}).find(({ title }) => title === 'Something new beside it')).toMatchObject({ parentId: null });
	expect(history.undo()).toBe('merged');

	// The other way round: the copy is told, and nothing of it goes by itself.
	await again.close();
	const other = await archives.open(at('copy.lectern'), { deviceId: 'another-device' });
	const back = newId<JobId>();
	await other.services.merge.preview(back, at('sample.lectern'), 'sample.lectern');
	await other.services.merge.start({ id: back });
	await other.services.jobs.whenEnded(back);
	expect(own(other)).toMatchObject([{ recordId: letterId, isHeldHere: true }]);
	expect(other.services.records.get({ id: letterId }).title).toContain(marker);
});
