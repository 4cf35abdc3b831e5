import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeKeyPair, publicKeyOf, verifyFile } from '#archive/signing/minisign.ts';
import { openSigningKey } from '#archive/signing/signing-key.ts';
import { type BuiltCommandLine, buildCommandLine } from './testing/built-command-line.ts';

let folder: string;
let lectern: BuiltCommandLine;
let place: string[];
let count = 0;
const bytes = new Uint8Array(3_000_000).map((_, at) => (at * 37 + (at >> 8)) % 256);

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'));
	lectern = await buildCommandLine(folder);
	writeFileSync(join(folder, 'letter.md'), '# Sample title\n\nDelta epsilon zeta.\n');
	writeFileSync(join(folder, 'scan.bin'), bytes);
}, 60_000);
afterAll(() => {
	lectern.remove();
	rmSync(folder, { recursive: true });
});
beforeEach(async () => {
	count += 1;
	place = ['--archive', `sample-${count}.lectern`];
	await lectern.run('new', `sample-${count}.lectern`);
	await lectern.run('add', 'letter.md', 'scan.bin', ...place);
});
afterEach(() => {
	delete process.env.LECTERN_PASSPHRASE;
});

/** The key of this device, which lies in the folder of all these tests. */
function forgetKey(): void {
	for (const name of ['signing.key', 'signing.pub']) rmSync(join(folder, 'data', name), { force: true });
}

test('log: listed in PREMIS’s terms, verified against a head, exported and signed', async () => {
	const listed = await lectern.run('log', 'list', '--kind', 'received', ...place, '--json');
	expect(listed.lines).toHaveLength(2);
	expect(listed.lines[0]).toMatchObject({
		eventType: 'ingestion',
		eventTypeUri: 'http://id.loc.gov/vocabulary/preservation/eventType/ing',
		software: expect.stringMatching(/^Lectern /),
	});
	const { head } = (await lectern.run('log', 'verify', ...place, '--json')).lines[0] as { head: string };
	await lectern.run('verify', ...place);
	const known = await lectern.run('log', 'verify', '--head', head, ...place);
	expect(known).toMatchObject({ status: 0, out: expect.stringContaining('had that head before its last entry') });
	expect((await lectern.run('log', 'verify', '--head', 'f'.repeat(64), ...place)).status).toBe(1);

	expect((await lectern.run('log', 'export', '--out', 'log.jsonl', '--sign', ...place)).status).toBe(2);
	const key = openSigningKey(join(folder, 'data/signing.key')).make('sample passphrase');
	vi.stubEnv('LECTERN_PASSPHRASE', 'another');
	const refused = await lectern.run('log', 'export', '--out', 'log.jsonl', '--sign', ...place, '--json');
	expect(refused.lines[0]).toMatchObject({ error: { code: 'wrong-passphrase' } });
	vi.stubEnv('LECTERN_PASSPHRASE', 'sample passphrase');
	expect((await lectern.run('log', 'export', '--out', 'log.jsonl', '--sign', ...place)).status).toBe(0);
	const text = readFileSync(join(folder, 'log.jsonl'));
	const signature = readFileSync(join(folder, 'log.jsonl.minisig'), 'utf8');
	expect(verifyFile(text, signature, key.line)).toMatch(/^file:log\.jsonl\thashed\tcustody-head:[0-9a-f]{64}$/);
	const table = await lectern.run('log', 'export', '--format', 'csv', ...place);
	expect(table.out).toContain('eventDateTime,eventType,subject');
}, 120_000);

test('log: what was exported is verified without the archive, down to who signed it', async () => {
	forgetKey();
	expect(await lectern.run('signing-key', 'show')).toMatchObject({ status: 2 });
	const made = await lectern.run('signing-key', 'make', '--json');
	const { keyId, line } = made.lines[0] as { keyId: string; line: string };
	expect((await lectern.run('signing-key', 'make')).status).toBe(2);
	const out = `signed-${count}.jsonl`;
	const { head } = (await lectern.run('log', 'export', '--out', out, '--sign', ...place, '--json')).lines[0] as {
		head: string;
	};
	const verify = (...more: string[]) => lectern.run('log', 'verify', '--file', out, ...more);
	const good = await verify('--public-key', line, '--head', head, '--json');
	expect(good).toMatchObject({ status: 0 });
	expect(good.lines[0]).toMatchObject({
		...{ head, firstBad: null, missingCount: 0, match: { state: 'current' } },
		signature: { state: 'good', keyId, comment: expect.stringContaining(`custody-head:${head}`) },
	});
	// By the key of this device, or by none that is known here: never rounded up to good.
	const own = (await verify()).out;
	expect(own).toContain(`The signature is good, by key ${keyId}`);
	// Names beside the ids are covered by the signature alone.
	expect(own).not.toContain('Names beside ids');
	forgetKey();
	const strange = await verify();
	expect(strange).toMatchObject({ status: 0, out: expect.stringContaining('not known here') });
	expect(strange.out).toContain('Names beside ids are covered by no hash');
	const other = publicKeyOf(makeKeyPair(Buffer.from('12345678'))).line;
	expect(await verify('--public-key', other)).toMatchObject({
		...{ status: 1, out: expect.stringMatching(`by key ${keyId}, and not by the one that was given`) },
	});
	expect(await verify('--head', 'f'.repeat(64))).toMatchObject({ status: 1 });

	const path = join(folder, out);
	const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
	const written = async (changed: string[], isSigned: boolean) => {
		writeFileSync(path, `${changed.join('\n')}\n`);
		if (!isSigned) rmSync(`${path}.minisig`, { force: true });
		const { status, lines: said } = await verify(...(isSigned ? ['--public-key', line] : []), '--json');
		return { status, ...(said[0] as object) };
	};
	const renamed = lines.map((each) => each.replace('scan.bin', 'other.bin'));
	expect(await written(renamed, true)).toMatchObject({ status: 1, signature: { state: 'bad' } });
	expect(await written(renamed, false)).toMatchObject({ status: 1, firstBad: { sequence: expect.any(Number) } });
	// By the clock, which may have been set back, and not by the chain.
	expect(await written(lines.toReversed(), false)).toMatchObject({ status: 0, head, firstBad: null });
	expect(await written([...lines, lines[0] ?? ''], false)).toMatchObject({ status: 1, firstBad: expect.anything() });
	const retold = lines.map((each) => each.replace('"eventType":"ingestion"', '"eventType":"deletion"'));
	expect(await written(retold, false)).toMatchObject({ status: 1, firstBad: expect.anything() });
	expect(await written(lines.toSpliced(1, 1), false)).toMatchObject({ status: 1, firstBad: null, missingCount: 1 });
	expect(await written(lines, false)).toMatchObject({ status: 0, head, signature: { state: 'none' } });
	const painted = (lines[0] ?? '').replace(/"replicaId":"[^"]*"/, '"replicaId":"\\u001b[2JAll is well"');
	writeFileSync(path, `${painted}\n`);
	expect(await verify()).toMatchObject({ status: 2, err: expect.stringContaining('line 1 is no entry') });
	writeFileSync(path, `${lines[0]}\n{"hash":"only"}\n`);
	expect(await verify()).toMatchObject({ status: 2, err: expect.stringContaining('line 2 is no entry') });
	expect(await lectern.run('log', 'verify', '--public-key', line, ...place)).toMatchObject({ status: 2 });
}, 120_000);

test('receipt: for records or what was added last, signed, and proved against the archive later', async () => {
	for (const wrong of [[], ['sample title', '--last-added']])
		expect((await lectern.run('receipt', ...wrong, ...place)).status).toBe(2);
	const key =
		openSigningKey(join(folder, `data/signing.key`)).info() ??
		openSigningKey(join(folder, 'data/signing.key')).make('');
	vi.stubEnv('LECTERN_PASSPHRASE', key.hasPassphrase ? 'sample passphrase' : '');
	const out = `receipt-${count}.html`;
	const { lines } = await lectern.run('receipt', '--last-added', '--out', out, '--sign', ...place, '--json');
	expect(lines[0]).toMatchObject({ fileCount: 2, exposedNames: [], signature: `${out}.minisig` });
	const page = readFileSync(join(folder, out));
	expect(verifyFile(page, readFileSync(join(folder, `${out}.minisig`), 'utf8'), key.line)).toContain('custody-head:');
	expect((await lectern.run('prove', out, ...place)).out).toMatch(/holds {2}original, read back: [0-9a-f]{64}\n/);
	expect((await lectern.run('prove', out, '--public-key', key.line, ...place)).out).toContain('The signature is good');
	const signature = readFileSync(join(folder, `${out}.minisig`), 'utf8');
	writeFileSync(join(folder, `${out}.minisig`), signature.replace('custody-head:', 'custody-head:0'));
	const forged = await lectern.run('prove', out, ...place);
	expect(forged).toMatchObject({ status: 1, out: expect.stringContaining('NOT good') });
	writeFileSync(
		join(folder, out),
		page.toString().replaceAll('scan.bin', 'other.bin').replace('other.bin', 'scan.bin'),
	);
	expect((await lectern.run('prove', out, ...place)).status).toBe(1);
	const bare = await lectern.run('receipt', 'scan', '--no-file-names', ...place);
	expect(bare).toMatchObject({ status: 0, out: expect.stringContaining('application/octet-stream') });
	expect(bare.out).not.toContain('scan.bin');
}, 120_000);

test('describe writes fields in one step, by Dublin Core names too, and refuses what it does not know', async () => {
	const set = ['--set', 'level=file', '--set', 'withheldNames=A. Person; B. Person', '--set', 'description=About it'];
	const { lines } = await lectern.run('describe', 'sample title', ...set, ...place, '--json');
	expect(lines[0]).toMatchObject({
		description: { level: 'file', withheldNames: ['A. Person', 'B. Person'] },
		dublinCore: { 'dc:title': 'Sample title', 'dc:description': 'About it' },
	});
	const renamed = await lectern.run(
		'describe',
		'sample title',
		'--set',
		'title=Other title',
		'--set',
		'extent=1 sheet',
		...place,
	);
	expect(renamed).toMatchObject({ status: 0, out: expect.stringMatching(/^Other title\n/) });
	await lectern.run('describe', 'other title', '--set', 'title=Sample title', ...place);
	for (const wrong of ['title=', 'level=shelf', 'shelf=3', 'access=secret'])
		expect((await lectern.run('describe', 'sample title', '--set', wrong, ...place)).status).toBe(2);
	expect((await lectern.run('describe', 'sample title', '--set', 'level=shelf', ...place)).err).toContain(
		'level cannot be “shelf”. It can be: fonds, subfonds,',
	);
	expect((await lectern.run('describe', 'sample title', ...place)).out).toMatch(
		/Level: File\n(?:.*\n)*Description: About it\n/,
	);
}, 60_000);

test('original gives back the bytes, and never over a file', async () => {
	const given = await lectern.run('original', 'scan.bin', '--out', `out-${count}.bin`, ...place, '--json');
	expect(given.lines[0]).toMatchObject({ fileName: 'scan.bin', sizeBytes: bytes.length });
	expect(readFileSync(join(folder, `out-${count}.bin`)).equals(bytes)).toBe(true);
	expect((await lectern.run('original', 'scan.bin', '--out', 'letter.md', ...place)).status).toBe(2);
	expect((await lectern.run('original', 'scan.bin', '--part', '2', '--out', 'x', ...place)).status).toBe(2);
}, 60_000);

test('finding-aid writes either form', async () => {
	await lectern.run('describe', 'sample title', '--set', 'referenceCode=S 1', ...place);
	const page = await lectern.run('finding-aid', ...place);
	expect(page.out).toContain('<!doctype html>');
	expect(page.out).toContain('S 1');
	const ead = await lectern.run('finding-aid', '--format', 'ead3', '--out', 'aid.xml', ...place);
	expect(ead).toMatchObject({ status: 0, err: expect.stringContaining('2 records') });
	expect(readFileSync(join(folder, 'aid.xml'), 'utf8')).toContain('<unitid>S 1</unitid>');
}, 60_000);

test('verify of one record says nothing of the others', async () => {
	const { status, lines } = await lectern.run('verify', '--record', 'sample title', ...place, '--json');
	expect(status).toBe(0);
	expect(lines.map(({ name, outcome }) => [name, outcome])).toEqual([
		['letter.md', 'intact'],
		['Sample title', 'intact'],
	]);
	expect((await lectern.run('verify', '--collection', 'none', ...place)).status).toBe(2);
}, 60_000);
