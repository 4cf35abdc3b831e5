import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { keyOf, makeKey } from '#archive/db/archive-key.ts';
import { createArchive, openArchive } from '#archive/open-archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { AppError, type ErrorData } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { errorMessage } from '#shared/messages/messages.ts';
import { BackupService } from './backup-service.ts';

const archives = archivesOnDisk();
const passphrase = 'sample words of a test';
let root: string;
let stick: string;
let letter: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'lectern-backup-'));
	stick = mkdtempSync(join(tmpdir(), 'lectern-stick-'));
	letter = join(root, 'letter.txt');
	writeFileSync(letter, `Sample letter 7.\n\n${'Alpha quixotically beta. '.repeat(20_000)}`);
});
afterEach(() => {
	for (const folder of [root, stick]) rmSync(folder, { recursive: true });
});

async function backUp(archive: Archive, request: { path: string; passphrase?: string; replaces?: boolean }) {
	const id = newId<JobId>();
	await archive.services.backup.start(id, { replaces: false, ...request });
	await archive.services.jobs.whenEnded(id);
	return archive.services.jobs.get({ id });
}

async function createSecret(): Promise<Archive> {
	const archive = createArchive(
		join(root, 'secret.lectern'),
		'Sample archive',
		archives.environment(),
		await makeKey(passphrase),
	);
	await archives.add(archive, letter);
	return archive;
}

async function restored(path: string): Promise<{ titles: string[]; jobs: string[]; readOnly: string }> {
	const archive = await openArchive(path, archives.environment(), { key: await keyOf(path, passphrase) });
	try {
		return {
			titles: archive.services.records.list({}).map(({ title }) => title),
			jobs: archive.services.jobs.list().map(({ kind, state }) => `${kind} ${state}`),
			readOnly: archive.status().readOnly,
		};
	} finally {
		await archive.close();
	}
}

describe('a backup', () => {
	test.each(['with', 'without'])(
		'of an archive %s a passphrase that was deleted while it was open has all of it',
		async (kind) => {
			const path = join(root, 'secret.lectern');
			const key = kind === 'with' ? await makeKey(passphrase) : null;
			const archive = createArchive(path, 'Sample archive', archives.environment(), key);
			await archives.add(archive, letter);
			rmSync(path);
			expect(() => archive.rename({ title: 'Meanwhile' })).toThrow(expect.objectContaining({ code: 'disk-error' }));
			const backup = join(stick, 'backup.lectern');
			const asked = kind === 'with' ? {} : { passphrase };
			expect(await backUp(archive, { path: backup, ...asked })).toMatchObject({ state: 'done', error: null });
			await archive.close().catch(() => undefined);
			expect(await restored(backup)).toMatchObject({ titles: ['letter'], readOnly: 'none' });
		},
	);

	test('of an archive is never of another file that has taken its name', async () => {
		const archive = await createSecret();
		const other = createArchive(join(root, 'other.lectern'), 'Other', archives.environment(), archive.key);
		await other.close();
		renameSync(join(root, 'other.lectern'), join(root, 'secret.lectern'));
		const backup = join(stick, 'backup.lectern');
		expect(await backUp(archive, { path: backup })).toMatchObject({ state: 'done' });
		await archive.close().catch(() => undefined);
		expect((await restored(backup)).titles).toEqual(['letter']);
	});

	test('of an archive with a passphrase is opened by it, and is as the archive was when it was begun', async () => {
		const archive = await createSecret();
		const path = join(stick, 'copy.lectern');
		const id = newId<JobId>();
		await archive.services.backup.start(id, { path, replaces: false });
		// What is written meanwhile waits in the log, and is not in the copy.
		archive.rename({ title: 'Another title' });
		await archive.services.jobs.whenEnded(id);
		expect(archive.services.jobs.get({ id })).toMatchObject({ state: 'done', counts: { intact: 1 } });
		expect(readdirSync(stick)).toEqual(['copy.lectern']);
		expect(await restored(path)).toEqual({
			titles: ['letter'],
			jobs: ['add done'],
			readOnly: 'none',
		});
		expect(archive.services.custody.list({ limit: 1 })[0]).toMatchObject({
			kind: 'exported',
			detail: { backup: 'copy.lectern' },
		});
		await archive.close();
		expect(readFileSync(path).includes('quixotically')).toBe(false);
	});

	test('of one without is written under a passphrase, and nothing plain comes to the other medium or stays', async () => {
		const archive = archives.create(join(root, 'plain.lectern'));
		await archives.add(archive, letter);
		const path = join(stick, 'copy.lectern');
		expect(await backUp(archive, { path, passphrase })).toMatchObject({ state: 'done' });
		expect(await restored(path)).toMatchObject({ titles: ['letter'], jobs: ['add done'] });
		expect(readFileSync(path).includes('quixotically')).toBe(false);
		expect(readdirSync(stick)).toEqual(['copy.lectern']);
		expect(existsSync(join(root, 'plain.lectern.new'))).toBe(false);
		await archive.close();
	});

	test('is made of an archive that takes no writes, too', async () => {
		const archive = archives.create(join(root, 'plain.lectern'));
		await archives.add(archive, letter);
		await archive.close();
		const reader = await archives.openReadOnly(join(root, 'plain.lectern'));
		const path = join(stick, 'copy.lectern');
		expect(await backUp(reader, { path, passphrase })).toMatchObject({ state: 'done' });
		expect(await restored(path)).toMatchObject({ titles: ['letter'] });
		expect(readdirSync(root).sort()).toEqual(['letter.txt', 'plain.lectern']);
		await reader.close();
	});

	test('that is cancelled leaves nothing, and a file of that name as it was', async () => {
		const archive = await createSecret();
		const path = join(stick, 'copy.lectern');
		writeFileSync(path, 'An older copy.');
		const id = newId<JobId>();
		await archive.services.backup.start(id, { path, replaces: true });
		archive.services.jobs.cancel({ id });
		await archive.services.jobs.whenEnded(id);
		expect(archive.services.jobs.get({ id })).toMatchObject({ state: 'cancelled', error: null });
		expect(readdirSync(stick)).toEqual(['copy.lectern']);
		expect(readFileSync(path, 'utf8')).toBe('An older copy.');
		await archive.close();
	});

	test('takes the place of another one without what lay beside that', async () => {
		const archive = await createSecret();
		const path = join(stick, 'copy.lectern');
		for (const ending of ['', '-wal', '-journal']) writeFileSync(path + ending, 'left by another one');
		expect(await backUp(archive, { path, replaces: true })).toMatchObject({ state: 'done', error: null });
		expect(readdirSync(stick)).toEqual(['copy.lectern']);
		expect((await restored(path)).titles).toHaveLength(1);
	});

	test('waits for other jobs, which would write to the file that is copied', async () => {
		const archive = await createSecret();
		const id = newId<JobId>();
		await archive.services.backup.start(id, { path: join(stick, 'one.lectern'), replaces: false });
		const another = archive.services.backup.start(newId(), { path: join(stick, 'two.lectern'), replaces: false });
		await expect(another).rejects.toMatchObject({ code: 'invalid-input' });
		await archive.services.jobs.whenEnded(id);
		expect(readdirSync(stick)).toEqual(['one.lectern']);
	});

	test('is not kept waiting by what runs by itself', async () => {
		const archive = await createSecret();
		const { verification, jobs, originals, backup } = archive.services;
		archive.database.write((writer) => writer.run(`UPDATE record_parts SET received_at = '2001-01-01T00:00:00.000Z'`));
		const verifying = verification.verifyDue() as JobId;
		let release: () => void = () => undefined;
		const gate = new Promise<void>((resolve) => {
			release = resolve;
		});
		jobs.start(newId<JobId>(), 'add', {}, () => gate, 'ends-soon');
		const id = newId<JobId>();
		const started = backup.start(id, { path: join(stick, 'one.lectern'), replaces: false });
		await jobs.whenEnded(verifying);
		expect(jobs.get({ id: verifying })).toMatchObject({ state: 'done', error: null, done: 0, total: 0 });
		release();
		await started;
		await jobs.whenEnded(id);
		expect(jobs.get({ id })).toMatchObject({ state: 'done' });
		// What it did not come to is due still.
		expect(originals.listDue(new Date(archive.database.now()).toISOString())).toHaveLength(1);
	});

	test('is refused at once where it cannot be', async () => {
		const archive = await createSecret();
		const path = join(stick, 'copy.lectern');
		writeFileSync(path, 'Another file.');
		await expect(backUp(archive, { path })).rejects.toMatchObject({ code: 'archive-exists' });
		await expect(backUp(archive, { path: archive.path, replaces: true })).rejects.toThrow(AppError);
		await expect(backUp(archive, { path: join(stick, 'none', 'copy.lectern') })).rejects.toMatchObject({
			code: 'unwritable-file',
		});
		await archive.close();
		const plain = archives.create(join(root, 'plain.lectern'));
		await expect(backUp(plain, { path: join(stick, 'b.lectern') })).rejects.toMatchObject({ code: 'invalid-input' });
		await plain.close();
		expect(readdirSync(stick)).toEqual(['copy.lectern']);
	});

	test('that is asked for twice by one id is made once, and the log may be emptied afterwards', async () => {
		const archive = await createSecret();
		const path = join(stick, 'copy.lectern');
		const { database, services } = archive;
		const key = await keyOf(archive.path, passphrase);
		let isHeldOff = false;
		const service = new BackupService(database, services, {
			path: () => archive.path,
			key: () => key,
			liveFile: {
				settle: () => {
					isHeldOff = true;
					return statSync(archive.path).size;
				},
				async *pieces() {
					yield readFileSync(archive.path);
				},
				letGo: () => {
					isHeldOff = false;
				},
			} as never,
			onBackedUp: () => undefined,
		});
		const id = newId<JobId>();
		for (const replaces of [false, true]) {
			await service.start(id, { path, replaces });
			await services.jobs.whenEnded(id);
			expect(isHeldOff).toBe(false);
		}
		expect(services.jobs.list().filter(({ kind }) => kind === 'backup')).toHaveLength(1);
		await archive.close();
	});

	test.each([
		['too little room', { freeBytes: 10_000, largestFileBytes: null }, 'disk-full'],
		['a largest size of files', { freeBytes: null, largestFileBytes: 10_000 }, 'invalid-input'],
	])('is not begun on a medium with %s', async (_, limits, code) => {
		const archive = archives.create(join(root, 'plain.lectern'));
		await archives.add(archive, letter);
		const { database, services } = archive;
		const service = new BackupService(database, services, {
			path: () => archive.path,
			key: () => null,
			liveFile: { settle: () => statSync(archive.path).size, letGo: () => undefined } as never,
			onBackedUp: () => undefined,
			limitsOf: async () => limits,
		});
		const request = { path: join(stick, 'copy.lectern'), passphrase, replaces: false };
		await expect(service.start(newId<JobId>(), request)).rejects.toMatchObject({ code });
		expect(readdirSync(stick)).toEqual([]);
		await archive.close();
	});

	test.each([
		['too little room', { freeBytes: 10_000, largestFileBytes: null }],
		['less room than it seemed', { freeBytes: null, largestFileBytes: null }],
	])(
		'of a plain archive whose own disk has %s for the passing copy tells of that, not of the stick',
		async (_, own) => {
			const archive = archives.create(join(root, 'plain.lectern'));
			await archives.add(archive, letter);
			const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
			const { database, services } = archive;
			const service = new BackupService(database, services, {
				path: () => archive.path,
				key: () => null,
				liveFile: {
					settle: () => statSync(archive.path).size,
					async *pieces() {
						yield Buffer.from('the first of it');
						throw full;
					},
					letGo: () => undefined,
				} as never,
				onBackedUp: () => undefined,
				limitsOf: async (folder) => (folder === stick ? { freeBytes: null, largestFileBytes: null } : own),
			});
			const id = newId<JobId>();
			const request = { path: join(stick, 'copy.lectern'), passphrase, replaces: false };
			const error = await service.start(id, request).then(
				async () => {
					await services.jobs.whenEnded(id);
					return services.jobs.get({ id }).error;
				},
				(refused: AppError) => refused,
			);
			expect(error).toMatchObject({
				code: 'disk-full',
				detail: { file: 'plain.lectern', folder: basename(realpathSync(root)) },
			});
			const { code, detail } = error as ErrorData;
			expect(errorMessage({ code, detail })).toContain(`in the folder “${basename(realpathSync(root))}”`);
			expect(readdirSync(stick)).toEqual([]);
			expect(existsSync(join(root, 'plain.lectern.new'))).toBe(false);
			await archive.close();
		},
	);

	test.each([
		['a plain archive', async () => archives.create(join(root, 'plain.lectern')), { passphrase }],
		['an archive with a passphrase', createSecret, {}],
	])(
		'of %s to a stick that is gone meanwhile says so of the copy, and nothing has its name',
		async (_, make, given) => {
			const archive = await make();
			await archives.add(archive, letter);
			const id = newId<JobId>();
			await archive.services.backup.start(id, { path: join(stick, 'copy.lectern'), replaces: false, ...given });
			const gone = `${stick}-gone`;
			renameSync(stick, gone);
			await archive.services.jobs.whenEnded(id);
			mkdirSync(stick);
			expect(archive.services.jobs.get({ id }).error).toMatchObject({
				code: 'unwritable-file',
				detail: { file: 'copy.lectern' },
			});
			expect(readdirSync(gone)).not.toContain('copy.lectern');
			rmSync(gone, { recursive: true });
			archive.rename({ title: 'It goes on' });
			await archive.close();
		},
	);

	test('that was cut off is refused when it is opened', async () => {
		const archive = await createSecret();
		const path = join(stick, 'copy.lectern');
		await backUp(archive, { path });
		await archive.close();
		truncateSync(path, statSync(path).size - 3 * 4096);
		await expect(restored(path)).rejects.toThrow(AppError);
	});
});
