import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import {
	type AnnotationId,
	type CollectionId,
	type JobId,
	type LinkId,
	type NameId,
	newId,
} from '#shared/domain/ids.ts';
import { linkTypes } from '#shared/domain/link.ts';
import type { PackageProfile } from '#shared/domain/package.ts';

const newFolder = temporaryFolders();
const archives = archivesOnDisk();
let root: string;
/** A path in this test's own folder. */
const at = (name: string) => join(root, name);

beforeEach(() => {
	root = newFolder();
});

async function makeFilled(): Promise<Archive> {
	const archive = archives.create(at('sample.lectern'));
	mkdirSync(at('in/deep'), { recursive: true });
	writeFileSync(at('in/letter.txt'), 'Sample heading\n\nThe first sample passage.\n\nThe second one.\n');
	writeFileSync(at('in/deep/table.bin'), Buffer.alloc(70_000, 3));
	await archives.add(archive, at('in'));
	const { records, annotations, collections, tags, names, links } = archive.services;
	const id = newId<CollectionId>();
	collections.add({ id, name: 'Sample collection', parentId: null });
	for (const record of records.list({})) {
		collections.addRecords({ id, recordIds: [record.id] });
		tags.setOnRecord({ recordId: record.id, tags: ['sample tag'] });
		const { editionId } = record;
		const range = editionId && { editionId, startOrdinal: 2, startOffset: 4, endOrdinal: 2, endOffset: 10 };
		annotations.add({
			id: newId<AnnotationId>(),
			recordId: record.id,
			range,
			fields: { purpose: 'claim', body: 'A sample claim', tags: ['on note'], isResolved: false },
		});
	}
	const nameId = newId<NameId>();
	const form = { text: 'Sample Name', script: 'Latn', language: 'en', kind: 'main', source: '' } as const;
	names.add({ id: nameId, fields: { kind: 'person', forms: [form], description: '', source: '' } });
	const [one] = records.list({}).filter(({ editionId }) => editionId);
	if (!one?.editionId) throw new Error('no text');
	const range = { editionId: one.editionId, startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: 3 };
	const from = { kind: 'record', id: one.id, range } as const;
	links.add({ id: newId<LinkId>(), type: 'attests', from, to: { kind: 'name', id: nameId } });
	return archive;
}

async function exportFrom(archive: Archive, path: string, profile: PackageProfile = 'whole'): Promise<void> {
	const id = newId<JobId>();
	const request = { path, form: 'zip', choice: {}, profile, key: null, replaces: false } as const;
	await (await archive.services.onDemand()).packageExport.export(id, request);
	await archive.services.jobs.whenEnded(id);
	expect(archive.services.jobs.get({ id })).toMatchObject({ state: 'done' });
}

async function importInto(archive: Archive, path: string) {
	const id = newId<JobId>();
	(await archive.services.onDemand()).packageImport.import(id, path, undefined);
	await archive.services.jobs.whenEnded(id);
	const { state, error, counts } = archive.services.jobs.get({ id });
	return { state, error, counts };
}

/** What of a record is the same in every archive that has it. */
function contentOf({ services }: Archive): unknown[] {
	return services.records.list({}).map(({ id }) => {
		const { clock: _c, revision: _r, createdAt: _a, files, editions, tagIds, ...record } = services.records.get({ id });
		return {
			...record,
			tagIds: tagIds.length,
			files: files.map(({ sha256, fileName, mediaType }) => ({ sha256, fileName, mediaType })),
			editions: editions.map(({ id: editionId, textSha256 }) => ({ editionId, textSha256 })),
			bytes: files.map(({ sha256 }) => createHash('sha256').update(services.originals.read(sha256)).digest('hex')),
		};
	});
}

describe('a package of Lectern’s', () => {
	test('comes in as it went out: records, originals, texts, tags, collections, notes on their words', async () => {
		const source = await makeFilled();
		await exportFrom(source, at('whole.zip'));
		const target = archives.create(at('target.lectern'));
		const first = await importInto(target, at('whole.zip'));
		expect(first).toEqual({ state: 'done', error: null, counts: { added: 7 } });
		expect(contentOf(target)).toEqual(contentOf(source));
		const notes = async (archive: Archive) =>
			(await archive.services.onDemand()).annotationsExport.toText('jsonld', {}).text;
		expect(await notes(target)).toBe(await notes(source));
		expect(target.services.names.list()).toMatchObject([{ forms: [{ text: 'Sample Name' }] }]);
		expect(target.services.links.ofTypes(linkTypes)).toEqual(source.services.links.ofTypes(linkTypes));
		expect(target.services.collections.list()[0]).toMatchObject({ name: 'Sample collection', recordCount: 2 });
		const again = await importInto(target, at('whole.zip'));
		expect(again).toEqual({ state: 'done', error: null, counts: { 'already-held': 1 } });
		target.services.history.undo();
		expect(target.services.records.list({})).toEqual([]);
		expect(target.services.custody.check().firstBad).toBeNull();
	});

	test('made to share comes in with its texts and claims, under ids of its own', async () => {
		const source = await makeFilled();
		await exportFrom(source, at('share.zip'), 'share');
		const target = archives.create(at('target.lectern'));
		expect(await importInto(target, at('share.zip'))).toMatchObject({ state: 'done', counts: { added: 7 } });
		const texts = target.services.records.list({}).filter(({ passageCount }) => passageCount > 0);
		expect(texts).toHaveLength(1);
		expect(target.services.annotations.list({}).filter(({ target: words }) => words?.exact === 'second')).toHaveLength(
			1,
		);
		const ids = new Set(source.services.records.list({}).map(({ id }) => id));
		expect(target.services.records.list({}).filter(({ id }) => ids.has(id))).toEqual([]);
	});
});

describe('a bag of others', () => {
	const digest = (text: string) => createHash('sha256').update(text).digest('hex');

	function writeBag(files: Record<string, string>): string {
		const manifest = Object.entries(files).map(([path, text]) => `${digest(text)}  data/${path}\n`);
		const all = Object.entries(files).map(([path, text]) => [`data/${path}`, text] as const);
		const declared = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
		for (const [path, text] of [...all, ['bagit.txt', declared], ['manifest-sha256.txt', manifest.join('')]] as const) {
			mkdirSync(dirname(at(`bag/${path}`)), { recursive: true });
			writeFileSync(at(`bag/${path}`), text);
		}
		return at('bag');
	}

	test('brings its files in as originals, with their paths', async () => {
		const archive = archives.create(at('sample.lectern'));
		const bag = writeBag({ 'letters/one.txt': 'A sample letter stands here.', 'two.bin': '\u0000\u0001' });
		expect(await importInto(archive, bag)).toEqual({ state: 'done', error: null, counts: { added: 1, 'no-text': 1 } });
		const records = archive.services.records.list({}).map(({ id }) => archive.services.records.get({ id }));
		expect(records.flatMap(({ files }) => files.map(({ fileName }) => fileName)).sort()).toEqual([
			'letters/one.txt',
			'two.bin',
		]);
	});

	test('that is damaged brings in nothing', async () => {
		const archive = archives.create(at('sample.lectern'));
		const bag = writeBag({ 'one.txt': 'A sample letter.' });
		// The sum differs then too, which tells nobody where to look.
		writeFileSync(join(bag, 'bag-info.txt'), 'Payload-Oxum: 16.1\n');
		appendFileSync(join(bag, 'data/one.txt'), 'x');
		const { state, error } = await importInto(archive, bag);
		expect(state).toBe('interrupted');
		expect(error).toMatchObject({
			code: 'unreadable-file',
			detail: { reason: expect.stringContaining('data/one.txt') },
		});
		expect(archive.services.records.list({})).toEqual([]);
	});

	const archiveRow = '{"id":"00000000-0000-7000-8000-00000000b0b0","title":"Other","created_at":"2020"}';
	const record = (columns: string) => `{"id":"00000000-0000-7000-8000-00000000c0c0","title":"Other",${columns}}`;
	const rest =
		'"kind":"other","holding":"held","creators":"[]","dates":"[]","languages":"[]","description":"","rights":"","source":"","known_from":"","access":"open","embargo_until":"","parent_id":null,"edition_id":null,"created_at":""';

	test.each([
		['no rows', { 'archive/archive.jsonl': 'no row' }],
		['a row that is a list', { 'archive/archive.jsonl': `${archiveRow}\n[1]` }],
		['columns that are none', { 'archive/records.jsonl': record(`${rest},"secret":1`) }],
		['SQL in the place of a column', { 'archive/records.jsonl': record(`${rest},"id) VALUES (1); --":1`) }],
		['values of another type', { 'archive/records.jsonl': record(rest.replace('"kind":"other"', '"kind":{"a":1}')) }],
		['too few columns', { 'archive/records.jsonl': record('"kind":"other"') }],
		['lists that are none', { 'archive/records.jsonl': record(rest.replace('"creators":"[]"', '"creators":"x"')) }],
		['an original outside of it', { 'archive/originals.jsonl': original('../../../../etc/passwd') }],
		['an original that is not there', { 'archive/originals.jsonl': original('originals/none') }],
		['a part of a record that is nowhere', { 'archive/tags.jsonl': '', 'archive/record_parts.jsonl': part }],
	])('that says it is Lectern’s and has %s is refused, and nothing of it is kept', async (_, files) => {
		const archive = archives.create(at('sample.lectern'));
		const bag = writeBag({ 'archive/archive.jsonl': archiveRow, ...files });
		writeFileSync(join(bag, 'bag-info.txt'), 'Lectern-Package-Version: 2\n');
		const { state, error } = await importInto(archive, bag);
		expect(state).toBe('interrupted');
		expect(error?.code).toMatch(/^(unreadable-file|damaged-archive|damaged-original)$/);
		expect(archive.services.records.list({})).toEqual([]);
		expect(archive.services.originals.list()).toEqual([]);
		expect(archive.database.reader.all('SELECT * FROM changes WHERE row_id LIKE ?', '%b0b0')).toEqual([]);
	});
});

const part =
	'{"id":"00000000-0000-7000-8000-00000000d0d0","record_id":"00000000-0000-7000-8000-00000000e0e0","ordinal":0,"sha256":"00","file_name":"","received_at":""}';

function original(path: string): string {
	return JSON.stringify({ sha256: 'a'.repeat(64), media_type: 'text/plain', size_bytes: 1, chunk_bytes: 1, path });
}
