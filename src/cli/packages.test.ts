import { createHash, randomBytes } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	statSync,
	truncateSync,
	watch,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { blackened } from '#shared/writing/blackened.ts';
import { type BuiltCommandLine, buildCommandLine, finish } from './testing/built-command-line.ts';

let folder: string;
let lectern: BuiltCommandLine;
const archives = archivesOnDisk();
const inArchive = ['--archive', 'sample.lectern'];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
	lectern = await buildCommandLine(folder);
	mkdirSync(join(folder, 'in'));
	writeFileSync(join(folder, 'in/a.txt'), 'Alpha beta gamma, sample letter 7.');
	writeFileSync(join(folder, 'in/b.bin'), '');
	truncateSync(join(folder, 'in/b.bin'), 60_000_000);
	writeFileSync(join(folder, 'passphrase'), 'five sample words in it\n');
	await lectern.run('new', 'sample.lectern');
	await lectern.run('add', 'in', ...inArchive);
}, 120_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});

describe('a package', () => {
	test('is exported and checked, in each form', async () => {
		const bag = await lectern.run('export', '--package', 'bag', ...inArchive);
		expect(bag).toMatchObject({ status: 0, out: expect.stringContaining('read back and valid: 2 records') });
		expect(await lectern.run('bag-check', 'bag')).toMatchObject({ status: 0, out: expect.stringContaining('Valid') });
		const zip = await lectern.run('export', '--package', 'bag.zip', '--zip', '--json', ...inArchive);
		expect(zip.lines[0]).toMatchObject({ name: 'bag.zip', outcome: 'intact' });
		const [report] = (await lectern.run('bag-check', 'bag.zip', '--json')).lines;
		expect(report).toMatchObject({ valid: true, reasons: [], version: '1.0' });
		await lectern.run('new', 'other.lectern');
		const brought = await lectern.run('import', 'bag.zip', '--archive', 'other.lectern');
		expect(brought).toMatchObject({ status: 0, err: expect.stringContaining('Added: 2') });
		const again = await lectern.run('export', '--package', 'bag.zip', '--zip', ...inArchive);
		expect(again).toMatchObject({ status: 2, err: expect.stringContaining('already') });
	}, 60_000);

	test('is merged as an archive is, also one that is encrypted', async () => {
		const key = ['--package-passphrase-file', 'passphrase'];
		await lectern.run('export', '--package', 'merged.age', ...key, ...inArchive);
		await lectern.run('new', 'merged.lectern');
		const into = ['--archive', 'merged.lectern'];
		expect(await lectern.run('merge', 'merged.age', ...into)).toMatchObject({
			status: 2,
			err: expect.stringContaining('is encrypted'),
		});
		const preview = await lectern.run('merge', 'merged.age', '--preview', ...key, ...into);
		expect(preview).toMatchObject({ status: 0, err: expect.stringContaining('New: 2') });
		expect(await lectern.run('merge', 'merged.age', ...key, ...into)).toMatchObject({ status: 0 });
		const again = await lectern.run('import', 'merged.age', ...key, ...into);
		expect(again).toMatchObject({ status: 0, err: expect.stringContaining('already here: 1') });
	}, 120_000);

	test('is written in parts no larger than asked, checked by any of them, and a missing one is named', async () => {
		mkdirSync(join(folder, 'loose'));
		writeFileSync(join(folder, 'loose/c.bin'), randomBytes(2_500_000));
		await lectern.run('new', 'parts.lectern');
		await lectern.run('add', 'loose', '--archive', 'parts.lectern');
		const asked = ['export', '--package', 'parts.zip', '--zip', '--archive', 'parts.lectern', '--part-size'];
		expect(await lectern.run(...asked, '10K')).toMatchObject({ status: 2, err: expect.stringContaining('10K') });
		const written = await lectern.run(...asked, '1M');
		expect(written).toMatchObject({ status: 0, out: expect.stringContaining('part: parts.2-of-') });
		const [, second = ''] = readdirSync(folder)
			.filter((name) => name.startsWith('parts.') && name.endsWith('.zip'))
			.sort();
		const checked = await lectern.run('bag-check', second);
		expect(checked).toMatchObject({ status: 0, out: expect.stringContaining('Valid in all') });
		await lectern.run('new', 'joined.lectern');
		const into = ['--archive', 'joined.lectern'];
		expect(await lectern.run('import', second, ...into)).toMatchObject({ status: 0 });
		expect(await lectern.run('verify', ...into)).toMatchObject({ status: 0 });
		const first = second.replace('.2-of-', '.1-of-');
		rmSync(join(folder, first));
		expect(await lectern.run('bag-check', second)).toMatchObject({ status: 1, out: expect.stringContaining(first) });
		expect(await lectern.run('import', second, ...into)).toMatchObject({
			status: 2,
			err: expect.stringContaining(first),
		});
	}, 120_000);

	test('to share is not written where a withheld name stands, until that is accepted', async () => {
		await lectern.run('new', 'names.lectern');
		const inNames = ['--archive', 'names.lectern'];
		writeFileSync(join(folder, 'named.txt'), 'A sample letter, signed by Withheld Sample.');
		await lectern.run('add', 'named.txt', ...inNames);
		await lectern.run('describe', 'named', '--set', 'withheldNames=Withheld Sample', ...inNames);
		const share = ['export', '--package', 'named', '--share', 'share', ...inNames];
		const refused = await lectern.run(...share);
		expect(refused).toMatchObject({ status: 2, out: expect.stringContaining('data/texts/named.txt') });
		expect(existsSync(join(folder, 'named'))).toBe(false);
		const [, digest = ''] = /--accept-names ([0-9a-f]{64})/.exec(refused.err) ?? [];
		expect(await lectern.run(...share, '--accept-names', digest)).toMatchObject({ status: 0 });
	}, 120_000);

	test('that is encrypted asks for its passphrase; of an archive that needs none, the file for it is taken', async () => {
		const key = ['--package-passphrase-file', 'passphrase'];
		const own = ['--passphrase-file', 'passphrase', ...inArchive];
		const made = await lectern.run('export', '--package', 'bag.age', '--record', 'a', ...own);
		expect(made).toMatchObject({ status: 0, err: '' });
		expect(statSync(join(folder, 'bag.age')).isFile()).toBe(true);
		expect((await lectern.run('bag-check', 'bag.age', ...key)).status).toBe(0);
		expect(await lectern.run('bag-check', 'bag.age')).toMatchObject({
			status: 2,
			err: expect.stringContaining('encrypted'),
		});
	}, 120_000);

	test('to share is previewed, and says what stays out', async () => {
		const { out, status } = await lectern.run(
			'export',
			'--package',
			'x',
			'--share',
			'share',
			'--preview',
			...inArchive,
		);
		expect(status).toBe(0);
		expect(out).toContain('2 records');
		expect(out).toContain('2 originals, in which nothing can be withheld');
		expect(existsSync(join(folder, 'x'))).toBe(false);
		const none = await lectern.run('export', '--package', 'x', '--collection', 'No such', '--preview', ...inArchive);
		expect(none).toMatchObject({ status: 2, err: expect.stringContaining('No such is not in this archive') });
	});

	test('to share says which record goes redacted, and where its blacked out words go along', async () => {
		writeFileSync(join(folder, 'in/letter.txt'), 'Letter of Obrazets Probnov, a sample.');
		const path = join(folder, 'redacted.lectern');
		const archive = archives.create(path);
		const [item] = await archives.add(archive, join(folder, 'in/letter.txt'));
		const recordId = item?.recordId as RecordId;
		const { records, writing } = archive.services;
		const baseEditionId = records.get({ id: recordId }).editionId as EditionId;
		await writing.redact({ recordId, text: `Letter of ${blackened}, a sample.`, baseEditionId });
		const { title, revision } = records.get({ id: recordId });
		records.update({ id: recordId, revision, fields: { source: 'From O. Probnov' } });
		await archive.close();
		const args = ['export', '--package', 'redacted', '--share', 'share', '--archive', path];
		const told = { status: 0, err: expect.stringContaining('Blacked out words go along in: Source (Probnov)') };
		const preview = await lectern.run(...args, '--preview');
		expect(preview).toMatchObject({ ...told, out: expect.stringContaining(`“${title}”: its redacted text alone`) });
		const [json] = (await lectern.run(...args, '--preview', '--json')).lines;
		expect(json).toMatchObject({ redacted: [{ recordId, tells: [{ where: 'source', words: ['Probnov'] }] }] });
		expect(await lectern.run(...args)).toMatchObject(told);
	}, 60_000);

	test('is not written with an option that is for reading copies, and these not with one for packages', async () => {
		const refused = { status: 2, err: expect.stringContaining('cannot be used with option') };
		expect(await lectern.run('export', '--package', 'y', '--no-notes', ...inArchive)).toMatchObject(refused);
		expect(await lectern.run('export', '--reading-copy', 'y', '--givers', ...inArchive)).toMatchObject(refused);
		expect(existsSync(join(folder, 'y'))).toBe(false);
	});

	test('whose writer is killed has no name', async () => {
		const begun = new Promise<void>((resolve) => {
			const watcher = watch(folder, (_, name) => {
				if (!name?.startsWith('killed')) return;
				watcher.close();
				resolve();
			});
		});
		const child = lectern.start('export', '--package', 'killed.zip', '--zip', ...inArchive);
		const ended = finish(child);
		await begun;
		child.kill('SIGKILL');
		await ended;
		expect(readdirSync(folder).filter((name) => name.startsWith('killed'))).toEqual([
			expect.stringMatching(/^killed\.zip\..+\.partial$/),
		]);
		const next = await lectern.run('export', '--package', 'killed.zip', '--zip', ...inArchive);
		expect(next.status).toBe(0);
	}, 60_000);
});

describe('a bag of others', () => {
	test('that is not whole is told reason by reason, with status 1', async () => {
		mkdirSync(join(folder, 'other/data'), { recursive: true });
		const sum = createHash('sha256').update('x').digest('hex');
		writeFileSync(join(folder, 'other/bagit.txt'), 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');
		writeFileSync(join(folder, 'other/data/a'), 'y');
		writeFileSync(join(folder, 'other/manifest-sha256.txt'), `${sum}  data/a\n${sum}  ../b\n`);
		const { status, out } = await lectern.run('bag-check', 'other');
		expect(status).toBe(1);
		expect(out).toContain('leads out of the bag');
		expect(out).toContain('data/a does not have the bytes');
		expect(out).toContain('2 reasons');
	});
});
