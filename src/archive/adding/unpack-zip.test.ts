import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { docxOf, wordParagraph, zipOf } from '#archive/importers/test-processes/made-documents.ts';
import { archivesWithFiles } from '#archive/testing/added-files.ts';
import type { JobId, RecordId } from '#shared/domain/ids.ts';
import { newId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

const setUp = archivesWithFiles();

/**
 * Writes other names over those of entries, in both places where a ZIP file has them, of the same length, and takes back
 * that they are UTF-8.
 */
function renamed(zip: Uint8Array, names: Readonly<Record<string, Buffer>>): Uint8Array {
	const bytes = Buffer.from(zip);
	for (const [from, to] of Object.entries(names))
		for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
	for (const [header, flags] of [
		['PK\u0003\u0004', 6],
		['PK\u0001\u0002', 8],
	] as const)
		for (let at = bytes.indexOf(header); at >= 0; at = bytes.indexOf(header, at + 1))
			bytes.writeUInt16LE(bytes.readUInt16LE(at + flags) & ~0x800, at + flags);
	return bytes;
}

test('each file is a record of its own, with the ZIP file, its digest and its time in the log', async () => {
	const { archive, write, add } = setUp();
	const zip = new ZipFile();
	zip.addEmptyDirectory('letters');
	const mtime = new Date(2021, 2, 4, 5, 6, 8);
	zip.addBuffer(Buffer.from('Alpha beta gamma.'), 'letters/a.txt', { mtime, forceDosTimestamp: true });
	zip.addBuffer(Buffer.from('# Delta'), 'letters/b.md', { mtime: new Date('2021-03-04T05:06:07Z') });
	zip.addBuffer(Buffer.from('x'), 'letters/.DS_Store');
	zip.addBuffer(Buffer.from([0, 1, 2]), 'c.bin');
	zip.end();
	const bytes = await buffer(zip.outputStream as unknown as AsyncIterable<Buffer>);
	const items = await add(write('batch.zip', bytes));
	expect(items.map(({ name, outcome }) => [name, outcome])).toEqual([
		['batch.zip/letters/a.txt', 'added'],
		['batch.zip/letters/b.md', 'added'],
		['batch.zip/letters/.DS_Store', 'left-out'],
		['batch.zip/c.bin', 'no-text'],
	]);
	const { records, originals, custody, history } = archive.services;
	const record = records.get({ id: items[0]?.recordId as RecordId });
	expect(record).toMatchObject({ title: 'a', source: 'batch.zip/letters/a.txt', passageCount: 1 });
	expect(Buffer.from(originals.read(items[0]?.sha256 as never)).toString()).toBe('Alpha beta gamma.');
	const received = (at: number) =>
		custody.list({ subject: items[at]?.sha256 as string, limit: 10 }).find(({ kind }) => kind === 'received')?.detail;
	const container = { container: 'batch.zip', containerSha256: createHash('sha256').update(bytes).digest('hex') };
	expect(received(0)).toEqual({
		...{ file: 'batch.zip/letters/a.txt', sizeBytes: 17, ...container, entry: 'letters/a.txt' },
		modified: '2021-03-04T05:06:08',
	});
	expect(received(1)).toMatchObject({ ...container, entry: 'letters/b.md', modified: '2021-03-04T05:06:07Z' });
	// The ZIP file itself is not kept.
	expect(originals.list()).toHaveLength(3);
	history.undo();
	expect(records.list({})).toEqual([]);
});

test('a ZIP file that is kept too is the whole that its files are parts of', async () => {
	const { archive, write } = setUp();
	const zip = await zipOf({ 'a.txt': 'alpha', 'b.txt': 'beta' });
	const { adding, jobs, links, originals } = archive.services;
	const id = adding.add(newId<JobId>(), { paths: [{ path: write('batch.zip', zip) }], keepsZip: true });
	await jobs.whenEnded(id);
	const { items } = jobs.items({ id, offset: 0, limit: 10 });
	expect(items.map(({ name, outcome, error }) => [name, outcome, error?.detail.reason])).toEqual([
		['batch.zip', 'no-text', message('import.reason.unpacked')],
		['batch.zip/a.txt', 'added', undefined],
		['batch.zip/b.txt', 'added', undefined],
	]);
	const [whole, ...parts] = items.map(({ recordId }) => recordId as RecordId);
	const linked = links.list({ kind: 'record', id: whole as RecordId }).map(({ from }) => from.id);
	expect(linked.sort()).toEqual(parts.sort());
	expect(Buffer.from(originals.read(items[0]?.sha256 as never))).toEqual(zip);
});

test('what a retry adds of a ZIP file that is kept is a part of it too', async () => {
	const { archive, write } = setUp();
	const files = Array.from({ length: 200 }, (_, at) => [`${at}.txt`, `alpha ${at}`]);
	const path = write('batch.zip', await zipOf(Object.fromEntries(files)));
	const { adding, jobs, links } = archive.services;
	const id = adding.add(newId<JobId>(), { paths: [{ path }], keepsZip: true });
	await expect.poll(() => jobs.get({ id }).done).toBeGreaterThan(0);
	jobs.cancel({ id });
	await jobs.whenEnded(id);
	const whole = jobs.items({ id, offset: 0, limit: 1 }).items[0]?.recordId as RecordId;
	const { added = 0, cancelled = 0 } = jobs.get({ id }).counts;
	expect([added + cancelled, cancelled > 0]).toEqual([200, true]);
	const retryId = adding.retry({ id });
	await jobs.whenEnded(retryId);
	expect(jobs.get({ id: retryId }).counts).toEqual({ 'already-held': 1, added: cancelled });
	expect(links.list({ kind: 'record', id: whole })).toHaveLength(200);
});

test('names that do not say their encoding are read in the one they are in, and their bytes kept', async () => {
	const { archive, write, add } = setUp();
	const names = ['Образец письма.txt', 'Вторая заметка.txt'].map((name) => iconv.encode(name, 'cp866'));
	const [first, second] = names as [Buffer, Buffer];
	const zip = await zipOf({ ['1'.repeat(first.length)]: 'alpha', ['2'.repeat(second.length)]: 'beta' });
	const items = await add(
		write('batch.zip', renamed(zip, { ['1'.repeat(first.length)]: first, ['2'.repeat(second.length)]: second })),
	);
	expect(items.map(({ name }) => name)).toEqual(['batch.zip/Образец письма.txt', 'batch.zip/Вторая заметка.txt']);
	const [received] = archive.services.custody
		.list({ subject: items[0]?.sha256 as string, limit: 10 })
		.filter(({ kind }) => kind === 'received');
	expect(received?.detail).toMatchObject({ entry: 'Образец письма.txt', entryBytes: first.toString('hex') });
});

test('what leads outside, is locked or damaged is named and left, and the rest comes', async () => {
	const { write, add } = setUp();
	const zip = await zipOf({
		'aa/evil.txt': 'alpha',
		'locked.txt': 'beta',
		'damaged.txt': 'gamma',
		'fine.txt': 'delta',
	});
	const bytes = Buffer.from(renamed(zip, { 'aa/evil.txt': Buffer.from('../evil.txt') }));
	const directory = (name: string) => bytes.lastIndexOf(name) - 46;
	bytes.writeUInt16LE(bytes.readUInt16LE(directory('locked.txt') + 8) | 1, directory('locked.txt') + 8);
	bytes.writeUInt32LE(1, directory('damaged.txt') + 16);
	const items = await add(write('batch.zip', bytes));
	expect(items.map(({ name, outcome, error }) => [name, outcome, error?.detail.reason])).toEqual([
		['batch.zip/../evil.txt', 'failed', message('import.reason.unsafe-path')],
		['batch.zip/locked.txt', 'failed', message('import.reason.locked-entry')],
		['batch.zip/damaged.txt', 'failed', message('import.reason.broken-entry')],
		['batch.zip/fine.txt', 'added', undefined],
	]);
	// "Has no text" would say that they are kept.
	expect(items.map(({ error }) => error?.code)).toEqual([
		...['unreadable-file', 'unreadable-file', 'unreadable-file'],
		undefined,
	]);
});

test('what is no batch of files is taken as it is', async () => {
	const { outcomes, write } = setUp();
	const document = await docxOf(wordParagraph('Alpha beta.'));
	expect(await outcomes(write('letter.zip', document))).toEqual([['letter.zip', 'added']]);
	const inner = await zipOf({ 'a.txt': 'alpha' });
	const nested = await zipOf({ 'b.txt': 'beta', 'inner.zip': inner });
	expect(await outcomes(write('nested.zip', nested))).toEqual([
		['nested.zip/b.txt', 'added'],
		['nested.zip/inner.zip', 'no-text'],
	]);
	expect(await outcomes(write('cut.zip', nested.subarray(0, -30)))).toEqual([['cut.zip', 'no-text']]);
	expect(await outcomes(write('empty.zip', await zipOf({})))).toEqual([['empty.zip', 'no-text']]);
	const bomb = await zipOf({ 'zeros.txt': Buffer.alloc(101 * 1024 * 1024) });
	expect(await outcomes(write('bomb.zip', bomb))).toEqual([['bomb.zip', 'no-text']]);
	const bag = await zipOf({ 'bag/bagit.txt': 'BagIt-Version: 1.0\n', 'bag/data/a.txt': 'alpha' });
	expect(await outcomes(write('bag.zip', bag))).toEqual([['bag.zip', 'failed']]);
});

test('a cancelled batch leaves whole records, and what was not reached can be brought in later', async () => {
	const { archive, write } = setUp();
	const files = Array.from({ length: 40 }, (_, at) => [`${at}.txt`, `alpha ${at}`]);
	const path = write('batch.zip', await zipOf(Object.fromEntries(files)));
	const { adding, jobs, records } = archive.services;
	const id = newId<JobId>();
	adding.add(id, { paths: [{ path }] });
	jobs.cancel({ id });
	await jobs.whenEnded(id);
	expect(jobs.get({ id })).toMatchObject({ state: 'cancelled' });
	const retryId = adding.retry({ id });
	await jobs.whenEnded(retryId);
	expect(records.list({})).toHaveLength(40);
	expect(records.list({}).every(({ passageCount }) => passageCount === 1)).toBe(true);
});
