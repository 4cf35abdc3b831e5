import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { sharedData } from '#archive/importers/test-processes/outside-data.ts';
import { passageDigest, textDigest } from '#archive/records/described-text.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { testId } from '#archive/testing/test-archive.ts';
import { type EditionId, type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import { outlineOf } from '#shared/domain/text-outline.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

function write(path: string, content: string | Uint8Array): string {
	writeFileSync(path, content);
	return path;
}

function newArchive(): { archive: Archive; root: string } {
	const root = folder();
	return { archive: archives.create(join(root, 'sample.lectern')), root };
}

describe('adding files', () => {
	test('keeps the bytes as received and makes a readable edition', async () => {
		const { archive, root } = newArchive();
		const content = 'Sample letter 7\n\nAlpha beta gamma.\n\nDelta, at last.\n';
		const [item] = await archives.add(archive, write(join(root, 'letter.txt'), content));
		expect(item).toMatchObject({ name: 'letter.txt', outcome: 'added', passageCount: 3, encoding: 'utf-8' });
		const sha256 = createHash('sha256').update(content).digest('hex');
		const record = archive.services.records.get({ id: item?.recordId as RecordId });
		expect(record).toMatchObject({ title: 'Sample letter 7', holding: 'held', passageCount: 3 });
		expect(record.files).toMatchObject([
			{ sha256, fileName: 'letter.txt', mediaType: 'text/plain', fixity: 'unverified' },
		]);
		expect(Buffer.from(archive.services.originals.read(record.files[0]?.sha256 as never)).toString()).toBe(content);
		const blocks = archive.services.editions.blocks({ id: record.editionId as never });
		expect(blocks.map(({ kind, number, text }) => [kind, number, text])).toEqual([
			['title', null, 'Sample letter 7'],
			['paragraph', 1, 'Alpha beta gamma.'],
			['paragraph', 2, 'Delta, at last.'],
		]);
	});

	test('files that are read ahead all listen for the cancel, and that is no leak to be warned of', async () => {
		const { archive, root } = newArchive();
		const files = join(root, 'files');
		mkdirSync(files);
		for (let number = 0; number < 40; number += 1) write(join(files, `${number}.txt`), `Alpha ${number}.\n`);
		const warnings: string[] = [];
		const note = ({ name }: Error) => warnings.push(name);
		process.on('warning', note);
		try {
			expect(await archives.add(archive, files)).toHaveLength(40);
		} finally {
			process.off('warning', note);
		}
		expect(warnings).toEqual([]);
	});

	test('a long text is opened by its outline, its beginning, what is around a place, and its headings', async () => {
		const { archive, root } = newArchive();
		const paragraphs = Array.from(
			{ length: 400 },
			(_, at) => `${at % 40 ? '' : `<h2>Part ${at}</h2>`}<p>${'alpha '.repeat(200)}</p>`,
		);
		const table = '<table><tr><td>Beta</td><td>gamma</td></tr><tr><td>delta</td></tr></table>';
		const page = write(join(root, 'long.html'), `<h1>Sample</h1>${paragraphs.join('')}${table}`);
		const [item] = await archives.add(archive, page);
		const { editions, records } = archive.services;
		const id = records.get({ id: item?.recordId as RecordId }).editionId as EditionId;
		const blocks = editions.blocks({ id });
		const { outline, blocks: opened } = editions.opening({ id, ordinal: 300 });
		expect(outline).toEqual(outlineOf(blocks));
		const isOpened = new Set(opened.map(({ ordinal }) => ordinal));
		expect(opened).toEqual(blocks.filter(({ ordinal }) => isOpened.has(ordinal)));
		expect(opened.length).toBeLessThan(100);
		for (const { ordinal, kind } of blocks)
			if (kind === 'heading' || ordinal === 0 || ordinal === 300) expect(isOpened).toContain(ordinal);
		expect(editions.blocks({ id, from: 5, to: 7 })).toEqual(blocks.slice(5, 8));
	});

	test('accounts for every file of a folder', async () => {
		const { archive, root } = newArchive();
		const batch = join(root, 'batch');
		mkdirSync(join(batch, 'inner'), { recursive: true });
		write(join(batch, 'a.txt'), 'Alpha one.');
		write(join(batch, 'b.txt'), 'Alpha one.');
		write(join(batch, 'empty.txt'), '');
		write(
			join(batch, 'noise.txt'),
			Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
		);
		write(join(batch, 'inner', 'page.html'), '<h1>Beta</h1><p>Gamma <b>delta</b><script>alert(1)</script></p>');
		write(join(batch, '.DS_Store'), 'x');
		symlinkSync('/etc/hostname', join(batch, 'link.txt'));
		symlinkSync(batch, join(root, 'link'));
		const items = await archives.add(archive, batch, join(root, 'absent.txt'), '/dev/zero', join(root, 'link'));
		expect(items.map(({ name, outcome, error }) => [name, outcome, error?.code])).toEqual([
			['batch/.DS_Store', 'left-out', 'unsupported-format'],
			['batch/a.txt', 'added', undefined],
			['batch/b.txt', 'already-held', undefined],
			['batch/empty.txt', 'no-text', 'unsupported-format'],
			['batch/inner/page.html', 'added', undefined],
			['batch/link.txt', 'left-out', 'unsupported-format'],
			['batch/noise.txt', 'no-text', 'unsupported-format'],
			['absent.txt', 'failed', 'unreadable-file'],
			['zero', 'failed', 'unreadable-file'],
			['link/.DS_Store', 'left-out', 'unsupported-format'],
			...['a.txt', 'b.txt', 'empty.txt', 'inner/page.html'].map((name) => [`link/${name}`, 'already-held', undefined]),
			['link/link.txt', 'left-out', 'unsupported-format'],
			['link/noise.txt', 'already-held', undefined],
		]);
		expect(archive.status()).toMatchObject({ recordCount: 4, heldCount: 4, noTextCount: 2 });
	});

	test('two jobs that bring the same large file keep it whole', async () => {
		const { archive, root } = newArchive();
		const path = write(join(root, 'huge.bin'), Uint8Array.of(0, 1, 2));
		truncateSync(path, 100 * 1024 * 1024);
		const ids = [newId<JobId>(), newId<JobId>()];
		for (const id of ids) archive.services.adding.add(id, { paths: [{ path }] });
		const { jobs, originals } = archive.services;
		for (const id of ids) await jobs.whenEnded(id);
		const outcomes = ids.flatMap((id) => jobs.items({ id, offset: 0, limit: 9 }).items.map(({ outcome }) => outcome));
		expect(outcomes.sort()).toEqual(['already-held', 'no-text']);
		const [original] = originals.list();
		expect(original && (await originals.verify(original, new AbortController().signal))).toBe('intact');
	});

	test('keeps a file that is too large to be a text, piece by piece', async () => {
		const { archive, root } = newArchive();
		const path = write(join(root, 'huge.txt'), 'Alpha ');
		truncateSync(path, 66 * 1024 * 1024);
		const [item] = await archives.add(archive, path);
		expect(item).toMatchObject({ outcome: 'no-text', error: { code: 'unsupported-format' } });
		const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
		expect(item?.sha256).toBe(sha256);
		const original = archive.services.originals.find(item?.sha256 as never);
		expect(await archive.services.originals.verify(original as never, new AbortController().signal)).toBe('intact');
		const reread = archive.services.rereading.reread({ recordId: item?.recordId as RecordId, encoding: 'utf-8' });
		await expect(reread).rejects.toMatchObject({ code: 'unsupported-format' });
	});

	test('is one step to undo, whole, and to redo', async () => {
		const { archive, root } = newArchive();
		for (let number = 0; number < 150; number += 1)
			write(join(root, `letter-${number}.txt`), `Letter number ${number}.`);
		mkdirSync(join(root, 'none'));
		const paths = Array.from({ length: 150 }, (_, number) => join(root, `letter-${number}.txt`));
		const items = await archives.add(archive, ...paths);
		expect(items.filter(({ outcome }) => outcome === 'added')).toHaveLength(150);
		expect(items.map(({ name }) => name)).toEqual(paths.map((path) => path.slice(root.length + 1)));
		expect(archive.services.history.undo()).toBe('filesAdded');
		expect(archive.services.records.list({})).toHaveLength(0);
		expect(archive.services.history.redo()).toBe('filesAdded');
		expect(archive.services.records.list({})).toHaveLength(150);
	});

	test('brings a record back from the bin when its file is added again', async () => {
		const { archive, root } = newArchive();
		const path = write(join(root, 'a.txt'), 'Alpha beta.');
		const [first] = await archives.add(archive, path);
		archive.services.records.moveToBin({ ids: [first?.recordId as RecordId] });
		const [again] = await archives.add(archive, path);
		expect(again).toMatchObject({ outcome: 'added', recordId: first?.recordId });
		expect(archive.services.records.list({})).toHaveLength(1);
	});

	test('a cancelled job keeps what it did and names the rest, which can be run again', async () => {
		const { archive, root } = newArchive();
		const paths = Array.from({ length: 400 }, (_, number) =>
			write(join(root, `letter-${number}.txt`), `Letter number ${number}.`),
		);
		const { adding, jobs, records } = archive.services;
		const id = newId<JobId>();
		adding.add(id, { paths: paths.map((path) => ({ path })) });
		await expect.poll(() => jobs.get({ id }).done).toBeGreaterThan(0);
		jobs.cancel({ id });
		await jobs.whenEnded(id);
		const { state, counts } = jobs.get({ id });
		expect(state).toBe('cancelled');
		expect((counts.added ?? 0) + (counts.cancelled ?? 0)).toBe(400);
		expect(records.list({})).toHaveLength(counts.added ?? 0);
		const retryId = adding.retry({ id });
		await jobs.whenEnded(retryId);
		expect(jobs.get({ id: retryId })).toMatchObject({ state: 'done', counts: { added: counts.cancelled } });
		expect(records.list({})).toHaveLength(400);
	});

	test('a disk that is full in the midst of a group keeps what it has room for, and the rest can be run again', async () => {
		const { archive, root } = newArchive();
		const paths = Array.from({ length: 40 }, (_, number) =>
			write(join(root, `letter-${number}.txt`), `Letter number ${number}. ${'Alpha beta. '.repeat(3000)}`),
		);
		const { adding, jobs, records } = archive.services;
		const pages = (limit: number) => archive.database.write((writer) => writer.get(`PRAGMA max_page_count = ${limit}`));
		const pageCount = archive.database.reader.get<{ count: number }>(
			'SELECT page_count AS count FROM pragma_page_count()',
		);
		pages((pageCount?.count ?? 0) + 300);
		const id = adding.add(newId<JobId>(), { paths: paths.map((path) => ({ path })) });
		await jobs.whenEnded(id);
		const { state, error, counts } = jobs.get({ id });
		expect({ state, code: error?.code }).toEqual({ state: 'interrupted', code: 'disk-full' });
		expect(counts.added).toBeGreaterThan(0);
		expect(records.list({})).toHaveLength(counts.added ?? 0);
		// There is no room left for even one more.
		const oneMoreId = adding.add(newId<JobId>(), { paths: [{ path: paths.at(-1) as string }] });
		await jobs.whenEnded(oneMoreId);
		expect(jobs.get({ id: oneMoreId }).error?.code).toBe('disk-full');
		pages(1_000_000);
		const retryId = adding.retry({ id });
		await jobs.whenEnded(retryId);
		expect(jobs.get({ id: retryId })).toMatchObject({ state: 'done', counts: { added: 40 - (counts.added ?? 0) } });
		expect(records.list({})).toHaveLength(40);
	});

	test('bytes that are in no file come as one, with the title and source that a person gives', async () => {
		const { archive } = newArchive();
		const { adding, jobs, records, originals } = archive.services;
		const bytes = Buffer.from('Alpha\n\nBeta gamma, delta.');
		const fields = { title: 'Who wrote: "alpha"?', source: 'a sample shelf' };
		const id = adding.addBytes(newId<JobId>(), { name: 'Pasted.txt', bytes, fields });
		await jobs.whenEnded(id);
		const [item] = jobs.items({ id, offset: 0, limit: 10 }).items;
		expect(item).toMatchObject({ name: 'Pasted.txt', outcome: 'added' });
		const record = records.get({ id: item?.recordId as RecordId });
		expect(record).toMatchObject(fields);
		expect(Buffer.from(originals.read(record.files[0]?.sha256 as never))).toEqual(bytes);
	});

	test('a retry passes over no file because another with its name went well', async () => {
		const { archive, root } = newArchive();
		for (const name of ['one', 'two']) mkdirSync(join(root, name));
		const paths = ['one', 'two'].map((name) => join(root, name, 'a.txt'));
		write(paths[0] as string, 'Alpha one.');
		const { adding, jobs } = archive.services;
		const id = newId<JobId>();
		adding.add(id, { paths: paths.map((path) => ({ path })) });
		await jobs.whenEnded(id);
		expect(jobs.get({ id }).counts).toEqual({ added: 1, failed: 1 });
		write(paths[1] as string, 'Alpha two.');
		const retryId = adding.retry({ id });
		await jobs.whenEnded(retryId);
		expect(jobs.get({ id: retryId }).counts).toEqual({ added: 1 });
		expect(jobs.items({ id: retryId, offset: 0, limit: 9 }).items).toMatchObject([{ name: 'two/a.txt' }]);
	});

	test('an archive cannot ask for files of the machine it is opened on, and names none that went well', async () => {
		const { archive, root } = newArchive();
		const path = write(join(root, 'a.txt'), 'Alpha one.');
		const { adding, jobs } = archive.services;
		await archives.add(archive, path);
		const [done] = jobs.list();
		expect(jobs.requestOf(done?.id as JobId)).toEqual({});
		const id = newId<JobId>();
		jobs.start(id, 'add', { paths: [{ path }], replicaId: testId(9) }, () => Promise.reject(new Error('sample')));
		await jobs.whenEnded(id);
		expect(() => adding.retry({ id })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
	});
});

describe('the text of a described record', () => {
	const passages = [
		'Sample report',
		'Alpha is the first of these and was in the box with that one.',
		'Beta four five six.',
		'Gamma seven eight.',
		'Delta nine.',
	];
	const recordId = testId<RecordId>(1);

	function describeIn(archive: Archive): void {
		archive.database.step(
			'setup',
			(step) => {
				const fields = { title: 'A report known from elsewhere', kind: 'report' };
				archive.services.records.addWithin(step, recordId, fields, { holding: 'described-only', editionId: null });
				const event = { title: 'Sample statement' };
				archive.services.records.addWithin(step, testId(2), event, { holding: 'described-only', editionId: null });
				const passageDigests = passages
					.slice(1)
					.map((text, index) => ({ paragraph: index + 1, digest: passageDigest(text) }));
				archive.services.records.addDescribedTextWithin(step, {
					recordId,
					textDigest: textDigest(passages),
					passageDigests,
				});
				archive.services.links.insertExpected(step, [
					{
						recordId,
						paragraph: 2,
						passageDigest: passageDigest('Beta four five six.'),
						type: 'cites',
						to: { kind: 'record', id: testId(2) },
					},
				]);
			},
			{ kind: 'setup' },
		);
	}

	test('completes it and makes the links that waited', async () => {
		const { archive, root } = newArchive();
		describeIn(archive);
		const [item] = await archives.add(archive, write(join(root, 'report.txt'), passages.join('\n\n')));
		expect(item).toMatchObject({ outcome: 'completed', recordId });
		expect(archive.services.records.get({ id: recordId })).toMatchObject({
			holding: 'held',
			passageCount: 5,
			languages: ['en'],
		});
		expect(archive.services.links.list({ kind: 'record', id: recordId })).toMatchObject([
			{ type: 'cites', origin: 'automatic', fromNumber: 2, other: { id: testId(2), title: 'Sample statement' } },
		]);
		archive.services.history.undo();
		expect(archive.services.records.get({ id: recordId })).toMatchObject({ holding: 'described-only', files: [] });
		expect(archive.services.links.list({ kind: 'record', id: recordId })).toEqual([]);
		const [again] = await archives.add(archive, join(root, 'report.txt'));
		expect(again).toMatchObject({ outcome: 'completed', recordId });
	});

	test('says of a passage what was said of the whole', async () => {
		const { archive, root } = newArchive();
		describeIn(archive);
		const { links } = archive.services;
		const ends = { from: { kind: 'record', id: recordId }, to: { kind: 'record', id: testId(2) } } as const;
		archive.database.step('setup', (step) =>
			links.insertWithin(step, [{ id: testId(9), type: 'cites', ...ends, origin: 'automatic' }]),
		);
		expect(links.list({ kind: 'record', id: recordId })).toMatchObject([{ id: testId(9), fromNumber: null }]);
		await archives.add(archive, write(join(root, 'report.txt'), passages.join('\n\n')));
		expect(links.list({ kind: 'record', id: recordId })).toMatchObject([{ type: 'cites', fromNumber: 2 }]);
		expect(links.list({ kind: 'record', id: testId(2) })).toMatchObject([{ direction: 'incoming', fromNumber: 2 }]);
	});

	test('in another version is held as a variant, its links only suggested', async () => {
		const { archive, root } = newArchive();
		describeIn(archive);
		const changed = [...passages.slice(0, 3), 'Epsilon changed here.', 'Zeta too.'];
		const [item] = await archives.add(archive, write(join(root, 'report.txt'), changed.join('\n\n')));
		expect(item).toMatchObject({ outcome: 'completed', recordId });
		expect(archive.services.records.get({ id: recordId }).holding).toBe('held-variant');
		expect(archive.services.links.list({ kind: 'record', id: recordId })).toMatchObject([{ origin: 'suggested' }]);
	});
});

test('a text is read again in another encoding; undo goes back to the edition before', async () => {
	const { archive, root } = newArchive();
	const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xec, 0xe5, 0xf0, 0x20, 0xf2, 0xe5, 0xea, 0xf1, 0xf2, 0xe0]);
	const [item] = await archives.add(archive, write(join(root, 'sample.txt'), bytes));
	const recordId = item?.recordId as RecordId;
	const { records, rereading, editions, history } = archive.services;
	const before = records.get({ id: recordId }).editionId;
	const edition = await rereading.reread({ recordId, encoding: 'koi8-r' });
	expect(edition.parameters).toMatchObject({ encodingFoundBy: 'user' });
	expect(records.get({ id: recordId })).toMatchObject({ editionId: edition.id });
	expect(editions.blocks({ id: edition.id })[0]?.text).toBe('оПХЛЕП РЕЙЯРЮ');
	history.undo();
	expect(records.get({ id: recordId }).editionId).toBe(before);
});

test('a text corrected by hand is read again in the encoding that was chosen before', async () => {
	const { archive, root } = newArchive();
	const bytes = Buffer.from([0xcf, 0xf0, 0xe8, 0xec, 0xe5, 0xf0, 0x20, 0xf2, 0xe5, 0xea, 0xf1, 0xf2, 0xe0]);
	const [item] = await archives.add(archive, write(join(root, 'sample.txt'), bytes));
	const recordId = item?.recordId as RecordId;
	const { rereading, writing, records } = archive.services;
	const chosen = await rereading.reread({ recordId, encoding: 'koi8-r' });
	const correct = (text: string, baseEditionId: typeof chosen.id) =>
		writing.write({ recordId, text, language: 'ru', baseEditionId });
	const once = await correct('Образец', chosen.id);
	await correct('Образец два', once.id);
	expect(await rereading.reread({ recordId })).toMatchObject({ id: chosen.id });
	expect(records.get({ id: recordId }).editionId).toBe(chosen.id);
});

const report = sharedData('corpus/report.txt');
test.runIf(report)('the report comes in with its paragraphs numbered 1 to 12', async () => {
	const { archive } = newArchive();
	const [item] = await archives.add(archive, report as string);
	const { editionId } = archive.services.records.get({ id: item?.recordId as RecordId });
	const numbers = archive.services.editions.blocks({ id: editionId as never }).map(({ number }) => number);
	expect(numbers.filter((number) => number !== null)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});
