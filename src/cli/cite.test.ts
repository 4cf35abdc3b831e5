import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

let folder: string;
let lectern: BuiltCommandLine;
const place = ['--archive', 'sample.lectern'];

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-cite-'));
	lectern = await buildCommandLine(folder);
	writeFileSync(join(folder, 'letter.md'), '# Sample title\n\nDelta epsilon zeta.\n\nEta theta iota.\n\n## Part\n');
	writeFileSync(join(folder, 'other.txt'), 'Пример другого текста\n');
	await lectern.run('new', 'sample.lectern', '--title', 'Sample archive');
	await lectern.run('add', 'letter.md', 'other.txt', ...place);
}, 60_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});

test('cites a record, a paragraph with its words, and several', async () => {
	const whole = await lectern.run('cite', 'sample title', ...place);
	expect(whole.out).toMatch(
		/^“Sample title,” Sample archive \(Lectern archive\), <lectern:[0-9a-f-]{36}\/record\/[0-9a-f-]{36}>\.\n$/,
	);
	const one = await lectern.run('cite', 'sample title', '--paragraph', '2', '--style', 'gost', ...place);
	expect(one.out).toMatch(
		/^“Eta theta iota\.”\n— Sample title \/\/ Архив Lectern «Sample archive»\. Абз\. 2\. Извлечённый текст [0-9a-f]{8}\./,
	);
	const both = await lectern.run('cite', 'sample title', '--paragraph', '1-2', '--style', 'short', '--json', ...place);
	expect(both.lines).toMatchObject([
		{ words: 'Delta epsilon zeta.\nEta theta iota.', numbers: '1–2', reference: '“Sample title”, ¶ 1–2.' },
	]);
}, 60_000);

test('writes all records, or one, for programs that keep references', async () => {
	for (const [format, beginning] of [
		['bibtex', '@unpublished{lectern-'],
		['ris', 'TY  - UNPB\r\n'],
		['csl-json', '[\n\t{'],
	] as const) {
		const given = await lectern.run('cite', '--format', format, '--out', 'out.txt', '--json', ...place);
		expect(given.lines).toEqual([{ file: 'out.txt', format, exported: 2, withheld: 0 }]);
		const text = readFileSync(join(folder, 'out.txt'), 'utf8');
		expect(text.startsWith(beginning)).toBe(true);
		expect(text).toContain('other');
	}
	const printed = await lectern.run('cite', 'sample title', '--format', 'csl-json', ...place);
	expect(JSON.parse(printed.out)).toMatchObject([{ title: 'Sample title' }]);
	expect(printed.err).toBe('1 record exported.\n');
}, 60_000);

test('makes a card of a paragraph, and proves it item by item', async () => {
	for (const form of ['text', 'html', 'svg']) {
		const file = `card.${form}`;
		const made = await lectern.run('cite', 'sample title', '--paragraph', '2', '--card', form, '--out', file, ...place);
		expect(made).toMatchObject({ status: 0, err: `The quote card is in ${file}.\n` });
		const proved = await lectern.run('prove', file, ...place);
		expect(proved).toMatchObject({ status: 0, err: '' });
		expect(proved.out).toContain('holds  words at their place: Eta theta iota.');
		expect(proved.out).toMatch(/\nholds {2}custody head: [0-9a-f]{64}\nAll of it is proved\.\n$/);
		const card = readFileSync(join(folder, file), 'utf8');
		writeFileSync(join(folder, 'forged.txt'), card.replaceAll('Eta theta', 'Eta beta'));
		const forged = await lectern.run('prove', 'forged.txt', '--json', ...place);
		expect(forged.status).toBe(1);
		expect(forged.lines.filter(({ outcome }) => outcome !== 'holds')).toEqual([
			{ item: 'words', of: 'quoted', outcome: 'other', said: 'Eta beta iota.', found: 'Eta theta iota.' },
		]);
		writeFileSync(join(folder, 'half-forged.txt'), card.replace('Eta theta', 'Eta beta'));
		const half = await lectern.run('prove', 'half-forged.txt', '--json', ...place);
		expect(half.lines.filter(({ outcome }) => outcome !== 'holds')).toMatchObject([{ item: 'readable' }]);
	}
	await lectern.run('new', 'another.lectern');
	expect((await lectern.run('prove', 'card.text', '--archive', 'another.lectern')).status).toBe(1);
	writeFileSync(join(folder, 'none.txt'), 'No card at all\n');
	expect((await lectern.run('prove', 'none.txt', ...place)).status).toBe(2);
	expect((await lectern.run('prove', 'gone.txt', ...place)).status).toBe(2);
	expect((await lectern.run('cite', 'sample title', '--card', 'text', ...place)).status).toBe(2);
}, 120_000);

test('proves a card by a package of the archive, whole or in parts, and says what such a package cannot tell', async () => {
	await lectern.run('cite', 'sample title', '--paragraph', '2', '--card', 'text', '--out', 'kept.txt', ...place);
	const card = readFileSync(join(folder, 'kept.txt'), 'utf8');
	writeFileSync(join(folder, 'changed.txt'), card.replaceAll('Eta theta', 'Eta beta'));
	const inArchive = await lectern.run('prove', 'kept.txt', '--json', ...place);
	await lectern.run('export', '--package', 'bag', ...place);
	await lectern.run('export', '--package', 'whole.zip', '--zip', ...place);
	for (const name of ['bag', 'whole.zip']) {
		const proved = await lectern.run('prove', 'kept.txt', '--json', '--package', name);
		expect(proved).toMatchObject({ status: 0, err: '', lines: inArchive.lines });
	}
	// One that is encrypted is opened for the proof, and says what it needs.
	writeFileSync(join(folder, 'words.txt'), 'a sample passphrase\n');
	const secret = ['--package-passphrase-file', 'words.txt'];
	expect(await lectern.run('export', '--package', 'bag.age', ...secret, ...place)).toMatchObject({ status: 0 });
	const opened = await lectern.run('prove', 'kept.txt', '--json', '--package', 'bag.age', ...secret);
	expect(opened).toMatchObject({ status: 0, err: '', lines: inArchive.lines });
	writeFileSync(join(folder, 'other-words.txt'), 'another passphrase\n');
	const wrong = ['--package-passphrase-file', 'other-words.txt'];
	expect(await lectern.run('prove', 'kept.txt', '--package', 'bag.age', ...wrong)).toMatchObject({
		status: 2,
		out: '',
	});
	const changed = await lectern.run('prove', 'changed.txt', '--json', '--package', 'bag');
	expect(changed.status).toBe(1);
	expect(changed.lines.filter(({ outcome }) => outcome !== 'holds')).toMatchObject([
		{ item: 'words', outcome: 'other' },
	]);
	// The record is another one's package: it has neither words nor log of this card.
	await lectern.run('export', '--package', 'other', '--record', 'other', ...place);
	const other = await lectern.run('prove', 'kept.txt', '--json', '--package', 'other');
	expect(other.status).toBe(1);
	expect(other.lines).toContainEqual(expect.objectContaining({ item: 'words', outcome: 'absent' }));
	writeFileSync(join(folder, 'filler.bin'), randomBytes(2_500_000));
	await lectern.run('add', 'filler.bin', ...place);
	await lectern.run('export', '--package', 'parts.zip', '--zip', '--part-size', '1M', ...place);
	const second = readdirSync(folder).find((name) => name.startsWith('parts.2-of-')) ?? '';
	expect(await lectern.run('prove', 'kept.txt', '--package', second)).toMatchObject({ status: 0 });
	rmSync(join(folder, second.replace('.2-of-', '.1-of-')));
	expect((await lectern.run('prove', 'kept.txt', '--package', second)).status).toBe(2);
	// A byte of the bag has changed since: nothing is proved by it.
	writeFileSync(join(folder, 'bag/bagit.txt'), 'BagIt-Version: 1.0\n');
	expect((await lectern.run('prove', 'kept.txt', '--package', 'bag')).status).toBe(2);
	expect((await lectern.run('prove', 'kept.txt', '--package', 'letter.md')).status).toBe(2);
	expect((await lectern.run('prove', 'kept.txt', '--package', 'whole.zip', ...place)).status).toBe(2);
}, 120_000);

test('says what cannot be cited', async () => {
	expect((await lectern.run('cite', ...place)).status).toBe(2);
	expect((await lectern.run('cite', 'sample title', '--paragraph', '99', ...place)).err).toContain('¶ 99');
	expect((await lectern.run('cite', 'sample title', '--paragraph', 'x', ...place)).status).toBe(2);
	expect((await lectern.run('cite', 'sample title', '--style', 'x', ...place)).status).toBe(2);
}, 60_000);
