import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { Connection } from '#archive/db/connection.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { VerifyChoice } from '#shared/api/editions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type CollectionId, type JobId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';

// Removed after the archives in them are closed.
const folder = temporaryFolders();
const archives = archivesOnDisk();

/** An archive of three letters, closed. */
async function filled(): Promise<{ path: string; items: JobItem[] }> {
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
	return { path, items };
}

/** Does what no trigger lets through, as a bad disk does, and puts the trigger back. */
function damage(path: string, trigger: string, work: (raw: Connection) => void): void {
	const raw = new Connection(path, 'write');
	const sql = raw.get<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?', trigger)?.sql ?? '';
	raw.execute(`DROP TRIGGER ${trigger}`);
	work(raw);
	raw.execute(sql);
	raw.close();
}

async function verify({ services }: Archive, choice: VerifyChoice = {}): Promise<JobItem[]> {
	const id = services.verification.verify(choice);
	await services.jobs.whenEnded(id);
	return services.jobs.items({ id, offset: 0, limit: 100 }).items;
}

/** Verifies what is due, and begins to close the archive when so many were read back. */
async function closedAfter(archive: Archive, count: number): Promise<void> {
	const { originals, verification, jobs } = archive.services;
	const verifyOne = originals.verify.bind(originals);
	let done = 0;
	originals.verify = async (...given) => {
		if (done++ === count) void archive.close();
		return verifyOne(...given);
	};
	await jobs.whenEnded(verification.verifyDue() as JobId);
	await archive.close();
}
const outcomes = (items: readonly JobItem[]) =>
	items.map(({ name, editionId, outcome }) => `${editionId ? 'text' : 'original'} of ${name}: ${outcome}`).sort();

test('a changed text is found as well as a changed original, and named by record', async () => {
	const { path, items } = await filled();
	damage(path, 'blocks_unchanged', (raw) => raw.run(`UPDATE blocks SET text = 'Sample z.' WHERE text = 'Sample b.'`));
	const archive = await archives.open(path);
	const found = await verify(archive);
	expect(found).toHaveLength(6);
	expect(found.filter(({ outcome }) => outcome !== 'intact')).toEqual([
		expect.objectContaining({ outcome: 'changed', recordId: items[1]?.recordId, editionId: expect.any(String) }),
	]);
	expect(archive.services.custody.list({ limit: 2 }).map(({ detail }) => detail)).toEqual([
		expect.objectContaining({ intact: 3, 'text-intact': 2, 'text-changed': 1, contentRootState: 'intact' }),
		expect.objectContaining({ outcome: 'changed' }),
	]);
});

test('one record, or a collection with those below it, is verified by itself', async () => {
	const { path, items } = await filled();
	const archive = await archives.open(path);
	const { collections } = archive.services;
	const [outer, inner] = [newId<CollectionId>(), newId<CollectionId>()];
	collections.add({ id: outer, name: 'Outer', parentId: null });
	collections.add({ id: inner, name: 'Inner', parentId: outer });
	const [a, b, c] = items.flatMap(({ recordId }) => recordId ?? []);
	collections.addRecords({ id: outer, recordIds: [a as never] });
	collections.addRecords({ id: inner, recordIds: [a as never, c as never] });
	expect(outcomes(await verify(archive, { recordIds: [b as never] }))).toEqual([
		'original of b.txt: intact',
		'text of b: intact',
	]);
	const together = await verify(archive, { collectionId: outer });
	expect(
		together
			.filter(({ editionId }) => !editionId)
			.map(({ name }) => name)
			.sort(),
	).toEqual(['a.txt', 'c.txt']);
});

test('an original of which not even its entry is left is missing, wherever it is looked for', async () => {
	const { path, items } = await filled();
	const { sha256 = '', recordId } = items[0] ?? {};
	const raw = new Connection(path, 'write');
	raw.pragma('foreign_keys = OFF');
	raw.run('DELETE FROM originals WHERE sha256 = ?', sha256);
	raw.close();
	const week = 8 * 24 * 60 * 60 * 1000;
	const archive = await archives.open(path, { now: () => Date.now() + week });
	for (const choice of [{}, { recordIds: [recordId as RecordId] }, { sha256s: [sha256 as Sha256] }])
		expect(outcomes(await verify(archive, choice))).toContain('original of a.txt: missing');
	// It does not come to be intact, or not held, because of the run that found it.
	expect(archive.status()).toMatchObject({ heldCount: 3, intactCount: 2, verifiedAt: null });
	await archive.close();
	const later = await archives.open(path, { now: () => Date.now() + 3 * week });
	const due = later.services.verification.verifyDue() as JobId;
	await later.services.jobs.whenEnded(due);
	const found = later.services.jobs.items({ id: due, offset: 0, limit: 100 }).items;
	expect(outcomes(found)).toContain('original of a.txt: missing');
});

test('a read-only archive is verified, and nothing of it is kept', async () => {
	const { path, items } = await filled();
	damage(path, 'original_chunks_unchanged', (raw) =>
		raw.run(`UPDATE original_chunks SET bytes = x'00' WHERE sha256 = ?`, items[0]?.sha256 ?? ''),
	);
	const archive = await archives.openReadOnly(path);
	const before = archive.services.custody.head();
	const found = await verify(archive);
	expect(outcomes(found)).toContain('original of a.txt: changed');
	expect(archive.services.jobs.list()[0]).toMatchObject({ kind: 'verify', state: 'done', isUnkept: true, done: 6 });
	expect(archive.services.custody.head()).toBe(before);
	expect(archive.status()).toMatchObject({ intactCount: 0 });
	await archive.close();
	const again = await archives.open(path);
	expect(again.services.jobs.list().filter(({ kind }) => kind === 'verify')).toEqual([]);
});

test('what was not read back for a week is due again, and nothing before', async () => {
	const { path } = await filled();
	const day = 24 * 60 * 60 * 1000;
	const at = (days: number) => ({ now: () => Date.UTC(2020, 0, 1, 12) + days * day });
	const early = await archives.open(path, at(6));
	expect(early.services.verification.verifyDue()).toBeNull();
	await early.close();
	const late = await archives.open(path, at(8));
	const job = late.services.verification.verifyDue();
	expect(job).not.toBeNull();
	await late.services.jobs.whenEnded(job as never);
	expect(late.status()).toMatchObject({ heldCount: 3, intactCount: 3 });
	expect(late.services.verification.verifyDue()).toBeNull();
	expect(late.services.custody.list({ limit: 1 })[0]).toMatchObject({
		kind: 'verified',
		detail: { occasion: 'weekly', intact: 3, 'text-intact': 3 },
	});
});

describe('once a week, by itself', () => {
	const day = 24 * 60 * 60 * 1000;
	const at = (days: number) => ({ now: () => Date.UTC(2020, 0, 1, 12) + days * day });

	test('texts are read back too', async () => {
		const { path, items } = await filled();
		damage(path, 'blocks_unchanged', (raw) => raw.run(`UPDATE blocks SET text = 'Sample z.' WHERE text = 'Sample b.'`));
		const archive = await archives.open(path, at(8));
		const id = archive.services.verification.verifyDue() as JobId;
		await archive.services.jobs.whenEnded(id);
		const found = archive.services.jobs.items({ id, offset: 0, limit: 100, outcomes: ['changed'] });
		expect(found.items).toMatchObject([{ recordId: items[1]?.recordId, editionId: expect.any(String) }]);
	});

	test('what quitting broke off goes on from there, and the log says what was read back until then', async () => {
		const { path } = await filled();
		const first = await archives.open(path, at(8));
		await closedAfter(first, 2);

		const again = await archives.open(path, at(8.01));
		const { jobs, custody, verification } = again.services;
		expect(jobs.list()[0]).toMatchObject({ kind: 'verify', state: 'done', done: 4, total: 4 });
		expect(custody.list({ limit: 1 })[0]?.detail).toEqual({
			...{ occasion: 'weekly', intact: 2, 'text-intact': 2, left: 2 },
		});
		const id = verification.verifyDue() as JobId;
		await jobs.whenEnded(id);
		expect(jobs.get({ id })).toMatchObject({ done: 2, counts: { intact: 2 } });
		expect(verification.verifyDue()).toBeNull();
	});

	test('texts have their turn as originals have, those first that were not read back for longest', async () => {
		const { path } = await filled();
		const readIn = async (days: number, count: number) => {
			const archive = await archives.open(path, at(days));
			await closedAfter(archive, count);
			const again = await archives.open(path, at(days));
			const { jobs } = again.services;
			const [job] = jobs.list();
			const { items } = jobs.items({ id: job?.id as JobId, offset: 0, limit: 10 });
			await again.close();
			return items.flatMap(({ editionId }) => editionId ?? []);
		};
		const [first, ...none] = await readIn(8, 1);
		expect([first, none]).toEqual([expect.any(String), []]);
		// A week later it is due again, behind those that never were read back.
		const later = await readIn(16, 2);
		expect(later).toHaveLength(2);
		expect(later).not.toContain(first);
	});

	test('reports of nothing but what was intact are let go after two months; the log and all others stay', async () => {
		const { path } = await filled();
		for (const days of [8, 16, 90]) {
			const archive = await archives.open(path, at(days));
			if (days === 16) await verify(archive, {});
			await archive.services.jobs.whenEnded(archive.services.verification.verifyDue() as JobId);
			await archive.close();
		}
		const archive = await archives.open(path, at(90));
		const reports = archive.services.jobs.list().filter(({ kind }) => kind === 'verify');
		expect(reports.map(({ startedAt }) => startedAt.slice(0, 10))).toEqual(['2020-03-31', '2020-01-17']);
		expect(archive.services.custody.find({ filter: { kinds: ['verified'] }, offset: 0, limit: 10 }).total).toBe(3);
	});
});

describe('the log', () => {
	test('has a verification once, whatever fails behind it, and the report what failed first', async () => {
		const { path } = await filled();
		const archive = await archives.open(path);
		const { contentRoot, custody, jobs, originals, verification } = archive.services;
		const ended = async () => {
			const id = verification.verify({});
			await jobs.whenEnded(id);
			return jobs.get({ id });
		};
		const logged = () => custody.find({ filter: { kinds: ['verified'] }, offset: 0, limit: 10 }).entries;
		const keepRoot = contentRoot.keep;
		contentRoot.keep = () => {
			throw new AppError('disk-full');
		};
		expect(await ended()).toMatchObject({ state: 'interrupted', error: { code: 'disk-full' } });
		expect(logged().map(({ detail }) => detail)).toEqual([expect.not.objectContaining({ left: expect.anything() })]);

		contentRoot.keep = keepRoot;
		const append = custody.append;
		const verifyOne = originals.verify.bind(originals);
		let done = 0;
		originals.verify = async (...given) => {
			if (done++ > 0) throw new AppError('connection-lost');
			return verifyOne(...given);
		};
		custody.append = () => {
			throw new AppError('disk-full');
		};
		expect(await ended()).toMatchObject({ state: 'interrupted', error: { code: 'connection-lost' } });
		custody.append = append;
		expect(logged()).toHaveLength(1);
	});

	test('says which record, file or collection was verified', async () => {
		const { path, items } = await filled();
		const archive = await archives.open(path);
		const { collections, custody, verification, jobs } = archive.services;
		const [a, b] = items.flatMap(({ recordId }) => recordId ?? []) as [RecordId, RecordId];
		const sha256 = items[2]?.sha256 as Sha256;
		const id = newId<CollectionId>();
		collections.add({ id, name: 'Sample box', parentId: null });
		collections.addRecords({ id, recordIds: [a, b] });
		for (const choice of [{ recordIds: [a] }, { sha256s: [sha256] }, { collectionId: id }, { recordIds: [a, b] }])
			await jobs.whenEnded(verification.verify(choice));
		const { entries } = custody.find({ filter: { kinds: ['verified'] }, offset: 0, limit: 10 });
		expect(entries.map(({ subjectName, detail }) => [subjectName, detail]).reverse()).toEqual([
			['a', { intact: 1, 'text-intact': 1 }],
			['c.txt', { intact: 1 }],
			['Sample box', { intact: 2, 'text-intact': 2 }],
			['', { records: 2, intact: 2, 'text-intact': 2 }],
		]);
	});
});

describe('the content root', () => {
	test('shows an original that went with everything that told of it', async () => {
		const { path } = await filled();
		const good = await archives.open(path);
		expect(good.services.contentRoot.check()).toBe('intact');
		await good.close();
		damage(path, 'editions_unchanged', (raw) => {
			for (const table of ['blocks', 'search_segment_editions']) raw.run(`DELETE FROM ${table}`);
			raw.run('UPDATE records SET edition_id = NULL');
			raw.run('DELETE FROM editions');
		});
		const bad = await archives.open(path);
		expect(bad.services.contentRoot.check()).toBe('changed');
		expect(bad.status().contentRoot).toBe('changed');
		// What shows the loss is not overwritten by closing.
		await bad.close();
		expect((await archives.open(path)).services.contentRoot.check()).toBe('changed');
	});

	test('shows a log that was put back to an earlier state, and is not fooled by one that grew', async () => {
		const { path } = await filled();
		const archive = await archives.open(path);
		await verify(archive, { recordIds: [] });
		expect(archive.services.contentRoot.check()).toBe('intact');
		await archive.close();
		damage(path, 'custody_events_kept', (raw) =>
			raw.run('DELETE FROM custody_events WHERE sequence = (SELECT max(sequence) FROM custody_events)'),
		);
		expect((await archives.open(path)).services.contentRoot.check()).toBe('changed');
	});

	test('is not disturbed by chains of other devices that came in since', async () => {
		const { path } = await filled();
		const raw = new Connection(path, 'write');
		for (const replica of ['b', 'c'])
			raw.run(`INSERT INTO custody_events VALUES (?, 1, '2020', 'created', '', '{}', '', ?, '', '')`, replica, replica);
		raw.close();
		expect((await archives.open(path)).services.contentRoot.check()).toBe('intact');
	});

	test('says that it cannot tell when something was changed since it was kept', async () => {
		const { path } = await filled();
		const archive = await archives.open(path);
		archive.rename({ title: 'Another title' });
		expect(archive.services.contentRoot.check()).toBe('outdated');
	});
});
