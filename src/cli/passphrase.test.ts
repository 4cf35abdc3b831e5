import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

/** Holds all that Lectern writes: its data, temporary files, the archive. */
let folder: string;
/** What lies elsewhere: documents, passphrases. */
let outside: string;
let lectern: BuiltCommandLine;
let key: string[];

beforeAll(async () => {
	outside = mkdtempSync(join(tmpdir(), 'lectern-outside-'));
	folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
	lectern = await buildCommandLine(folder);
	mkdirSync(join(folder, 'tmp'));
	vi.stubEnv('TMPDIR', join(folder, 'tmp'));
	key = passphraseFile('key', 'sample words of a test');
	writeFileSync(join(outside, 'letter.txt'), `Sample letter 7.\n\n${'Alpha quixotically beta. '.repeat(4000)}`);
}, 60_000);
afterAll(() => {
	vi.unstubAllEnvs();
	lectern.remove();
	for (const each of [folder, outside]) rmSync(each, { recursive: true });
});

function passphraseFile(name: string, passphrase: string): string[] {
	const file = join(outside, name);
	writeFileSync(file, `${passphrase}\n`);
	return ['--passphrase-file', file];
}

describe('an archive with a passphrase', () => {
	test('is opened by it alone', async () => {
		await lectern.run('new', 'secret.lectern', ...key);
		const list = ['list', '--archive', 'secret.lectern'];
		expect(await lectern.run(...list, ...key)).toMatchObject({ status: 0 });
		expect(await lectern.run(...list)).toMatchObject({ status: 2, err: expect.stringContaining('is encrypted') });
		const wrong = await lectern.run(...list, ...passphraseFile('wrong', 'another'), '--json');
		expect(wrong).toMatchObject({ status: 2, lines: [{ error: { code: 'archive-not-opened' } }] });
		const empty = await lectern.run(...list, ...passphraseFile('empty', ''));
		expect(empty).toMatchObject({ status: 2, err: expect.stringContaining('first line is empty') });
	}, 60_000);

	test('is merged into another one, which needs none', async () => {
		await lectern.run('new', 'merged.lectern', ...key);
		await lectern.run('add', join(outside, 'letter.txt'), '--archive', 'merged.lectern', ...key);
		const open = await lectern.run('export', '--package', 'open', '--archive', 'merged.lectern', ...key);
		expect(open).toMatchObject({ status: 0, err: expect.stringContaining('open is not encrypted') });
		await lectern.run('new', 'plain.lectern');
		const merge = ['merge', 'merged.lectern', '--archive', 'plain.lectern'];
		expect(await lectern.run(...merge)).toMatchObject({ status: 2, err: expect.stringContaining('is encrypted') });
		const merged = await lectern.run(...merge, '--package-passphrase-file', key[1] ?? '');
		expect(merged).toMatchObject({ status: 0, err: expect.stringContaining('New: 1') });
		const listed = await lectern.run('list', '--archive', 'plain.lectern', ...key);
		expect(listed).toMatchObject({ status: 0, err: expect.stringContaining('has no passphrase') });
	}, 60_000);
});

test('a passphrase is set, changed and removed; the old file stays until it is deleted', async () => {
	const [other = '', otherFile = ''] = passphraseFile('other', 'other words');
	await lectern.run('new', 'changed.lectern');
	await lectern.run('add', join(outside, 'letter.txt'), '--archive', 'changed.lectern');
	const inArchive = ['--archive', 'changed.lectern'];
	const next = ['--new-passphrase-file', key[1] ?? ''];
	const set = await lectern.run('passphrase', 'set', ...next, ...inArchive);
	expect(set).toMatchObject({ status: 0, out: expect.stringContaining('changed.old.lectern') });
	expect(set.err).toContain('can be read without a passphrase');
	expect(readFileSync(join(folder, 'changed.lectern')).includes('quixotically')).toBe(false);
	expect(readFileSync(join(folder, 'changed.old.lectern')).includes('quixotically')).toBe(true);
	const change = ['passphrase', 'change', '--new-passphrase-file', otherFile, ...inArchive];
	expect(await lectern.run(...change, other, otherFile)).toMatchObject({ status: 2 });
	expect(await lectern.run(...change, ...key, '--delete-old')).toMatchObject({ status: 0 });
	expect(existsSync(join(folder, 'changed.old-2.lectern'))).toBe(false);
	expect(await lectern.run('list', ...inArchive, ...key)).toMatchObject({ status: 2 });
	const removed = await lectern.run('passphrase', 'remove', ...inArchive, other, otherFile);
	expect(removed).toMatchObject({ status: 0 });
	const found = await lectern.run('search', 'quixotically', ...inArchive);
	expect(found).toMatchObject({ status: 0, out: expect.stringContaining('quixotically') });
	const none = await lectern.run('passphrase', 'remove', ...inArchive, ...key);
	expect(none).toMatchObject({ status: 2, err: expect.stringContaining('has no passphrase') });
}, 120_000);

describe('of an archive with a passphrase, nothing that it says can be read on the disk', () => {
	const words = ['quixotically', 'Zanzibarite'];

	/** Files below `folder` in which one of the words stands, as UTF-8 or UTF-16. */
	function traces(): string[] {
		const needles = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.filter((file) => needles.some((needle) => readFileSync(file).includes(needle)));
	}

	const filesBeside = () => readdirSync(folder).filter((file) => file.startsWith('swept'));

	/** Serves it, and waits until a copy of it was taken: whoever comes second is told so beside it. */
	async function serve(): Promise<ChildProcess> {
		const served = lectern.start('serve', '--archive', 'swept.lectern', ...key, '--add', join(outside, 'letter.txt'));
		const holder = () => JSON.parse(readFileSync(join(folder, 'swept.lectern.lock'), 'utf8'));
		await vi.waitFor(() => expect(holder()).toMatchObject({ process: served.pid, snapshotPath: expect.any(String) }), {
			timeout: 30_000,
		});
		return served;
	}

	test('in use, after being killed, and after it was closed', async () => {
		for (const left of readdirSync(folder)) if (left !== 'tmp') rmSync(join(folder, left), { recursive: true });
		await lectern.run('new', 'swept.lectern', '--title', 'Zanzibarite', ...key);
		const killed = await serve();
		expect(filesBeside()).toContain('swept.lectern-wal');
		expect(traces()).toEqual([]);
		killed.kill('SIGKILL');
		await once(killed, 'close');
		expect(traces()).toEqual([]);
		const closed = await serve();
		closed.kill('SIGTERM');
		await once(closed, 'close');
		expect(filesBeside()).toEqual(['swept.lectern']);
		expect(traces()).toEqual([]);
		const found = await lectern.run('search', 'quixotically', '--archive', 'swept.lectern', ...key);
		expect(found).toMatchObject({ status: 0, out: expect.stringContaining('quixotically') });
	}, 120_000);

	test('where it is not encrypted, the same look finds them', async () => {
		await lectern.run('new', 'plain.lectern', '--title', 'Zanzibarite');
		expect(traces().map((file) => file.slice(folder.length + 1))).toContain('plain.lectern');
	}, 60_000);
});
