import {
	appendFileSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmdirSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { AppError } from '#shared/domain/app-error.ts';
import { newId, type RecordId } from '#shared/domain/ids.ts';
import type { Archive } from './archive.ts';
import { keyOf, makeKey } from './db/archive-key.ts';
import { Connection } from './db/connection.ts';
import { readDocument } from './importers/registry.ts';
import { createArchive, createStarterArchive, openArchive } from './open-archive.ts';
import { readStarterData } from './starter/starter-data.ts';
import { archivesOnDisk } from './testing/archive-on-disk.ts';
import { temporaryFolders } from './testing/temporary-folder.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();
const starterFolder = resolve(import.meta.dirname, '../../resources/starter');

describe('opening', () => {
	test('everything is there after closing and opening', async () => {
		const path = join(folder(), 'sample.lectern');
		const archive = archives.create(path);
		const id = newId<RecordId>();
		archive.services.records.add({ id, fields: { title: 'Sample letter' } });
		await archive.close();
		expect(readdirSync(join(path, '..'))).toEqual(['sample.lectern']);
		const again = await archives.open(path);
		expect(again.services.records.get({ id }).title).toBe('Sample letter');
		again.services.history.undo();
		expect(again.services.records.list({})).toEqual([]);
	});

	test('a second opener learns who holds it and reads the last snapshot', async () => {
		const root = folder();
		const path = join(root, 'sample.lectern');
		const archive = archives.create(path, { snapshotsFolder: join(root, 'snapshots') });
		archive.services.records.add({ id: newId(), fields: { title: 'Sample letter' } });
		await expect(openArchive(path, archives.environment())).rejects.toMatchObject({ code: 'archive-locked' });
		await archive.snapshot();
		const second = await archives.open(path);
		expect(second.status()).toMatchObject({ readOnly: 'locked', recordCount: 1, path });
		expect(second.status().heldBy?.host).toBeTruthy();
		expect(() => second.services.records.add({ id: newId(), fields: { title: 'x' } })).toThrow('read-only');
	});

	test('a second opener of an archive with a passphrase reads its snapshot by the same one', async () => {
		const root = folder();
		const path = join(root, 'secret.lectern');
		const key = await makeKey('sample words');
		const environment = archives.environment({ snapshotsFolder: join(root, 'snapshots') });
		const archive = createArchive(path, 'Sample archive', environment, key);
		archive.services.records.add({ id: newId(), fields: { title: 'Sample letter' } });
		await archive.snapshot();
		const second = await openArchive(path, archives.environment(), { key: await keyOf(path, 'sample words') });
		expect(second.status()).toMatchObject({ readOnly: 'locked', recordCount: 1, hasPassphrase: true, path });
		const [snapshot = ''] = archive.copies.taken();
		await expect(openArchive(snapshot, archives.environment())).rejects.toMatchObject({ code: 'needs-passphrase' });
		await second.close();
		await archive.close();
	});

	test('a copied file goes on as a replica of its own', async () => {
		const root = folder();
		const archive = archives.create(join(root, 'one.lectern'));
		const first = archive.database.replicaId;
		await archive.close();
		copyFileSync(join(root, 'one.lectern'), join(root, 'two.lectern'));
		const copy = await archives.open(join(root, 'two.lectern'));
		expect(copy.database.replicaId).not.toBe(first);
		const same = await archives.open(join(root, 'one.lectern'));
		expect(same.database.replicaId).toBe(first);
	});

	test('a job that a crash cut off is interrupted, and pieces without an original are swept', async () => {
		const path = join(folder(), 'sample.lectern');
		const archive = archives.create(path);
		await archive.close();
		const raw = new Connection(path, 'write');
		raw.run(`INSERT INTO jobs VALUES ('j', 'add', 'running', '{"paths":[]}', 0, '2020-01-01', NULL, NULL)`);
		raw.run(`INSERT INTO original_chunks VALUES ('ab', 0, x'00')`);
		raw.close();
		const again = await archives.open(path);
		expect(again.services.jobs.list()).toMatchObject([{ id: 'j', state: 'interrupted' }]);
		expect(again.database.reader.all('SELECT * FROM original_chunks')).toEqual([]);
	});
});

test('an archive that cannot be filled leaves nothing behind', () => {
	const root = folder();
	const path = join(root, 'sample.lectern');
	expect(() => createArchive(path, undefined as never, archives.environment())).toThrow();
	expect(readdirSync(root)).toEqual([]);
	archives.create(path);
});

test('an archive beside which nothing can be written is opened all the same', async () => {
	const path = join(folder(), 'sample.lectern');
	await archives.create(path).close();
	mkdirSync(`${path}.lock`);
	const problems: unknown[] = [];
	const again = await archives.open(path, { onProblem: (error) => problems.push(error) });
	expect(again.status().readOnly).toBe('none');
	expect(problems).toHaveLength(1);
	rmdirSync(`${path}.lock`);
});

test('an archive that could not be opened to the end leaves no timer behind', async () => {
	const path = join(folder(), 'sample.lectern');
	await archives.create(path).close();
	mkdirSync(`${path}.lock`);
	vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
	try {
		await expect(archives.open(path)).rejects.toThrow();
		expect(vi.getTimerCount()).toBe(0);
		rmdirSync(`${path}.lock`);
		const again = await archives.open(path);
		expect(vi.getTimerCount()).toBeGreaterThan(0);
		await again.close();
		expect(vi.getTimerCount()).toBe(0);
	} finally {
		vi.useRealTimers();
	}
});

test.each([
	['once', 'is read', 1, 1],
	['for reading too', 'is closed', 2, 0],
])('an archive whose disk is full %s %s', async (_when, _then, refusals, open) => {
	const path = join(folder(), 'sample.lectern');
	await archives.create(path).close();
	let asked = 0;
	const now = () => {
		asked += 1;
		if (asked <= refusals) throw new AppError('disk-full');
		return Date.UTC(2020, 0, 1);
	};
	const outcome = await archives.open(path, { now }).catch((error: unknown) => error);
	if (open === 1) expect((outcome as Archive).status().readOnly).toBe('full');
	else expect(outcome).toMatchObject({ code: 'disk-full' });
	if (existsSync('/proc/self/fd')) expect(openFiles().filter((file) => file === path)).toHaveLength(open);
});

function openFiles(): string[] {
	return readdirSync('/proc/self/fd').flatMap((number) => {
		try {
			return [readlinkSync(`/proc/self/fd/${number}`)];
		} catch {
			// The one that lists them is closed by now.
			return [];
		}
	});
}

describe('trust', () => {
	test('verification finds a changed byte and a lost original, and says intact of nothing else', async () => {
		const root = folder();
		const path = join(root, 'sample.lectern');
		const archive = archives.create(path);
		const files = ['a', 'b', 'c'].map((name) => {
			const file = join(root, `${name}.txt`);
			writeFileSync(file, `Sample ${name}.`);
			return file;
		});
		const items = await archives.add(archive, ...files);
		await archive.close();
		const raw = new Connection(path, 'write');
		raw.execute('DROP TRIGGER original_chunks_unchanged');
		raw.run(`UPDATE original_chunks SET bytes = x'00' WHERE sha256 = ?`, items[0]?.sha256 ?? '');
		raw.run('DELETE FROM original_chunks WHERE sha256 = ?', items[1]?.sha256 ?? '');
		raw.execute(
			`CREATE TRIGGER original_chunks_unchanged BEFORE UPDATE ON original_chunks BEGIN SELECT RAISE (ABORT, 'originals never change'); END`,
		);
		raw.close();
		const again = await archives.open(path);
		expect(again.status()).toMatchObject({ heldCount: 3, intactCount: 0, verifiedAt: null });
		await again.services.jobs.whenEnded(again.services.verification.verify({}));
		const outcomes = items.map(
			(item) => again.services.records.get({ id: item.recordId as RecordId }).files[0]?.fixity,
		);
		expect(outcomes).toEqual(['changed', 'missing', 'intact']);
		expect(again.status()).toMatchObject({ heldCount: 3, intactCount: 1 });
		expect(again.services.custody.check()).toMatchObject({ firstBad: null });
	});

	test('a verification that is cancelled keeps what it found', async () => {
		const root = folder();
		const archive = archives.create(join(root, 'sample.lectern'));
		const files = Array.from({ length: 20 }, (_, number) => join(root, `${number}.txt`));
		for (const file of files) writeFileSync(file, `Sample ${file}.`);
		await archives.add(archive, ...files);
		const { jobs, verification } = archive.services;
		const id = verification.verify({});
		await new Promise(setImmediate);
		await new Promise(setImmediate);
		jobs.cancel({ id });
		await jobs.whenEnded(id);
		const { state, done } = jobs.get({ id });
		expect(state).toBe('cancelled');
		expect(done).toBeGreaterThan(0);
		expect(done).toBeLessThan(20);
		expect(archive.status().intactCount).toBe(done);
		expect(jobs.items({ id, offset: 0, limit: 99 }).items).toHaveLength(done);
	});

	test('an altered custody entry is named', async () => {
		const path = join(folder(), 'sample.lectern');
		const archive = archives.create(path);
		const { custody } = archive.services;
		archive.database.write((writer) => {
			for (const subject of ['one', 'two', 'three']) custody.append(writer, 'edited', subject, { reason: 'sample' });
		});
		expect(custody.check()).toMatchObject({ entryCount: 4, firstBad: null });
		await archive.close();
		const raw = new Connection(path, 'write');
		raw.execute('DROP TRIGGER custody_events_unchanged');
		raw.run(`UPDATE custody_events SET subject = 'other' WHERE sequence = 3`);
		raw.execute(
			`CREATE TRIGGER custody_events_unchanged BEFORE UPDATE ON custody_events BEGIN SELECT RAISE (ABORT, 'the custody log is append-only'); END`,
		);
		raw.close();
		const again = await archives.open(path);
		expect(again.services.custody.check().firstBad).toMatchObject({ sequence: 3 });
	});

	test('an original goes out byte for byte, never over a file', async () => {
		const root = folder();
		const archive = archives.create(join(root, 'sample.lectern'));
		writeFileSync(join(root, 'a.txt'), 'Alpha.');
		const [item] = await archives.add(archive, join(root, 'a.txt'));
		const out = join(root, 'out.txt');
		writeFileSync(`${out}.partial`, 'mine');
		await archive.services.originals.saveTo(item?.sha256 as never, out);
		expect(readFileSync(out, 'utf8')).toBe('Alpha.');
		appendFileSync(out, 'mine');
		await expect(archive.services.originals.saveTo(item?.sha256 as never, out)).rejects.toMatchObject({
			code: 'archive-exists',
		});
		expect(readFileSync(out, 'utf8')).toBe('Alpha.mine');
		expect(readFileSync(`${out}.partial`, 'utf8')).toBe('mine');
		expect(readdirSync(root).sort()).toEqual(expect.arrayContaining(['a.txt', 'out.txt', 'out.txt.partial']));
	});
});

test('snapshots rotate, and a partial one never gets the name', async () => {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'), { snapshotsFolder: join(root, 'snapshots') });
	for (let number = 0; number < 7; number += 1) {
		archive.services.records.add({ id: newId(), fields: { title: `Letter ${number}` } });
		await archive.snapshot();
	}
	const [kept] = readdirSync(join(root, 'snapshots'));
	const names = readdirSync(join(root, 'snapshots', kept ?? ''));
	expect(names).toHaveLength(5);
	expect(names.every((name) => name.endsWith('.lectern'))).toBe(true);
});

test('an archive from a stranger cannot choose where snapshots go or what they push out', async () => {
	const root = folder();
	const path = join(root, 'sample.lectern');
	const archive = archives.create(path);
	await archive.close();
	const raw = new Connection(path, 'write');
	raw.run(`UPDATE archive SET id = '../other'`);
	raw.close();
	mkdirSync(join(root, 'other'));
	for (let number = 1; number <= 7; number += 1) writeFileSync(join(root, 'other', `${number}.lectern`), 'Sample.');
	const again = await archives.open(path, { snapshotsFolder: join(root, 'snapshots') });
	await again.snapshot();
	expect(readdirSync(join(root, 'other'))).toHaveLength(7);
	expect(readdirSync(join(root, 'snapshots'))).toHaveLength(1);
});

test('a snapshot of the same state is not taken again, and is there for a second opener at once', async () => {
	const root = folder();
	const [path, snapshotsFolder] = [join(root, 'sample.lectern'), join(root, 'snapshots')];
	const archive = archives.create(path, { snapshotsFolder });
	await archive.snapshot();
	await archive.close();
	const again = await archives.open(path, { snapshotsFolder });
	const second = await archives.open(path);
	expect(second.status()).toMatchObject({ readOnly: 'locked', title: 'Sample archive' });
	await again.snapshot();
	const [own] = readdirSync(snapshotsFolder);
	expect(readdirSync(join(snapshotsFolder, own ?? ''))).toHaveLength(1);
});

test('the starter archive is built from its data: the digest held, all else described only', async () => {
	const root = folder();
	mkdirSync(join(root, 'archives'));
	const data = readStarterData(starterFolder);
	const digest = await readDocument(data.digest.bytes, { fileName: data.digest.fileName });
	const path = join(root, 'archives', 'starter.lectern');
	const archive = createStarterArchive(path, data, digest, archives.environment());
	const { records, names, events, links, history } = archive.services;
	const held = records.list({}).filter(({ holding }) => holding === 'held');
	expect(held).toHaveLength(1);
	expect(records.list({})).toHaveLength(23);
	expect(names.list()).toHaveLength(data.names.length);
	expect(events.list()).toHaveLength(10);
	const linked = links.list({ kind: 'record', id: data.report.recordId });
	expect(linked.map(({ type }) => type).sort()).toEqual([...Array(10).fill('attests'), 'rests-on']);
	expect(history.state()).toEqual({ undo: null, redo: null });
	await archive.close();
	expect(existsSync(path)).toBe(true);
});
