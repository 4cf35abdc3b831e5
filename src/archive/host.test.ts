import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ArchiveConnection, createConnection } from '#shared/api/client.ts';
import type { Channel } from '#shared/api/envelope.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import { openDataFolder } from './device/data-folder.ts';
import { openStaging, type Staging } from './device/staging.ts';
import { createHost, type Host, type HostOptions } from './host.ts';
import { forkImportProcess } from './importers/forked-process.ts';
import { buildEntry } from './importers/test-processes/build-entry.ts';

let folder: string;
let importEntry: string;
let staging: Staging;
const hosts = new Set<Host>();

beforeAll(async () => {
	importEntry = await buildEntry(resolve(import.meta.dirname, '../cli/import-process.ts'));
}, 60_000);
afterAll(() => rmSync(dirname(importEntry), { recursive: true }));
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-host-'));
	staging = openStaging(join(folder, 'data/staging'));
	writeFileSync(join(folder, 'a.txt'), 'Alpha beta gamma, sample letter 7.');
});
afterEach(async () => {
	for (const host of hosts) await host.close();
	hosts.clear();
	rmSync(folder, { recursive: true });
});

function start(options: Partial<HostOptions> = {}): Host {
	const host = createHost({
		dataFolder: openDataFolder(join(folder, 'data')),
		staging,
		archivePath: null,
		startImportProcess: () => forkImportProcess(importEntry),
		runtime: 'test',
		resourcesFolder: resolve(import.meta.dirname, '../../resources'),
		canUsePaths: true,
		onProblem(error) {
			throw error;
		},
		...options,
	});
	hosts.add(host);
	return host;
}

async function stop(host: Host): Promise<void> {
	hosts.delete(host);
	await host.close();
}

/** Two ends of a port in memory: what crosses is cloned, as between processes. */
function connect(host: Host): ArchiveConnection & { leave(): void } {
	const [near, far] = [createEnd(), createEnd()];
	const channelOf = (own: End, other: End): Channel => ({
		send(message) {
			const cloned = structuredClone(message);
			queueMicrotask(() => other.hear(cloned));
		},
		onMessage: (listener) => own.listeners.push(listener),
		onClose: (listener) => own.closers.push(listener),
	});
	host.serve(channelOf(far, near));
	const connection = createConnection(channelOf(near, far));
	return {
		...connection,
		leave() {
			for (const close of far.closers) close();
		},
	};
}
interface End {
	listeners: ((message: unknown) => void)[];
	closers: (() => void)[];
	hear(message: unknown): void;
}
function createEnd(): End {
	const listeners: End['listeners'] = [];
	return {
		listeners,
		closers: [],
		hear(message) {
			for (const listener of listeners) listener(message);
		},
	};
}

function whenJobEnds({ on }: ArchiveConnection, id: JobId): Promise<JobProgress> {
	return new Promise((done) => {
		const stopListening = on('jobs.changed', ({ job }) => {
			if (job.id !== id || !job.endedAt) return;
			stopListening();
			done(job);
		});
	});
}

test('the first start builds the starter archive, later ones open what was open last', async () => {
	const first = start();
	const status = await connect(first).calls.archive.status();
	expect(status).toMatchObject({ readOnly: 'none', runtime: 'test' });
	expect(status.recordCount).toBeGreaterThan(5);
	const made = await connect(first).calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Sample archive' });
	expect(made.recordCount).toBe(0);
	await stop(first);
	expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.lectern', 'data']);

	const second = connect(start());
	expect(await second.calls.archive.status()).toMatchObject({ title: 'Sample archive', archiveId: made.archiveId });
	expect((await second.calls.archive.recent()).map(({ title }) => title)).toEqual(['Sample archive', status.title]);
});

test('nobody is told of the archive that is opened first: nobody has seen another', async () => {
	const archive = connect(start());
	let timesTold = 0;
	archive.on('archive.opened', () => {
		timesTold += 1;
	});
	await archive.calls.archive.status();
	expect(timesTold).toBe(0);
	await archive.calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Sample archive' });
	expect(timesTold).toBe(1);
});

test('everyone is told when another archive is opened, and asks that one from then on', async () => {
	const host = start();
	const [one, other] = [connect(host), connect(host)];
	await one.calls.archive.status();
	const told = new Promise((done) => other.on('archive.opened', done));
	await one.calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Sample archive' });
	await told;
	expect(await other.calls.records.list({})).toEqual([]);
	expect(await other.calls.archive.create({ path: join(folder, 'b.lectern'), title: 'x' }).catch((e) => e.code)).toBe(
		'archive-exists',
	);
	expect((await other.calls.archive.status()).title).toBe('Sample archive');
});

test('files are added as a job that everyone sees', async () => {
	const host = start({ archivePath: null });
	const [one, other] = [connect(host), connect(host)];
	await one.calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Sample archive' });
	const id = newId<JobId>();
	const seen = whenJobEnds(other, id);
	await one.calls.jobs.add({ id, sources: [{ kind: 'path', path: join(folder, 'a.txt') }] });
	expect(await seen).toMatchObject({ state: 'done', counts: { added: 1 } });
	expect((await other.calls.records.list({})).map(({ passageCount }) => passageCount)).toEqual([1]);
});

test('a client of the browser edition names no paths; what it uploads is added and not kept beside', async () => {
	const host = start({ canUsePaths: false });
	const client = connect(host);
	const made = await client.calls.archive.create({ path: '../elsewhere/new', title: 'Sample archive' });
	expect(made.path).toBe(join(folder, 'data/archives/new.lectern'));
	const refused = { code: 'invalid-input' };
	const path = join(folder, 'a.txt');
	const id = newId<JobId>();
	await expect(client.calls.jobs.add({ id, sources: [{ kind: 'path', path }] })).rejects.toMatchObject(refused);
	await expect(client.calls.archive.open({ path })).rejects.toMatchObject(refused);
	const sha256 = 'a'.repeat(64) as never;
	const evidence = { format: 'html', choice: {}, path } as const;
	await expect(client.calls.evidence.exportTo(evidence)).rejects.toMatchObject(refused);
	await expect(client.calls.originals.saveTo({ sha256, path })).rejects.toMatchObject(refused);

	const bytes = Readable.from([Buffer.from('Delta epsilon zeta, sample letter 8.')]);
	const uploadId = await staging.receive(bytes, { name: 'b.txt', limitBytes: 1000 });
	const ended = whenJobEnds(client, id);
	await client.calls.jobs.add({ id, sources: [{ kind: 'upload', uploadId, name: 'chosen/b.txt' }] });
	expect(await ended).toMatchObject({ counts: { added: 1 } });
	expect((await client.calls.jobs.items({ id, offset: 0, limit: 9 })).items[0]).toMatchObject({ name: 'chosen/b.txt' });
	expect(() => staging.pathOf(uploadId)).toThrow(expect.objectContaining({ code: 'not-found' }));
});

test('files of the command line wait for the passphrase of their archive', async () => {
	const path = join(folder, 'secret.lectern');
	const maker = start();
	await connect(maker).calls.archive.create({ path, title: 'Sample archive', passphrase: 'sample words' });
	await stop(maker);
	const client = connect(start({ archivePath: path, filesToAdd: [join(folder, 'a.txt')] }));
	await expect(client.calls.archive.status()).rejects.toMatchObject({ code: 'needs-passphrase' });
	await client.calls.archive.open({ path, passphrase: 'sample words' });
	await expect.poll(async () => (await client.calls.jobs.list())[0]?.state, { timeout: 15_000 }).toBe('done');
	expect((await client.calls.jobs.list())[0]?.counts).toEqual({ added: 1 });
});

test('an archive that cannot be opened is said, and another one can be opened instead', async () => {
	const host = start({ archivePath: join(folder, 'a.txt') });
	const client = connect(host);
	await expect(client.calls.archive.status()).rejects.toMatchObject({ code: 'not-an-archive' });
	await expect(client.calls.records.list({})).rejects.toMatchObject({ code: 'not-an-archive' });
	expect(await client.calls.archive.recent()).toEqual([]);
	await client.calls.profile.set({ key: 'theme', value: 'dark' });
	expect(await client.calls.profile.get({ key: 'theme' })).toBe('dark');
	const made = await client.calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Sample archive' });
	expect(await client.calls.archive.status()).toEqual(made);
	expect(await host.open(join(folder, 'absent.lectern'))).toMatchObject({ code: 'unreadable-file' });
	expect((await client.calls.archive.status()).title).toBe('Sample archive');
});

test('an archive with a passphrase is locked, opened by it alone, and loses its passphrase again', async () => {
	const locked: string[] = [];
	const path = join(folder, 'data/archives/secret.lectern');
	const host = start({
		canUsePaths: false,
		onLocked: (lockedPath) => locked.push(lockedPath),
	});
	const client = connect(host);
	const told: string[] = [];
	client.on('archive.locked', () => told.push('locked'));
	await expect(client.calls.archive.lock()).rejects.toMatchObject({ code: 'invalid-input' });
	const made = await client.calls.archive.create({
		path: 'secret',
		title: 'Sample archive',
		passphrase: 'sample words',
	});
	expect(made).toMatchObject({ path, hasPassphrase: true });
	expect((await client.calls.archive.recent())[0]?.title).toBe('secret');
	await client.calls.archive.lock();
	expect([locked, told]).toEqual([[path], ['locked']]);
	expect(existsSync(`${path}-wal`)).toBe(false);
	const refused = { code: 'needs-passphrase', detail: { path } };
	await expect(client.calls.records.list({})).rejects.toMatchObject(refused);
	await expect(client.calls.archive.open({ path })).rejects.toMatchObject(refused);
	const wrong = client.calls.archive.open({ path, passphrase: 'other words' });
	await expect(wrong).rejects.toMatchObject({ code: 'archive-not-opened', detail: { path } });
	expect(await client.calls.archive.open({ path, passphrase: 'sample words' })).toMatchObject({ hasPassphrase: true });

	const change = { current: 'other words', next: null };
	await expect(client.calls.archive.changePassphrase(change)).rejects.toMatchObject({ code: 'archive-not-opened' });
	const { left } = await client.calls.archive.changePassphrase({ ...change, current: 'sample words' });
	expect(left[0]).toBe(join(folder, 'data/archives/secret.old.lectern'));
	expect(await client.calls.archive.left()).toEqual(expect.arrayContaining(left));
	await client.calls.archive.removeLeft();
	expect(await client.calls.archive.left()).toEqual([]);
	expect(left.map((file) => existsSync(file))).toEqual(left.map(() => false));
	expect(await client.calls.archive.status()).toMatchObject({ hasPassphrase: false, title: 'Sample archive' });
}, 60_000);

/** Copies of archives on this device that anybody can read. */
function plainSnapshots(): string[] {
	const root = join(folder, 'data/snapshots');
	if (!existsSync(root)) return [];
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.lectern'))
		.map((name) => join(root, name))
		.filter((path) => readFileSync(path).subarray(0, 13).toString() === 'SQLite format');
}

test('a passphrase that is set while a job runs leaves no plain copy that is not told of', async () => {
	mkdirSync(join(folder, 'many'));
	for (let number = 0; number < 40; number += 1)
		writeFileSync(join(folder, 'many', `${number}.txt`), `Sample ${number}.`);
	const path = join(folder, 'b.lectern');
	const earlierPath = join(folder, 'earlier.lectern');
	const earlier = start();
	const earlierCalls = connect(earlier).calls;
	await earlierCalls.archive.create({ path: earlierPath, title: 'Sample archive' });
	const before = new Set(plainSnapshots());
	await earlierCalls.jobs.add({ id: newId<JobId>(), sources: [{ kind: 'path', path: join(folder, 'a.txt') }] });
	await expect.poll(() => plainSnapshots().length, { timeout: 15_000 }).toBeGreaterThan(before.size);
	await stop(earlier);
	renameSync(earlierPath, path);
	const host = start({ archivePath: path });
	const { calls, on } = connect(host);
	await calls.archive.status();
	await calls.jobs.add({ id: newId<JobId>(), sources: [{ kind: 'path', path: join(folder, 'many') }] });
	const seen = new Set<boolean>();
	on('archive.rewriting', () => seen.add(host.isSecret()));
	const { left } = await calls.archive.changePassphrase({ next: 'sample words' });
	const copies = plainSnapshots().filter((copy) => !before.has(copy));
	expect(new Set(copies.map((copy) => dirname(copy))).size).toBe(2);
	expect([...left].sort()).toEqual([join(folder, 'b.old.lectern'), ...copies].sort());
	expect([...seen, host.isSecret()]).toEqual([true, true]);
}, 60_000);

test('an archive with a passphrase that was unplugged is still a secret, and can be locked', async () => {
	const locked: string[] = [];
	const path = join(folder, 'stick/secret.lectern');
	const host = start({ onLocked: (lockedPath) => locked.push(lockedPath) });
	const { calls } = connect(host);
	await calls.archive.create({ path, title: 'Sample archive', passphrase: 'sample words' });
	await calls.archive.unplug();
	expect(host.isSecret()).toBe(true);
	await expect(calls.archive.status()).rejects.toMatchObject({ code: 'archive-closed' });
	await calls.archive.lock();
	expect(locked).toEqual([path]);
	// A file that is no archive is said, and changes nothing of that.
	await expect(calls.archive.open({ path: join(folder, 'a.txt') })).rejects.toMatchObject({ code: 'not-an-archive' });
	await expect(calls.archive.status()).rejects.toMatchObject({ code: 'needs-passphrase', detail: { path } });
	await calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Other archive' });
	expect(host.isSecret()).toBe(false);
}, 60_000);

test('what is on its way into an archive with a passphrase lies in memory, or is not taken', async () => {
	const secret = openStaging(join(folder, 'data/staging'), () => true);
	const uploading = secret.receive(Readable.from([Buffer.from('Alpha')]), { name: 'b.txt', limitBytes: 1000 });
	const path = await uploading.then(
		(uploadId) => secret.pathOf(uploadId),
		(error) => error.code,
	);
	expect(path).toMatch(/^\/dev\/shm\/|^\/run\/|^unwritable-file$/);
	secret.close();
	expect(existsSync(path)).toBe(false);
});

test('files of the command line are added once the archive is open', async () => {
	const host = start({ filesToAdd: [join(folder, 'a.txt')] });
	expect(await host.whenOpen()).toMatchObject({ ok: true });
	const client = connect(host);
	await expect.poll(async () => (await client.calls.jobs.list())[0]?.state, { timeout: 15_000 }).toBe('done');
	expect((await client.calls.jobs.list())[0]?.counts).toEqual({ added: 1 });
});

test('closing waits for the last messages and leaves one file', async () => {
	const host = start();
	const client = connect(host);
	await client.calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Sample archive' });
	void client.calls.profile.set({ key: 'position', value: 7 });
	client.leave();
	await stop(host);
	expect(readdirSync(folder).filter((name) => name.startsWith('b.lectern'))).toEqual(['b.lectern']);
	expect(existsSync(join(folder, 'data/staging', String(process.pid)))).toBe(false);
	const again = connect(start());
	expect(await again.calls.profile.get({ key: 'position' })).toBe(7);
});

test('closing in the middle of a job ends it at a document and leaves one file', async () => {
	mkdirSync(join(folder, 'many'));
	for (let number = 0; number < 200; number += 1)
		writeFileSync(join(folder, 'many', `${number}.txt`), `Sample ${number}.`);
	const problems: unknown[] = [];
	const host = start({ onProblem: (error) => problems.push(error) });
	const client = connect(host);
	await client.calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Sample archive' });
	const id = newId<JobId>();
	await client.calls.jobs.add({ id, sources: [{ kind: 'path', path: join(folder, 'many') }] });
	client.leave();
	await stop(host);
	expect(problems).toEqual([]);
	expect(readdirSync(folder).filter((name) => name.startsWith('b.lectern'))).toEqual(['b.lectern']);
	const again = connect(start());
	expect(await again.calls.jobs.get({ id })).toMatchObject({ state: 'cancelled' });
});

test('another archive opens also when the one before does not close in order', async () => {
	const problems: unknown[] = [];
	const host = start({ onProblem: (error) => problems.push(error) });
	const { calls } = connect(host);
	await calls.archive.create({ path: join(folder, 'b.lectern'), title: 'Sample archive' });
	// What cannot be removed stands for a medium that refuses the last steps of closing.
	rmSync(join(folder, 'b.lectern.lock'));
	mkdirSync(join(folder, 'b.lectern.lock'));
	const path = join(folder, 'c.lectern');
	expect(await calls.archive.create({ path, title: 'Other archive' })).toMatchObject({ path });
	expect(problems).toHaveLength(1);
	expect((await calls.archive.status()).path).toBe(path);
});

test('an archive made ready to unplug is closed and written out, for every client, until it is opened again', async () => {
	const host = start();
	const path = join(folder, 'stick/sample.lectern');
	const [one, other] = [connect(host), connect(host)];
	await one.calls.archive.create({ path, title: 'Sample archive' });
	const told: unknown[] = [];
	other.on('archive.unplugged', (fact) => told.push(fact));
	const unplugged = await one.calls.archive.unplug();
	expect(unplugged).toMatchObject({
		path,
		stoppedJobs: 0,
		leftBeside: [],
		isProgramThere: false,
	});
	expect(unplugged.heldBy ?? []).toEqual([]);
	expect(unplugged.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
	expect(readdirSync(dirname(path))).toEqual(['sample.lectern']);
	expect(told).toEqual([{ path, unplugged }]);
	await expect(other.calls.records.list({})).rejects.toMatchObject({ code: 'archive-closed' });
	await expect(one.calls.archive.unplug()).rejects.toMatchObject({ code: 'archive-closed' });

	// What a change of the passphrase that was broken off elsewhere leaves, is told, and gone when it is opened again.
	await one.calls.archive.open({ path });
	writeFileSync(`${path}.new`, 'Alpha');
	expect(await one.calls.archive.unplug()).toMatchObject({ leftBeside: ['sample.lectern.new'] });
	await one.calls.archive.open({ path });
	expect(existsSync(`${path}.new`)).toBe(false);

	// Somebody looks into it with another program meanwhile.
	const held = openSync(path, 'r');
	const unsafe = await one.calls.archive.unplug();
	closeSync(held);
	expect(unsafe.heldBy).toEqual(existsSync('/proc/self/fd') ? [expect.any(String)] : null);
	await one.calls.archive.open({ path });
	expect(await other.calls.records.list({})).toEqual([]);
});
