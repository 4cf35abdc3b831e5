import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
	copyFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { saidBy } from '#archive/testing/said.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import type { BagReport } from '#shared/domain/package.ts';
import { checkBagAt } from './check-bag-at.ts';
import type { PackageOpener } from './open-bag.ts';
import type { PackageRequest } from './package-export-service.ts';

const newFolder = temporaryFolders();
const archives = archivesOnDisk();
const mostBytes = 2_000_000;
let root: string;
let archive: Archive;
/** A path in this test's own folder. */
const at = (...names: string[]) => join(root, ...names);
/** Larger than a file may be, so that it is cut; random, so that nothing gets smaller. */
const large = randomBytes(4_500_000);

beforeEach(async () => {
	root = newFolder();
	archive = archives.create(at('sample.lectern'));
	mkdirSync(at('files'));
	mkdirSync(at('stick'));
	writeFileSync(at('files/letter.txt'), 'Sample heading\n\nThe first sample passage stands here.\n');
	writeFileSync(at('files/recording.bin'), large);
	// Has the name that a slice of the other would have, were they in one folder.
	writeFileSync(at('files/recording.bin.001'), 'not a slice');
	for (const number of [1, 2, 3]) writeFileSync(at(`files/scan ${number}.bin`), randomBytes(900_000));
	await archives.add(archive, at('files'));
});

async function exportTo(path: string, request: Partial<PackageRequest> = {}) {
	const id = newId<JobId>();
	const { jobs } = archive.services;
	const { packageExport } = await archive.services.onDemand();
	const whole = {
		form: 'zip',
		choice: {},
		profile: 'whole',
		key: null,
		replaces: false,
		partBytes: mostBytes,
	} as const;
	await packageExport.export(id, { ...whole, path, ...request });
	await jobs.whenEnded(id);
	return jobs.get({ id });
}

async function bringIn(path: string, opener?: PackageOpener) {
	const other = archives.create(at(`other ${newId()}.lectern`));
	const id = newId<JobId>();
	(await other.services.onDemand()).packageImport.import(id, path, opener);
	await other.services.jobs.whenEnded(id);
	return { other, job: other.services.jobs.get({ id }) };
}

const kinds = ({ reasons }: BagReport) => reasons.map(({ kind, what }) => `${kind} ${what}`);
const files = () => readdirSync(at('stick')).sort();

describe('a package that no file may be large enough for', () => {
	test('is in parts, each a valid bag by itself, and all of it comes in by any of them', async () => {
		expect(await exportTo(at('stick/letters.zip'))).toMatchObject({ state: 'done', error: null });
		const parts = files();
		expect(parts.length).toBeGreaterThan(3);
		expect(parts[1]).toBe(`letters.2-of-${parts.length}.zip`);
		for (const [index, part] of parts.entries()) {
			expect(statSync(at('stick', part)).size).toBeLessThanOrEqual(mostBytes);
			execFileSync('unzip', ['-q', at('stick', part), '-d', at(`unzipped ${index}`)]);
			const [bag = ''] = readdirSync(at(`unzipped ${index}`));
			for (const sums of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
				execFileSync('sha256sum', ['-c', '--quiet', '--strict', sums], { cwd: at(`unzipped ${index}`, bag) });
			const info = readFileSync(at(`unzipped ${index}`, bag, 'bag-info.txt'), 'utf8');
			expect(info).toMatch(/^Bag-Group-Identifier: urn:uuid:\S+$/m);
			expect(info).toContain(`Bag-Count: ${index + 1} of ${parts.length}\n`);
		}
		// What is cut is joined by any tool.
		const slices = execFileSync('find', [root, '-path', '*cut-originals/*', '-type', 'f'], { encoding: 'utf8' })
			.trim()
			.split('\n');
		const inOrder = slices.sort((one, other) => one.slice(-3).localeCompare(other.slice(-3)));
		const joined = Buffer.concat(inOrder.map((slice) => readFileSync(slice)));
		expect(joined.equals(large)).toBe(true);

		const report = await checkBagAt(at('stick', parts[2] ?? ''), undefined);
		expect(report).toMatchObject({ reasons: [], warnings: [], isOwn: true, partCount: parts.length });
		const { other, job } = await bringIn(at('stick', parts[1] ?? ''));
		expect(job).toMatchObject({ state: 'done', error: null });
		expect(saidBy(other.database.reader, archive.database.reader)).toEqual(
			saidBy(archive.database.reader, other.database.reader),
		);
		const sha256 = createHash('sha256').update(large).digest('hex');
		const original = other.services.originals.list().find((each) => each.sha256 === sha256);
		expect(original && (await other.services.originals.verify(original, new AbortController().signal))).toBe('intact');
	});

	test('names the part that is missing, or is another’s, and nothing of it comes in', async () => {
		await exportTo(at('stick/letters.zip'));
		const parts = files();
		const [first = '', second = '', third = ''] = parts;
		renameSync(at('stick', third), at('elsewhere.zip'));
		const open = await checkBagAt(at('stick', first), undefined);
		expect(kinds(open)).toEqual([`missing-part ${third}`]);
		const { other, job } = await bringIn(at('stick', second));
		expect(job).toMatchObject({ state: 'interrupted', error: { detail: { reason: expect.stringContaining(third) } } });
		expect(other.services.records.list({})).toEqual([]);

		// A part of another export of the same archive is valid by itself, and does not belong here.
		mkdirSync(at('again'));
		await exportTo(at('again/letters.zip'));
		copyFileSync(at('again', third), at('stick', third));
		expect(kinds(await checkBagAt(at('stick', first), undefined))).toEqual([`other-part ${third}`]);

		copyFileSync(at('elsewhere.zip'), at('stick', third));
		const bytes = readFileSync(at('stick', third));
		bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
		writeFileSync(at('stick', third), bytes);
		expect(kinds(await checkBagAt(at('stick', first), undefined))).toEqual([
			expect.stringContaining(`unreadable ${third}: data/`),
		]);
	});

	test('is encrypted part by part, and opened by one key', async () => {
		const identity = await generateIdentity();
		const key = { recipients: [await identityToRecipient(identity)] };
		expect(await exportTo(at('stick/letters.zip.age'), { form: 'encrypted', key })).toMatchObject({ error: null });
		const [first = '', ...others] = files();
		expect(first).toMatch(/^letters\.1-of-\d+\.zip\.age$/);
		for (const part of [first, ...others]) expect(statSync(at('stick', part)).size).toBeLessThanOrEqual(mostBytes);
		const opener = { identities: [identity] };
		expect(await checkBagAt(at('stick', first), opener)).toMatchObject({ reasons: [], partCount: others.length + 1 });
		expect((await bringIn(at('stick', others[0] ?? ''), opener)).job).toMatchObject({ state: 'done', error: null });
	});

	test('replaces no part that is there already, and leaves nothing half-written', async () => {
		await exportTo(at('stick/letters.zip'));
		const [first = '', second = ''] = files();
		for (const name of files()) if (name !== second) rmSync(at('stick', name));
		expect(await exportTo(at('stick/letters.zip'), { replaces: true })).toMatchObject({
			state: 'interrupted',
			error: { code: 'archive-exists' },
		});
		expect(files()).toEqual([second]);
		expect(first).not.toBe(second);
	});

	test('as a folder stays one bag, with the original that is too large cut', async () => {
		expect(await exportTo(at('stick/bag'), { form: 'folder' })).toMatchObject({ state: 'done', error: null });
		const bag = at('stick/bag');
		execFileSync('sha256sum', ['-c', '--quiet', '--strict', 'manifest-sha256.txt'], { cwd: bag });
		expect(readdirSync(join(bag, 'data/cut-originals/files'))).toEqual(
			['001', '002', '003'].map((n) => `recording.bin.${n}`),
		);
		expect(readFileSync(join(bag, 'README.txt'), 'utf8')).toContain('cat NAME.001 NAME.002 > NAME');
		expect((await bringIn(bag)).job).toMatchObject({ state: 'done', error: null });
	});
});

test('what fits into one file is one, whatever is asked', async () => {
	expect(await exportTo(at('stick/letters.zip'), { partBytes: 20_000_000 })).toMatchObject({ state: 'done' });
	expect(files()).toEqual(['letters.zip']);
});
