import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import { checkBagAt } from '#archive/packages/check-bag-at.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { connect, testHosts } from '#archive/testing/test-hosts.ts';
import { identitiesIn } from '#shared/age/identities.ts';
import type { ArchiveClient } from '#shared/api/contract.ts';
import { type AnnotationId, type JobId, newId, type RecordId } from '#shared/domain/ids.ts';

const newFolder = temporaryFolders();
const { at, start, stop } = testHosts();
const archives = archivesOnDisk();

async function ended(calls: ArchiveClient, id: JobId) {
	await expect.poll(async () => (await calls.jobs.get({ id })).state, { timeout: 20_000 }).not.toBe('running');
	return calls.jobs.get({ id });
}

async function add(calls: ArchiveClient, path: string): Promise<RecordId> {
	const id = newId<JobId>();
	await calls.jobs.add({ id, sources: [{ kind: 'path', path }] });
	expect(await ended(calls, id)).toMatchObject({ counts: { added: 1 } });
	const { items } = await calls.jobs.items({ id, offset: 0, limit: 1 });
	return items[0]?.recordId as RecordId;
}

function note(calls: ArchiveClient, recordId: RecordId, body: string) {
	const fields = { purpose: 'note' as const, body, tags: [], isResolved: false };
	return calls.annotations.add({ id: newId<AnnotationId>(), recordId, range: null, fields });
}

async function sealTo(calls: ArchiveClient, path: string) {
	const id = newId<JobId>();
	await calls.home.seal({ id, path, replaces: false });
	return { id, job: await ended(calls, id) };
}

/** Home with a letter that is closed to others, and what left it: a copy of the file. */
async function leaveHome() {
	const [home, away, key] = [at('home.lectern'), at('away', 'field.lectern'), at('key.txt')];
	const host = start({ archivePath: null });
	const { calls } = connect(host);
	await calls.archive.create({ path: home, title: 'Sample archive' });
	const recordId = await add(calls, at('a.txt'));
	const { revision } = await calls.records.get({ id: recordId });
	await calls.records.update({ id: recordId, revision, fields: { access: 'closed' } });
	const { recipient } = await calls.home.makeKey({ path: key });
	await stop(host);
	mkdirSync(at('away'));
	copyFileSync(home, away);
	return { home, away, key, recipient, recordId };
}

test('work sealed on the road opens with home’s key file alone, is merged whole, and can be removed from the device', async () => {
	const { home, away, key, recipient, recordId } = await leaveHome();
	expect(statSync(key).mode & 0o077).toBe(0);
	const [identity = ''] = identitiesIn(readFileSync(key, 'utf8'));
	expect(await identityToRecipient(identity)).toBe(recipient);

	const road = start({ archivePath: away });
	const { calls } = connect(road);
	expect(await calls.home.state()).toMatchObject({ recipient });
	await note(calls, recordId, 'quixotic words of the road');
	writeFileSync(at('b.txt'), 'Delta epsilon, sample letter 8.');
	await add(calls, at('b.txt'));
	expect(await calls.home.preview()).toMatchObject({ matter: 'archive', recordCount: 2, annotationCount: 1 });
	expect(await calls.home.sealed()).toBeNull();
	const sealedPath = at('away', 'sealed.zip.age');
	const { id, job } = await sealTo(calls, sealedPath);
	expect(job).toMatchObject({ kind: 'seal', state: 'done', error: null, counts: { intact: 1, packed: 2 } });
	expect(await calls.home.sealed()).toMatchObject({
		id,
		files: [{ path: sealedPath, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
		matter: 'archive',
		recipient,
		isCurrent: true,
	});

	// What was changed since is not in it, and is not removed.
	await note(calls, recordId, 'later words');
	expect(await calls.home.sealed()).toMatchObject({ isCurrent: false });
	await expect(calls.home.removeOpen({ id })).rejects.toMatchObject({ code: 'conflict' });
	await calls.history.undo();
	const again = await sealTo(calls, at('away', 'again.zip.age'));
	const whole = readFileSync(at('away', 'again.zip.age'));
	truncateSync(at('away', 'again.zip.age'), whole.length - 1000);
	await expect(calls.home.removeOpen({ id: again.id })).rejects.toMatchObject({ code: 'unreadable-file' });
	expect(existsSync(away)).toBe(true);
	writeFileSync(at('away', 'again.zip.age'), whole);
	const { removed, left } = await calls.home.removeOpen({ id: again.id });
	expect([removed, left]).toEqual([expect.arrayContaining([away]), []]);
	await expect(calls.records.list({})).rejects.toMatchObject({ code: 'no-archive' });
	await stop(road);
	expect(readdirSync(at('away')).sort()).toEqual(['again.zip.age', 'sealed.zip.age']);

	const back = start({ archivePath: home });
	const { calls: homeCalls } = connect(back);
	const look = (keys: object, path = at('away', 'again.zip.age')) =>
		homeCalls.merge.preview({ id: newId<JobId>(), source: { kind: 'path', path }, ...keys });
	await expect(look({})).rejects.toMatchObject({ code: 'needs-key' });
	await expect(look({ passphrase: 'sample words' })).rejects.toMatchObject({ code: 'needs-key' });
	await expect(look({ identities: [await generateIdentity()] })).rejects.toMatchObject({ code: 'wrong-key' });
	writeFileSync(at('cut.zip.age'), whole.subarray(0, whole.length - 1000));
	await expect(look({ identities: [identity] }, at('cut.zip.age'))).rejects.toMatchObject({ code: 'unreadable-file' });
	const mergeId = newId<JobId>();
	const source = { kind: 'path' as const, path: at('away', 'again.zip.age') };
	const preview = await homeCalls.merge.preview({ id: mergeId, source, identities: [identity] });
	expect(preview).toMatchObject({ isCopy: true, bringsOnlyNew: false });
	await homeCalls.merge.start({ id: mergeId });
	expect(await ended(homeCalls, mergeId)).toMatchObject({ state: 'done', error: null });
	expect((await homeCalls.annotations.list({})).map(({ body }) => body)).toEqual(['quixotic words of the road']);
	expect((await homeCalls.records.list({})).map(({ title }) => title).sort()).toEqual(['a', 'b']);
	// No merge says where home is.
	expect(await homeCalls.home.state()).toMatchObject({ recipient });
}, 120_000);

test('a merge brings no other home along, and only a public key is taken for one', async () => {
	const { home, away, recipient } = await leaveHome();
	const road = start({ archivePath: away });
	const { calls } = connect(road);
	for (const wrong of ['age1sample', 'sample words', `${recipient}x`])
		await expect(calls.home.set({ recipient: wrong })).rejects.toMatchObject({ code: 'invalid-input' });
	const other = await identityToRecipient(await generateIdentity());
	expect(await calls.home.set({ recipient: ` ${other}\n` })).toMatchObject({ recipient: other });
	await calls.archive.rename({ title: 'Another title' });
	await stop(road);
	const back = start({ archivePath: home });
	const { calls: homeCalls } = connect(back);
	await expect(homeCalls.home.makeKey({ path: at('key.txt') })).rejects.toMatchObject({ code: 'archive-exists' });
	const id = newId<JobId>();
	await homeCalls.merge.preview({ id, source: { kind: 'path', path: away } });
	await homeCalls.merge.start({ id });
	await ended(homeCalls, id);
	expect(await homeCalls.archive.status()).toMatchObject({ title: 'Another title' });
	expect(await homeCalls.home.state()).toMatchObject({ recipient });
	await homeCalls.home.set({ recipient: null });
	const sealing = homeCalls.home.seal({ id: newId<JobId>(), path: at('x.age'), replaces: false });
	await expect(sealing).rejects.toMatchObject({ code: 'invalid-input' });
	expect(existsSync(at('x.age'))).toBe(false);
}, 60_000);

test('notes beside an archive that takes no writes are sealed by themselves, as the age program opens them', async () => {
	const folder = newFolder();
	const path = join(folder, 'sample.lectern');
	writeFileSync(join(folder, 'letter.txt'), 'Alpha beta gamma.\n');
	const made = archives.create(path);
	const [item] = await archives.add(made, join(folder, 'letter.txt'));
	const recordId = item?.recordId as RecordId;
	await (await made.services.onDemand()).home.makeKey({ path: join(folder, 'key.txt') });
	await made.close();
	const reader = await archives.openReadOnly(path);
	const side = join(folder, 'field.notes.jsonld');
	await reader.services.sideNotes.use({ path: side });
	const fields = { purpose: 'note' as const, body: 'quixotic words of the road', tags: [], isResolved: false };
	reader.services.annotations.add({ id: newId<AnnotationId>(), recordId, range: null, fields });
	const id = newId<JobId>();
	const sealed = join(folder, 'sealed.notes.jsonld.age');
	await (await reader.services.onDemand()).home.seal(id, { path: sealed, replaces: false });
	await reader.services.jobs.whenEnded(id);
	expect((await reader.services.onDemand()).home.sealed()).toMatchObject({
		id,
		matter: 'notes',
		isCurrent: true,
		openHere: [side],
	});
	expect(readFileSync(sealed).includes('quixotic')).toBe(false);
	const opened = execFileSync('age', ['-d', '-i', join(folder, 'key.txt'), sealed], { encoding: 'utf8' });
	expect(opened).toBe(readFileSync(side, 'utf8'));
	await reader.close();

	const back = await archives.open(path);
	const mergeId = newId<JobId>();
	const { merge, jobs, annotations } = back.services;
	const name = 'sealed.notes.jsonld.age';
	await expect(merge.preview(mergeId, sealed, name)).rejects.toMatchObject({ code: 'needs-key' });
	const identities = identitiesIn(readFileSync(join(folder, 'key.txt'), 'utf8'));
	await merge.preview(mergeId, sealed, name, { identities });
	await merge.start({ id: mergeId });
	await jobs.whenEnded(mergeId);
	expect(annotations.list({}).map(({ body }) => body)).toEqual(['quixotic words of the road']);
});

test('sealed in parts, each of them is read again before anything is removed', async () => {
	const { away, key } = await leaveHome();
	const archive = await archives.open(away);
	writeFileSync(at('large.bin'), randomBytes(2_500_000));
	await archives.add(archive, at('large.bin'));
	const { jobs } = archive.services;
	const { home } = await archive.services.onDemand();
	const id = newId<JobId>();
	await home.seal(id, { path: at('away', 'sealed.zip.age'), replaces: false, partBytes: 1_000_000 });
	await jobs.whenEnded(id);
	const files = home.sealed()?.files.map(({ path }) => path) ?? [];
	expect(files.length).toBeGreaterThan(2);
	expect(files[1]).toBe(at('away', `sealed.2-of-${files.length}.zip.age`));
	await expect(home.settle(id)).resolves.toBeUndefined();
	const opener = { identities: identitiesIn(readFileSync(key, 'utf8')) };
	expect(await checkBagAt(files[2] ?? '', opener)).toMatchObject({ reasons: [], isOwn: true });
	truncateSync(files[1] ?? '', 1000);
	await expect(home.settle(id)).rejects.toMatchObject({ code: 'unreadable-file' });
});

test('sealing that is cancelled leaves nothing, and nothing can be removed for it', async () => {
	const { away } = await leaveHome();
	const archive = await archives.open(away);
	const { jobs } = archive.services;
	const { home } = await archive.services.onDemand();
	const id = newId<JobId>();
	const path = at('away', 'sealed.zip.age');
	await home.seal(id, { path, replaces: false });
	jobs.cancel({ id });
	await jobs.whenEnded(id);
	expect(jobs.get({ id })).toMatchObject({ state: 'cancelled', error: null });
	expect(home.sealed()).toBeNull();
	expect(existsSync(path)).toBe(false);
	expect(readdirSync(at('away')).filter((name) => name.includes('partial'))).toEqual([]);
	await expect(home.settle(id)).rejects.toMatchObject({ code: 'conflict' });
});
