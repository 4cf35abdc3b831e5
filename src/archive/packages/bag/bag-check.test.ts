import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { BagFinding } from '#shared/domain/package.ts';
import { openBag } from '../open-bag.ts';
import { checkBag } from './bag-check.ts';
import { decodeBagPath, encodeBagPath, isUnsafePath } from './bag-path.ts';
import { PortablePaths } from './portable-paths.ts';
import { formatBagInfo, parseBagInfo } from './tag-files.ts';

const newFolder = temporaryFolders();
let root: string;

beforeEach(() => {
	root = newFolder();
});

const digest = (text: string, algorithm = 'sha256') => createHash(algorithm).update(text).digest('hex');
const declared = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const sample = 'a sample\n';
const good = {
	'bagit.txt': declared,
	'data/a.txt': sample,
	'manifest-sha256.txt': `${digest(sample)}  data/a.txt\n`,
};

type Files = Record<string, string>;

function writeBag(files: Files): string {
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, 'bag', path)), { recursive: true });
		writeFileSync(join(root, 'bag', path), text);
	}
	return join(root, 'bag');
}

/** yazl refuses bad names: they are written with letters of the same length, and put in afterwards. */
async function writeZip(files: Files, renames: Files = {}): Promise<string> {
	const zip = new ZipFile();
	for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path, { compress: false });
	zip.end();
	const pieces: Buffer[] = [];
	for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
	let bytes = Buffer.concat(pieces).toString('latin1');
	for (const [from, to] of Object.entries(renames)) bytes = bytes.replaceAll(from, to);
	const path = join(root, 'bag.zip');
	await pipeline([Buffer.from(bytes, 'latin1')], createWriteStream(path));
	return path;
}

async function check(path: string) {
	const source = await openBag(path);
	try {
		return await checkBag(source);
	} finally {
		await source.close();
	}
}

const kindsOf = (findings: readonly BagFinding[]) => findings.map(({ kind }) => kind);

describe('a bag made by others', () => {
	test('is valid with any line ends, upper-case digests and unlisted tag files', async () => {
		const files = {
			'bagit.txt': declared.replaceAll('\n', '\r\n'),
			'data/a.txt': sample,
			'manifest-sha256.txt': `${digest(sample).toUpperCase()}\tdata/a.txt\r`,
			'notes/other.txt': 'nobody lists this',
		};
		expect(await check(writeBag(files))).toMatchObject({ reasons: [], warnings: [], fileCount: 1, sizeBytes: 9 });
	});

	test('may be in a folder of a ZIP file or at its root', async () => {
		expect((await check(await writeZip(good))).reasons).toEqual([]);
		const inFolder = Object.fromEntries(Object.entries(good).map(([path, text]) => [`any name/${path}`, text]));
		expect((await check(await writeZip(inFolder))).reasons).toEqual([]);
	});

	test.each<[what: string, change: Files, kinds: BagFinding['kind'][]]>([
		['a changed file', { 'data/a.txt': 'A sample\n' }, ['changed']],
		['a file too many', { 'data/b.txt': 'b' }, ['unlisted']],
		[
			'a file too few',
			{ 'manifest-sha256.txt': `${digest(sample)}  data/a.txt\n${digest('b')}  data/b.txt\n` },
			['missing'],
		],
		[
			'a file twice in the list',
			{ 'manifest-sha256.txt': `${good['manifest-sha256.txt']}${good['manifest-sha256.txt']}` },
			['listed-twice'],
		],
		[
			'a path that steps out',
			{ 'manifest-sha256.txt': `${good['manifest-sha256.txt']}${digest('x')}  data/../../x\n` },
			['unsafe-path'],
		],
		[
			'an absolute path',
			{ 'manifest-sha256.txt': `${good['manifest-sha256.txt']}${digest('x')}  /etc/passwd\n` },
			['unsafe-path'],
		],
		[
			'a path of Windows',
			{ 'manifest-sha256.txt': `${good['manifest-sha256.txt']}${digest('x')}  data\\..\\x\n` },
			['unsafe-path'],
		],
		[
			'a path outside of data',
			{ 'manifest-sha256.txt': `${good['manifest-sha256.txt']}${digest(declared)}  bagit.txt\n` },
			['wrong-place'],
		],
		[
			'a digest of another length',
			{ 'manifest-sha256.txt': `${good['manifest-sha256.txt']}abcd  data/a.txt\n` },
			['bad-line'],
		],
		['two lists that differ', { 'manifest-md5.txt': '' }, ['unlisted-in']],
		['a version of the future', { 'bagit.txt': declared.replace('1.0', '7.0') }, ['version']],
		['no declaration', { 'bagit.txt': 'something else' }, ['bad-declaration']],
		['a size that is not so', { 'bag-info.txt': 'Payload-Oxum: 10.1\n' }, ['oxum']],
		['a damaged tag file', { 'tagmanifest-sha256.txt': `${digest('x')}  bagit.txt\n` }, ['changed']],
		[
			'what is to be fetched',
			{
				'fetch.txt': 'https://example.org/b 1 data/b.txt\n',
				'manifest-sha256.txt': `${good['manifest-sha256.txt']}${digest('b')}  data/b.txt\n`,
			},
			['missing', 'to-fetch'],
		],
		['fetching to a place outside', { 'fetch.txt': 'https://example.org/b 1 ../b.txt\n' }, ['unsafe-path']],
	])('is not valid with %s', async (_, change, kinds) => {
		expect(kindsOf((await check(writeBag({ ...good, ...change }))).reasons)).toEqual(kinds);
	});

	test('is not followed where it links to', async () => {
		writeFileSync(join(root, 'outside.txt'), sample);
		const { 'data/a.txt': _, ...files } = good;
		const bag = writeBag({ ...files, 'data/b.txt': '' });
		symlinkSync(join(root, 'outside.txt'), join(bag, 'data/a.txt'));
		expect(kindsOf((await check(bag)).reasons)).toEqual(['not-a-file', 'unlisted', 'missing']);
	});

	test('in a ZIP file is not followed to names outside, in whatever form', async () => {
		const path = await writeZip(
			{ ...good, aaaaaaaa: 'x', bbbbbbbb: 'y' },
			{ aaaaaaaa: '../../xx', bbbbbbbb: '/etc/abc' },
		);
		expect(kindsOf((await check(path)).reasons)).toEqual(['unsafe-path', 'unsafe-path']);
	});

	test('warns of weak digests, unknown ones, and names that some systems refuse', async () => {
		const bag = writeBag({
			'bagit.txt': declared.replace('1.0', '0.97'),
			'data/con.txt': 'x',
			'data/Ä.txt': 'y',
			'data/A.txt': 'z',
			'data/a.txt': 'z',
			'manifest-md5.txt': `${digest('x', 'md5')} *data/con.txt\n${digest('y', 'md5')}  data/A\u0308.txt\n${digest('z', 'md5')}  ./data/A.txt\n${digest('z', 'md5')}  data/a.txt\n`,
			'manifest-blake9.txt': '',
		});
		const { reasons, warnings } = await check(bag);
		expect(reasons).toEqual([]);
		expect(new Set(kindsOf(warnings))).toEqual(
			new Set(['weak-algorithm', 'algorithm', 'odd-path', 'other-normalisation', 'same-on-others', 'reserved-name']),
		);
	});

	test('may have percent signs and line breaks in its names, encoded or, by old tools, not', async () => {
		const bag = writeBag({
			...good,
			'data/100%.txt': 'a',
			'data/%41.txt': 'b',
			'data/two\nlines.txt': 'c',
			'manifest-sha256.txt': [
				good['manifest-sha256.txt'].trim(),
				`${digest('a')}  data/100%25.txt`,
				`${digest('b')}  data/%41.txt`,
				`${digest('c')}  data/two%0Alines.txt`,
			].join('\n'),
		});
		const { reasons, warnings } = await check(bag);
		expect(reasons).toEqual([]);
		expect(kindsOf(warnings)).toEqual(['reserved-name']);
	});

	test('whose bytes changed within a ZIP file is told by the path alone', async () => {
		const zip = await writeZip(good, { 'a sample': 'a trifle' });
		expect((await check(zip)).reasons).toEqual([{ kind: 'unreadable', what: 'data/a.txt' }]);
	});

	test('that is no bag at all is told in words', async () => {
		writeFileSync(join(root, 'no.zip'), 'nothing of a ZIP file');
		await expect(check(join(root, 'no.zip'))).rejects.toMatchObject({ code: 'unreadable-file' });
		await expect(check(join(root, 'absent'))).rejects.toMatchObject({ code: 'unreadable-file' });
		mkdirSync(join(root, 'empty'));
		expect(kindsOf((await check(join(root, 'empty'))).reasons)).toEqual([
			'no-declaration',
			'no-payload',
			'no-manifest',
		]);
	});
});

describe('paths and tag files', () => {
	test('come back as they were written', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => decodeBagPath(encodeBagPath(path)) === path));
		fc.assert(
			fc.property(fc.string(), fc.string(), (label, value) => {
				const plain = label.replace(/[:\s]/g, '') || 'Label';
				const { info } = parseBagInfo(formatBagInfo([[plain, value]]));
				expect(info).toEqual([[plain, value.replace(/\s*[\r\n]+\s*/g, ' ').trim()]]);
			}),
		);
	});

	test('given to originals are safe, never shared, whatever the names', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 20 }), (names) => {
				const paths = new PortablePaths();
				const claimed = names.map((name) => paths.claim('originals', name));
				expect(new Set(claimed.map((path) => path.toLowerCase())).size).toBe(names.length);
				for (const path of claimed) {
					expect(isUnsafePath(path)).toBe(false);
					expect(path.startsWith('originals/')).toBe(true);
					expect(path.length).toBeLessThan(200);
				}
			}),
		);
	});
});
