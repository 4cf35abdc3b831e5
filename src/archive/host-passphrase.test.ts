import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { openStaging } from './device/staging.ts';
import { connect, testHosts } from './testing/test-hosts.ts';

const { at, start, stop } = testHosts();

test('files of the command line wait for the passphrase of their archive', async () => {
	const path = at('secret.lectern');
	const maker = start();
	await connect(maker).calls.archive.create({ path, title: 'Sample archive', passphrase: 'sample words' });
	await stop(maker);
	const client = connect(start({ archivePath: path, filesToAdd: [at('a.txt')] }));
	await expect(client.calls.archive.status()).rejects.toMatchObject({ code: 'needs-passphrase' });
	await client.calls.archive.open({ path, passphrase: 'sample words' });
	await expect.poll(async () => (await client.calls.jobs.list())[0]?.state, { timeout: 15_000 }).toBe('done');
	expect((await client.calls.jobs.list())[0]?.counts).toEqual({ added: 1 });
});

test('an archive with a passphrase is locked, opened by it alone, and loses its passphrase again', async () => {
	const locked: string[] = [];
	const path = at('data/archives/secret.lectern');
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
	expect(left[0]).toBe(at('data/archives/secret.old.lectern'));
	expect(await client.calls.archive.left()).toEqual(expect.arrayContaining(left));
	await client.calls.archive.removeLeft();
	expect(await client.calls.archive.left()).toEqual([]);
	expect(left.map((file) => existsSync(file))).toEqual(left.map(() => false));
	expect(await client.calls.archive.status()).toMatchObject({ hasPassphrase: false, title: 'Sample archive' });
}, 60_000);

/** Copies of archives on this device that anybody can read. */
function plainSnapshots(): string[] {
	const root = at('data/snapshots');
	if (!existsSync(root)) return [];
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.lectern'))
		.map((name) => join(root, name))
		.filter((path) => readFileSync(path).subarray(0, 13).toString() === 'SQLite format');
}

test('a passphrase that is set while a job runs leaves no plain copy that is not told of', async () => {
	mkdirSync(at('many'));
	for (let number = 0; number < 40; number += 1) writeFileSync(at('many', `${number}.txt`), `Sample ${number}.`);
	const path = at('b.lectern');
	const earlierPath = at('earlier.lectern');
	const earlier = start();
	const earlierCalls = connect(earlier).calls;
	await earlierCalls.archive.create({ path: earlierPath, title: 'Sample archive' });
	const before = new Set(plainSnapshots());
	await earlierCalls.jobs.add({ id: newId<JobId>(), sources: [{ kind: 'path', path: at('a.txt') }] });
	await expect.poll(() => plainSnapshots().length, { timeout: 15_000 }).toBeGreaterThan(before.size);
	await stop(earlier);
	renameSync(earlierPath, path);
	const host = start({ archivePath: path });
	const { calls, on } = connect(host);
	await calls.archive.status();
	await calls.jobs.add({ id: newId<JobId>(), sources: [{ kind: 'path', path: at('many') }] });
	const seen = new Set<boolean>();
	on('archive.rewriting', () => seen.add(host.isSecret()));
	const { left } = await calls.archive.changePassphrase({ next: 'sample words' });
	const copies = plainSnapshots().filter((copy) => !before.has(copy));
	expect(new Set(copies.map((copy) => dirname(copy))).size).toBe(2);
	expect([...left].sort()).toEqual([at('b.old.lectern'), ...copies].sort());
	expect([...seen, host.isSecret()]).toEqual([true, true]);
}, 60_000);

test('an archive with a passphrase that was unplugged is still a secret, and can be locked', async () => {
	const locked: string[] = [];
	const path = at('stick/secret.lectern');
	const host = start({ onLocked: (lockedPath) => locked.push(lockedPath) });
	const { calls } = connect(host);
	await calls.archive.create({ path, title: 'Sample archive', passphrase: 'sample words' });
	await calls.archive.unplug();
	expect(host.isSecret()).toBe(true);
	await expect(calls.archive.status()).rejects.toMatchObject({ code: 'archive-closed' });
	await calls.archive.lock();
	expect(locked).toEqual([path]);
	// A file that is no archive is said, and changes nothing of that.
	await expect(calls.archive.open({ path: at('a.txt') })).rejects.toMatchObject({ code: 'not-an-archive' });
	await expect(calls.archive.status()).rejects.toMatchObject({ code: 'needs-passphrase', detail: { path } });
	await calls.archive.create({ path: at('b.lectern'), title: 'Other archive' });
	expect(host.isSecret()).toBe(false);
}, 60_000);

test('what is on its way into an archive with a passphrase lies in memory, or is not taken', async () => {
	const secret = openStaging(at('data/staging'), () => true);
	const uploading = secret.receive(Readable.from([Buffer.from('Alpha')]), { name: 'b.txt', limitBytes: 1000 });
	const path = await uploading.then(
		(uploadId) => secret.pathOf(uploadId),
		(error) => error.code,
	);
	expect(path).toMatch(/^\/dev\/shm\/|^\/run\/|^unwritable-file$/);
	secret.close();
	expect(existsSync(path)).toBe(false);
});
