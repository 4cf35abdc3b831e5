import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { connect, testHosts, whenJobEnds } from './testing/test-hosts.ts';

const { at, staging, start, stop } = testHosts();

test('the first start builds the starter archive, later ones open what was open last', async () => {
	const first = start();
	const status = await connect(first).calls.archive.status();
	expect(status).toMatchObject({ readOnly: 'none', runtime: 'test' });
	expect(status.recordCount).toBeGreaterThan(5);
	const made = await connect(first).calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	expect(made.recordCount).toBe(0);
	await stop(first);
	expect(readdirSync(at()).sort()).toEqual(['a.txt', 'b.lectern', 'data']);

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
	await archive.calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	expect(timesTold).toBe(1);
});

test('everyone is told when another archive is opened, and asks that one from then on', async () => {
	const host = start();
	const [one, other] = [connect(host), connect(host)];
	await one.calls.archive.status();
	const told = new Promise((done) => other.on('archive.opened', done));
	await one.calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	await told;
	expect(await other.calls.records.list({})).toEqual([]);
	expect(await other.calls.archive.create({ path: at('b.lectern'), title: 'x' }).catch((e) => e.code)).toBe(
		'archive-exists',
	);
	expect((await other.calls.archive.status()).title).toBe('Sample archive');
});

test('an archive that was moved is opened at its new place, with all that was saved, and closed at the old one', async () => {
	const { calls } = connect(start({ archivePath: null }));
	await calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	await calls.archive.rename({ title: 'Before it was moved' });
	renameSync(at('b.lectern'), at('moved.lectern'));
	expect(await calls.archive.rename({ title: 'Meanwhile' }).catch((error) => error.code)).toBe('disk-error');
	expect(await calls.archive.open({ path: at('moved.lectern') })).toMatchObject({
		...{ title: 'Before it was moved', readOnly: 'none' },
	});
	await calls.archive.rename({ title: 'At its new place' });
	expect(readdirSync(at()).filter((name) => name.startsWith('b.'))).toEqual([]);
});

test('files are added as a job that everyone sees', async () => {
	const host = start({ archivePath: null });
	const [one, other] = [connect(host), connect(host)];
	await one.calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	const id = newId<JobId>();
	const seen = whenJobEnds(other, id);
	await one.calls.jobs.add({ id, sources: [{ kind: 'path', path: at('a.txt') }] });
	expect(await seen).toMatchObject({ state: 'done', counts: { added: 1 } });
	expect((await other.calls.records.list({})).map(({ passageCount }) => passageCount)).toEqual([1]);
});

test('a client of the browser edition names no paths; what it uploads is added and not kept beside', async () => {
	const host = start({ canUsePaths: false });
	const client = connect(host);
	const made = await client.calls.archive.create({ path: '../elsewhere/new', title: 'Sample archive' });
	expect(made.path).toBe(at('data/archives/new.lectern'));
	const refused = { code: 'invalid-input' };
	const path = at('a.txt');
	const id = newId<JobId>();
	await expect(client.calls.jobs.add({ id, sources: [{ kind: 'path', path }] })).rejects.toMatchObject(refused);
	await expect(client.calls.archive.open({ path })).rejects.toMatchObject(refused);
	const sha256 = 'a'.repeat(64) as never;
	const evidence = { format: 'html', choice: {}, path } as const;
	await expect(client.calls.evidence.exportTo(evidence)).rejects.toMatchObject(refused);
	await expect(client.calls.originals.saveTo({ sha256, path })).rejects.toMatchObject(refused);
	// None of the calls that take a path does, whichever noun it is of.
	const absent = at('data/written.svg');
	const picture = { format: 'svg', choice: {}, path: absent } as const;
	const noPaths = { code: 'invalid-input', detail: { reason: message('serve.noPaths') } };
	await expect(client.calls.map.exportTo(picture)).rejects.toMatchObject(noPaths);
	await expect(client.calls.events.exportTo(picture)).rejects.toMatchObject(noPaths);
	await expect(client.calls.graph.exportTo(picture)).rejects.toMatchObject(noPaths);
	await expect(client.calls.cards.saveTo({ path: absent, base64: '' })).rejects.toMatchObject(noPaths);
	await expect(client.calls.home.makeKey({ path: absent })).rejects.toMatchObject(noPaths);
	await expect(client.calls.home.seal({ id, path: absent, replaces: false })).rejects.toMatchObject(noPaths);
	await expect(client.calls.packages.check({ path })).rejects.toMatchObject(noPaths);
	await expect(client.calls.packages.importFrom({ id, path })).rejects.toMatchObject(noPaths);
	expect(existsSync(absent)).toBe(false);

	const bytes = Readable.from([Buffer.from('Delta epsilon zeta, sample letter 8.')]);
	const uploadId = await staging().receive(bytes, { name: 'b.txt', limitBytes: 1000 });
	const ended = whenJobEnds(client, id);
	await client.calls.jobs.add({ id, sources: [{ kind: 'upload', uploadId, name: 'chosen/b.txt' }] });
	expect(await ended).toMatchObject({ counts: { added: 1 } });
	expect((await client.calls.jobs.items({ id, offset: 0, limit: 9 })).items[0]).toMatchObject({ name: 'chosen/b.txt' });
	expect(() => staging().pathOf(uploadId)).toThrow(expect.objectContaining({ code: 'not-found' }));

	const source = {
		kind: 'upload' as const,
		uploadId: await staging().receive(Readable.from(['No archive at all.']), { name: 'c.lectern', limitBytes: 1000 }),
		name: 'chosen c.lectern',
	};
	await expect(client.calls.merge.preview({ id: newId<JobId>(), source })).rejects.toMatchObject({
		code: 'not-an-archive',
		detail: { file: 'chosen c.lectern' },
	});
});

test('an archive that cannot be opened is said, and another one can be opened instead', async () => {
	const host = start({ archivePath: at('a.txt') });
	const client = connect(host);
	await expect(client.calls.archive.status()).rejects.toMatchObject({ code: 'not-an-archive' });
	await expect(client.calls.records.list({})).rejects.toMatchObject({ code: 'not-an-archive' });
	expect(await client.calls.archive.recent()).toEqual([]);
	await client.calls.profile.set({ key: 'theme', value: 'dark' });
	expect(await client.calls.profile.get({ key: 'theme' })).toBe('dark');
	const made = await client.calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	expect(await client.calls.archive.status()).toEqual(made);
	expect(await host.open(at('absent.lectern'))).toMatchObject({ code: 'unreadable-file' });
	expect((await client.calls.archive.status()).title).toBe('Sample archive');
});

test('files of the command line are added once the archive is open', async () => {
	const host = start({ filesToAdd: [at('a.txt')] });
	expect(await host.whenOpen()).toMatchObject({ ok: true });
	const client = connect(host);
	await expect.poll(async () => (await client.calls.jobs.list())[0]?.state, { timeout: 15_000 }).toBe('done');
	expect((await client.calls.jobs.list())[0]?.counts).toEqual({ added: 1 });
});

test('closing waits for the last messages and leaves one file', async () => {
	const host = start();
	const client = connect(host);
	await client.calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	void client.calls.profile.set({ key: 'position', value: 7 });
	client.leave();
	await stop(host);
	expect(readdirSync(at()).filter((name) => name.startsWith('b.lectern'))).toEqual(['b.lectern']);
	expect(existsSync(at('data/staging', String(process.pid)))).toBe(false);
	const again = connect(start());
	expect(await again.calls.profile.get({ key: 'position' })).toBe(7);
});

test('closing in the middle of a job ends it at a document and leaves one file', async () => {
	mkdirSync(at('many'));
	for (let number = 0; number < 200; number += 1) writeFileSync(at('many', `${number}.txt`), `Sample ${number}.`);
	const problems: unknown[] = [];
	const host = start({ onProblem: (error) => problems.push(error) });
	const client = connect(host);
	await client.calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	const id = newId<JobId>();
	await client.calls.jobs.add({ id, sources: [{ kind: 'path', path: at('many') }] });
	client.leave();
	await stop(host);
	expect(problems).toEqual([]);
	expect(readdirSync(at()).filter((name) => name.startsWith('b.lectern'))).toEqual(['b.lectern']);
	const again = connect(start());
	expect(await again.calls.jobs.get({ id })).toMatchObject({ state: 'cancelled' });
});

test('another archive opens also when the one before does not close in order', async () => {
	const problems: unknown[] = [];
	const host = start({ onProblem: (error) => problems.push(error) });
	const { calls } = connect(host);
	await calls.archive.create({ path: at('b.lectern'), title: 'Sample archive' });
	// What cannot be removed stands for a medium that refuses the last steps of closing.
	rmSync(at('b.lectern.lock'));
	mkdirSync(at('b.lectern.lock'));
	const path = at('c.lectern');
	expect(await calls.archive.create({ path, title: 'Other archive' })).toMatchObject({ path });
	expect(problems).toHaveLength(1);
	expect((await calls.archive.status()).path).toBe(path);
});

test('where the stick is gone already, that is said, and the archive is closed', async () => {
	const host = start();
	const path = at('stick/sample.lectern');
	const { calls, on } = connect(host);
	await calls.archive.create({ path, title: 'Sample archive' });
	const told: unknown[] = [];
	on('archive.unplugged', (fact) => told.push(fact));
	for (const file of [path, `${path}-wal`]) truncateSync(file, 0);
	await expect(calls.archive.unplug()).rejects.toMatchObject({ code: 'damaged-pages' });
	expect(told).toEqual([{ path, unplugged: null }]);
	await expect(calls.records.list({})).rejects.toMatchObject({ code: 'archive-closed' });
});

test('an archive made ready to unplug is closed and written out, for every client, until it is opened again', async () => {
	const host = start();
	const path = at('stick/sample.lectern');
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
