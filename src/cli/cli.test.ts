import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { type AnnotationId, type EditionId, newId, type RecordId } from '#shared/domain/ids.ts';
import { type BuiltCommandLine, buildCommandLine, finish } from './testing/built-command-line.ts';

const archives = archivesOnDisk();

let folder: string;
let lectern: BuiltCommandLine;
let archive: string;
let count = 0;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
	lectern = await buildCommandLine(folder);
	mkdirSync(join(folder, 'in/deep'), { recursive: true });
	writeFileSync(join(folder, 'in/a.txt'), 'Alpha beta gamma, sample letter 7.');
	writeFileSync(join(folder, 'in/deep/b.md'), '# Sample title\n\nDelta epsilon zeta.\n\nEta theta iota.\n');
	writeFileSync(
		join(folder, 'in/c.bin'),
		new Uint8Array(3000).map((_, at) => (at * 37) % 256),
	);
}, 60_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});
beforeEach(() => {
	count += 1;
	archive = `sample-${count}.lectern`;
});

/** An archive with the three files in it. */
async function makeFilled(): Promise<string[]> {
	await lectern.run('new', archive);
	await lectern.run('add', 'in', '--archive', archive);
	return ['--archive', archive];
}

test('without an archive of one’s own there is the starter archive', async () => {
	const { status, lines } = await lectern.run('list', '--json');
	expect(status).toBe(0);
	expect(lines.length).toBeGreaterThan(5);
	expect(existsSync(join(folder, 'data/archives/starter.lectern'))).toBe(true);
});

describe('new', () => {
	test('makes an archive, and never over a file', async () => {
		const made = await lectern.run('new', archive, '--title', 'Sample archive', '--json');
		expect(made.status).toBe(0);
		expect(made.lines[0]).toMatchObject({ title: 'Sample archive', recordCount: 0 });
		const before = readFileSync(join(folder, archive));
		const again = await lectern.run('new', archive, '--json');
		expect(again.status).toBe(2);
		expect(again.lines[0]).toMatchObject({ error: { code: 'archive-exists' } });
		expect(again.err).toContain('already a file');
		expect(readFileSync(join(folder, archive)).equals(before)).toBe(true);
	});
});

describe('add', () => {
	test('accounts for every file, and leaves one file that holds them', async () => {
		await lectern.run('new', archive);
		const added = await lectern.run('add', 'in', 'absent.txt', '--archive', archive, '--json');
		expect(added.status).toBe(1);
		const outcomes = Object.fromEntries(added.lines.map(({ name, outcome }) => [name, outcome]));
		expect(outcomes).toEqual({
			'in/a.txt': 'added',
			'in/deep/b.md': 'added',
			'in/c.bin': 'no-text',
			'absent.txt': 'failed',
		});
		expect(added.err).toContain('absent.txt');
		const tricky = await lectern.run('add', '\u001b[2Jabsent.txt', '--archive', archive);
		expect(tricky.err).toContain('absent.txt');
		expect(tricky.err + tricky.out).not.toContain('\u001b');
		const again = await lectern.run('add', 'in/a.txt', '--archive', archive);
		expect(again).toMatchObject({ status: 0, out: 'already held  a.txt\n' });
		expect(readdirSync(folder).filter((name) => name.startsWith(archive))).toEqual([archive]);
	});

	test('a file is on disk when its line is there: killed after that, it is still held', async () => {
		await lectern.run('new', archive);
		mkdirSync(join(folder, 'many'), { recursive: true });
		for (let at = 0; at < 400; at++)
			writeFileSync(join(folder, 'many', `${at}.txt`), `Sample letter ${at}. `.repeat(200));
		const child = lectern.start('add', 'many', '--archive', archive, '--json');
		let acknowledged = '';
		child.stdout?.on('data', (text: Buffer) => {
			acknowledged += text;
			child.kill('SIGKILL');
		});
		await finish(child);
		const names = acknowledged
			.split('\n')
			.slice(0, -1)
			.map((line) => (JSON.parse(line) as { name: string }).name);
		expect(names.length).toBeGreaterThan(0);
		const { lines } = await lectern.run('list', '--archive', archive, '--json');
		const held = new Set(lines.map(({ source }) => source));
		expect(names.filter((name) => !held.has(name))).toEqual([]);
		expect((await lectern.run('verify', '--archive', archive)).status).toBe(0);
	});

	test('Ctrl+C stops at a document, keeps what is done and says what is not', async () => {
		await lectern.run('new', archive);
		const child = lectern.start('add', 'many', '--archive', archive, '--json');
		child.stdout?.once('data', () => child.kill('SIGINT'));
		const { status, lines, err } = await finish(child);
		expect(status).toBe(1);
		expect(lines).toHaveLength(400);
		const added = lines.filter(({ outcome }) => outcome === 'added').length;
		expect(added).toBeGreaterThan(0);
		expect(lines.filter(({ outcome }) => outcome === 'cancelled')).toHaveLength(400 - added);
		expect(err).toContain('cancelled');
		expect((await lectern.run('list', '--archive', archive, '--json')).lines).toHaveLength(added);
	});
});

describe('editions add', () => {
	test('brings in a new edition and prints where each note stands', async () => {
		await lectern.run('new', archive);
		writeFileSync(
			join(folder, 'draft.txt'),
			'Sample letter with 12 boxes of paper.\n\nSample passage that stays as it is.',
		);
		writeFileSync(
			join(folder, 'second.txt'),
			'Sample letter with 14 boxes of paper.\n\nSample passage that stays as it is.',
		);
		await lectern.run('add', 'draft.txt', '--archive', archive);
		await annotate('with 12 boxes', 'stays as it is');
		const added = await lectern.run('editions', 'add', 'draft', 'second.txt', '--archive', archive);
		expect(added.status).toBe(0);
		expect(added.out).toContain('needs review  “with 12 boxes”');
		expect(added.out).toContain('placed  “stays as it is”  ¶2');
		expect(added.err).toContain('1 needs review');
		writeFileSync(
			join(folder, 'third.txt'),
			`Sample beginning.\n\n${readFileSync(join(folder, 'second.txt'), 'utf8')}`,
		);
		await lectern.run('editions', 'add', 'draft', 'third.txt', '--archive', archive);
		expect((await lectern.run('annotations', 'list', '--archive', archive)).out).toMatch(/ 3 +stays as it is/);
		const again = await lectern.run('editions', 'add', 'draft', 'draft.txt', '--archive', archive, '--json');
		expect(again.lines.map(({ state }) => state)).toEqual([undefined, 'placed', 'placed']);
		const refused = await lectern.run('editions', 'add', 'draft', 'in/c.bin', '--archive', archive, '--json');
		expect(refused.status).toBe(2);
		expect(refused.lines[0]).toMatchObject({ error: { code: 'unsupported-format' } });
	});

	/** Marks words of the only record. */
	async function annotate(...quotes: string[]): Promise<void> {
		const opened = await archives.open(join(folder, archive));
		const { records, editions, annotations } = opened.services;
		const [record] = records.list({});
		const editionId = record?.editionId as EditionId;
		for (const quote of quotes) {
			const block = editions.blocks({ id: editionId }).find(({ text }) => text.includes(quote));
			const [ordinal, start] = [block?.ordinal ?? -1, block?.text.indexOf(quote) ?? -1];
			annotations.add({
				...{ id: newId<AnnotationId>(), recordId: record?.id as RecordId },
				range: {
					editionId,
					startOrdinal: ordinal,
					startOffset: start,
					endOrdinal: ordinal,
					endOffset: start + quote.length,
				},
				fields: { purpose: 'note', body: '', tags: [], isResolved: false },
			});
		}
		await opened.close();
	}
});

describe('list, show and search', () => {
	test('list is a table, and objects with --json', async () => {
		const place = await makeFilled();
		const { status, out } = await lectern.run('list', ...place);
		expect(status).toBe(0);
		expect(out.split('\n')[0]).toMatch(/^ID +TITLE +KIND +DATE +HOLDING +PASSAGES +NOTES$/);
		expect(out).toMatch(/Sample title +other +held +3 +0/);
		expect((await lectern.run('list', ...place, '--json')).lines.map(({ title }) => title)).toContain('Sample title');
	});

	test('show prints the record, its files and its text', async () => {
		const place = await makeFilled();
		const { out } = await lectern.run('show', 'sample title', ...place);
		expect(out).toMatch(/SHA-256 [0-9a-f]{64}/);
		expect(out).toContain('¶1  Delta epsilon zeta.\n\n¶2  Eta theta iota.');
		const { lines } = await lectern.run('show', 'sample title', ...place, '--json');
		const byEnd = await lectern.run('show', String(lines[0]?.id).slice(-8), ...place, '--json');
		expect(byEnd.lines[0]).toEqual(lines[0]);
		expect(lines[0]?.blocks).toHaveLength(3);
		expect(await lectern.run('show', 'no such thing', ...place)).toMatchObject({ status: 2, out: '' });
		const several = await lectern.run('show', 'i', ...place, '--json');
		expect(several).toMatchObject({ status: 2, lines: [{ error: { code: 'ambiguous' } }] });
	});

	test('show says where pictures stand, by their words', async () => {
		const place = await makeFilled();
		writeFileSync(
			join(folder, 'plates.html'),
			'<h1>Sample plates</h1><p>kappa</p><img alt="A sample map" src="https://example.org/a.png"><p>lambda</p>',
		);
		await lectern.run('add', join(folder, 'plates.html'), ...place);
		const { out } = await lectern.run('show', 'sample plates', ...place);
		expect(out).toContain('¶1  kappa\n\n[A sample map]\n\n¶2  lambda');
	});

	test('search finds by beginning and near spelling, without marks in a pipe', async () => {
		const place = await makeFilled();
		const { status, out, err } = await lectern.run('search', 'epsil', ...place);
		expect(status).toBe(0);
		expect(out).toBe('Sample title\n  ¶1  Delta epsilon zeta.\n');
		expect(err).toContain('1 hit in 1 record');
		expect((await lectern.run('search', 'epsiln', '--json', ...place)).lines[0]).toMatchObject({ number: 1 });
		expect(await lectern.run('search', 'unheardof', ...place)).toMatchObject({ status: 0, out: '' });
	});

	test('search counts facets over all hits, and gives spans with their reason', async () => {
		const place = await makeFilled();
		const { lines } = await lectern.run('search', 'sample', '--facets', '--close', '--limit', '1', '--json', ...place);
		expect(lines).toHaveLength(2);
		expect(lines[0]).toMatchObject({
			score: expect.any(Number),
			marks: [[expect.any(Number), expect.any(Number), 'exact']],
		});
		const counts = { kinds: expect.arrayContaining([{ value: 'passage', count: 2 }]) };
		expect(lines[1]).toMatchObject({ facets: counts });
		const { out } = await lectern.run('search', 'sample', '--facets', ...place);
		expect(out).toContain('Language');
	});

	test('search takes a list, and writes a table of hits', async () => {
		const place = await makeFilled();
		writeFileSync(join(folder, 'names.csv'), 'Name;Note\r\n"epsilon zeta";x\r\n=unheard;y\r\nalpha;z\r\n');
		const { status, out, err } = await lectern.run('search', '--list', 'names.csv', ...place);
		expect(status).toBe(0);
		const [, one = '', two, three] = out.split('\r\n');
		expect(one).toMatch(/^epsilon zeta,1,1,Exact,Sample title,,1,[0-9a-f-]{36}$/);
		expect(two).toBe(`"'=unheard",0,0,,,,,`);
		expect(three).toMatch(/^alpha,1,1,Exact,/);
		expect(err).toContain('2 of 3 terms found');
		const { lines } = await lectern.run('search', '--list', 'names.csv', '--json', ...place);
		expect(lines.map(({ term, hits }) => [term, hits])).toEqual([
			['epsilon zeta', 1],
			['=unheard', 0],
			['alpha', 1],
		]);
		expect((await lectern.run('search', ...place)).status).toBe(2);
		expect((await lectern.run('search', '--list', 'absent.csv', ...place)).err).toContain('absent.csv');
	});

	test('search takes operators and fields, and says what it cannot read', async () => {
		const place = await makeFilled();
		const found = await lectern.run('search', '(epsilon OR gamma) NEAR/2 "zeta" in:passage', ...place);
		expect(found).toMatchObject({ status: 0, out: 'Sample title\n  ¶1  Delta epsilon zeta.\n' });
		const partly = await lectern.run('search', 'epsilon colour:red', '--json', ...place);
		expect(partly.status).toBe(1);
		expect(partly.lines).toMatchObject([{ number: 1 }]);
		expect(partly.err).toContain('colour:');
	});

	test('reading leaves the archive as it was', async () => {
		const place = await makeFilled();
		const before = readFileSync(join(folder, archive));
		for (const command of [['list'], ['show', 'sample title'], ['search', 'delta']])
			expect((await lectern.run(...command, ...place)).status).toBe(0);
		expect(readFileSync(join(folder, archive)).equals(before)).toBe(true);
	});
});

describe('verify', () => {
	test('finds every original intact, or names the one that is not', async () => {
		const place = await makeFilled();
		const good = await lectern.run('verify', ...place);
		expect(good.status).toBe(0);
		expect(good.out).toContain('3 intact, 0 changed, 0 missing');
		const path = join(folder, archive);
		const bytes = readFileSync(path);
		const words = 'Alpha beta gamma';
		for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) bytes[at] = 0x58;
		writeFileSync(path, bytes);
		const bad = await lectern.run('verify', ...place, '--json');
		expect(bad.status).toBe(1);
		expect(bad.lines).toContainEqual(expect.objectContaining({ name: 'in/a.txt', outcome: 'changed' }));
	});
});

describe('two at once', () => {
	test('serve holds the archive; others read a snapshot and are refused writing; the link works once', async () => {
		const place = await makeFilled();
		const child = lectern.start('serve', ...place, '--json');
		const ended = finish(child);
		const { link } = JSON.parse(await firstLine(child.stdout)) as { link: string };
		await expect.poll(async () => (await lectern.run('list', ...place)).status, { timeout: 15_000 }).toBe(0);
		const reading = await lectern.run('list', ...place);
		expect(reading.out).toContain('Sample title');
		expect(reading.err).toContain('snapshot');
		const writing = await lectern.run('add', 'in', ...place, '--json');
		expect(writing).toMatchObject({ status: 2, lines: [{ error: { code: 'archive-locked' } }] });
		expect([await statusOf(link), await statusOf(link)]).toEqual([303, 403]);
		child.kill('SIGTERM');
		expect((await ended).status).toBe(0);
		expect((await lectern.run('verify', ...place)).status).toBe(0);
	});
});

function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
	return new Promise((resolve) => {
		let text = '';
		stream?.on('data', (more: Buffer) => {
			text += more;
			if (text.includes('\n')) resolve(text.split('\n')[0] ?? '');
		});
	});
}

function statusOf(link: string): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		get(link, { agent: false }, (response) => {
			response.resume();
			resolve(response.statusCode);
		}).on('error', reject);
	});
}

describe('what is wrong is said', () => {
	test('a file that is no archive', async () => {
		const given = await lectern.run('list', '--archive', 'in/a.txt', '--json');
		expect(given).toMatchObject({ status: 2, lines: [{ error: { code: 'not-an-archive' } }] });
		expect((await lectern.run('list', '--archive', 'absent.lectern')).err).toContain('absent.lectern');
		expect(existsSync(join(folder, 'absent.lectern'))).toBe(false);
	});

	test('unknown commands and options, and help', async () => {
		expect((await lectern.run('frobnicate')).status).toBe(2);
		expect((await lectern.run('list', '--frobnicate')).status).toBe(2);
		const help = await lectern.run('--help');
		expect(help.status).toBe(0);
		for (const name of ['new', 'add', 'list', 'show', 'search', 'verify', 'serve']) {
			expect(help.out).toContain(name);
			expect(await lectern.run(name, '--help')).toMatchObject({ status: 0, out: expect.stringContaining('--json') });
		}
	});
});
