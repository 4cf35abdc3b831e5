import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { fillEveryTable } from '#archive/testing/every-table.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { pngOf } from '#archive/testing/test-png.ts';
import {
	type AnnotationId,
	type EditionId,
	type JobId,
	type LinkId,
	type NameId,
	newId,
	type RecordId,
} from '#shared/domain/ids.ts';
import type { PackageChoice } from '#shared/domain/package.ts';

const newFolder = temporaryFolders();
const archives = archivesOnDisk();
let root: string;
let archive: Archive;
const at = (name: string) => `${root}/${name}`;

beforeEach(() => {
	root = newFolder();
	archive = archives.create(at('sample.lectern'));
});

async function addText(name: string, text: string): Promise<RecordId> {
	mkdirSync(at('texts'), { recursive: true });
	writeFileSync(at(`texts/${name}`), text);
	const [item] = await archives.add(archive, at(`texts/${name}`));
	if (!item?.recordId) throw new Error('not added');
	return item.recordId;
}

function withhold(recordId: RecordId, ...names: string[]): void {
	archive.services.descriptions.update({ recordIds: [recordId], fields: { withheldNames: names } });
}

const mail = `Message-ID: <traced-sample@example.org>
From: Sample Sender <sender@example.org>
Subject: A sample mail
Date: Wed, 1 Jan 2020 10:00:00 +0000

Sample words.
`;

async function share(path: string, options: { choice?: PackageChoice; accepted?: string } = {}) {
	const id = newId<JobId>();
	const request = { path, form: 'folder', choice: {}, profile: 'share', key: null, replaces: false } as const;
	await (await archive.services.onDemand()).packageExport.export(id, { ...request, ...options });
	await archive.services.jobs.whenEnded(id);
	return { ...archive.services.jobs.get({ id }), ...archive.services.jobs.items({ id, offset: 0, limit: 500 }) };
}

const sweep = async (choice: PackageChoice = {}) =>
	(await archive.services.onDemand()).packageExport.sweep({ id: newId<JobId>(), choice });

describe('a package to share is swept for withheld names before anything is written', () => {
	test('in texts, titles, notes and descriptions, in other scripts and forms; each place is told', async () => {
		const letterId = await addText('letter.txt', 'A sample letter.\n\nIt was signed by Пробнов Образец himself.\n');
		const otherId = await addText('other.txt', 'Another sample letter, of nobody.\n');
		withhold(letterId, 'Obrazets Probnov');
		const { services } = archive;
		const [other] = services.records.list({ ids: [otherId] });
		services.records.update({
			id: otherId,
			revision: other?.revision ?? 0,
			fields: { description: 'Copied for Obrazets Probnov.' },
		});
		const report = await sweep();
		expect(report).toMatchObject({ nameCount: 1 });
		expect(report.found.map(({ path }) => path)).toEqual(
			expect.arrayContaining(['data/texts/letter.txt', 'data/metadata/records.csv', 'data/archive/records.jsonl']),
		);
		expect(report.found.every(({ name }) => name === 'Obrazets Probnov')).toBe(true);
		expect(new Set(report.recordIds)).toEqual(new Set([letterId, otherId]));
		const refused = await share(at('share'));
		expect(refused).toMatchObject({ state: 'interrupted', error: { code: 'withheld-names' } });
		expect(refused.items.every(({ outcome }) => outcome === 'name-found')).toBe(true);
		expect(existsSync(at('share'))).toBe(false);
	});

	test('leaves when the person has seen the places, and not when others came since', async () => {
		const letterId = await addText('letter.txt', 'A letter of Withheld Sample.\n');
		withhold(letterId, 'Withheld Sample');
		const { digest, total } = await sweep();
		expect(total).toBeGreaterThan(0);
		const [record] = archive.services.records.list({});
		archive.services.records.update({
			id: letterId,
			revision: record?.revision ?? 0,
			fields: { description: 'From Withheld Sample' },
		});
		expect(await share(at('share'), { accepted: digest })).toMatchObject({ error: { code: 'withheld-names' } });
		const seen = await sweep();
		expect(await share(at('share'), { accepted: seen.digest })).toMatchObject({ state: 'done', error: null });
	});

	test('finds nothing when the records that hold them are left out', async () => {
		const letterId = await addText('letter.txt', 'A letter of Withheld Sample.\n');
		await addText('other.txt', 'Another sample letter.\n');
		withhold(letterId, 'Withheld Sample');
		const { recordIds } = await sweep();
		const choice = { withoutIds: recordIds };
		expect(await sweep(choice)).toMatchObject({ total: 0, nameCount: 1 });
		expect(await share(at('share'), { choice })).toMatchObject({ state: 'done', counts: { packed: 1 } });
	});

	test('leaves out the person whose name it is, and looks for the other forms', async () => {
		const letterId = await addText('letter.txt', 'A sample letter about Ganz Anders.\n');
		withhold(letterId, 'Withheld Sample');
		const id = newId<NameId>();
		const form = { script: 'Latn', language: 'en', kind: 'main', source: '' } as const;
		const forms = [
			{ ...form, text: 'Withheld Sample' },
			{ ...form, text: 'Ganz Anders', kind: 'variant' as const },
		];
		archive.services.names.add({ id, fields: { kind: 'person', forms, description: '', source: '' } });
		const { found } = await sweep();
		expect(found.map(({ path }) => path)).toContain('data/texts/letter.txt');
		expect(found.filter(({ path }) => path.includes('names'))).toEqual([]);
		const { leftOut, fileTitles } = await (await archive.services.onDemand()).packageExport.preview({
			choice: {},
			profile: 'share',
		});
		expect(leftOut['withheld-names']).toBe(1);
		expect(fileTitles).toEqual(['letter']);
	});
});

/** A note that stays, and a name that it alone leads to. */
function noteInPrivate(recordId: RecordId, name: string): void {
	const { annotations, names, links } = archive.services;
	const [noteId, nameId] = [newId<AnnotationId>(), newId<NameId>()];
	const form = { text: name, script: 'Latn', language: 'en', kind: 'main', source: '' } as const;
	names.add({ id: nameId, fields: { kind: 'person', forms: [form], description: '', source: '' } });
	const fields = { purpose: 'note' as const, body: 'Told me by hand', tags: [], isResolved: false };
	annotations.add({ id: noteId, recordId, range: null, fields });
	const [from, to] = [
		{ kind: 'annotation' as const, id: noteId },
		{ kind: 'name' as const, id: nameId },
	];
	links.add({ id: newId<LinkId>(), type: 'attests', from, to });
}

test('a package to share tells strangers nothing of who, where and when', async () => {
	const { photographId, letterId } = await fillEveryTable(archive, archives, root);
	noteInPrivate(letterId, 'Private sample source');
	await addText('mail.eml', mail);
	const seen = await sweep();
	expect(await share(at('share'), { accepted: seen.digest })).toMatchObject({ state: 'done', error: null });
	const secrets = ['Sealed Giver', 'Withheld Sample', 'Kept in a sample drawer', 'Sample Author', 'Field Author'];
	const more = [
		'Sample folder',
		'Sample search',
		'in/letter',
		'A removed',
		'A sample reply',
		'urn:sample:1',
		'urn:sample:2',
	];
	const instants = archive.services.annotations.list({}).flatMap(({ createdAt, changedAt }) => [createdAt, changedAt]);
	const files = [letterId, photographId].flatMap((id) => archive.services.records.filesOf(id));
	const traces = [...files.flatMap(({ sha256, sizeBytes }) => [sha256, `${sizeBytes} bytes`]), ...instants];
	for (const secret of [...secrets, ...more, ...traces, 'Private sample source', 'traced-sample'])
		expect([secret, String(spawnSync('grep', ['-rlF', secret, at('share')]).stdout)]).toEqual([secret, '']);
	const ids = archive.database.reader.all<{ id: string }>('SELECT id FROM records UNION SELECT id FROM editions');
	for (const { id } of ids) expect(String(spawnSync('grep', ['-rl', id, at('share')]).stdout)).toBe('');
	const target = archives.create(at('target.lectern'));
	const id = newId<JobId>();
	(await target.services.onDemand()).packageImport.import(id, at('share'), undefined);
	await target.services.jobs.whenEnded(id);
	expect(target.services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
	expect(target.services.records.list({})).toHaveLength(4);
	expect(target.services.annotations.list({}).map(({ author }) => author)).toEqual(['']);
});

describe('a record whose text was redacted', () => {
	test('goes with that text alone, and with nothing that was said of the words of another', async () => {
		const recordId = await addText('letter.txt', 'Alpha sample.\n\nThe secretword stands here.\n');
		const { records, writing, annotations, editions } = archive.services;
		const shown = records.get({ id: recordId }).editionId as EditionId;
		const range = { editionId: shown, startOrdinal: 1, startOffset: 4, endOrdinal: 1, endOffset: 14 };
		const fields = { purpose: 'claim', body: 'A sample claim', tags: [], isResolved: false } as const;
		annotations.add({ id: newId<AnnotationId>(), recordId, range, fields: { ...fields, tags: [] } });
		await writing.redact({ recordId, text: 'Alpha sample.\n\nThe ████ stands here.', baseEditionId: shown });
		const { plan } = {
			plan: await (await archive.services.onDemand()).packageExport.preview({ choice: {}, profile: 'share' }),
		};
		expect(plan.leftOut).toMatchObject({ 'full-texts': 1, 'notes-on-full-texts': 1 });
		const job = await share(at('share'));
		expect(job.state).toBe('done');
		expect(spawnSync('grep', ['-rl', 'secretword', at('share')], { encoding: 'utf8' }).stdout).toBe('');
		expect(spawnSync('grep', ['-rl', '████', at('share')], { encoding: 'utf8' }).stdout).not.toBe('');
		const other = archives.create(at('other.lectern'));
		const id = newId<JobId>();
		(await other.services.onDemand()).packageImport.import(id, at('share'), undefined);
		await other.services.jobs.whenEnded(id);
		const [brought] = other.services.records.list({});
		const blocks = other.services.editions.blocks({ id: brought?.editionId as EditionId });
		expect(blocks.map(({ text }) => text)).toEqual(['Alpha sample.', 'The ████ stands here.']);
		expect(editions.listOf(recordId)).toHaveLength(2);
	});

	test('leaves the picture of its page here, and where words stood on it, whatever its text says now', async () => {
		const page = pngOf(400, 300, [12, 34, 56]);
		writeFileSync(at('scan.png'), page);
		const [item] = await archives.add(archive, at('scan.png'));
		const recordId = item?.recordId as RecordId;
		const { writing } = archive.services;
		const { id } = await writing.write({ recordId, text: 'A secretword.', language: 'en', baseEditionId: null });
		await writing.redact({ recordId, text: 'A ████.', baseEditionId: id });
		const preview = await (await archive.services.onDemand()).packageExport.preview({ choice: {}, profile: 'share' });
		expect(preview.leftOut).toMatchObject({ originals: 1, 'full-texts': 1 });
		expect((await share(at('share'))).state).toBe('done');
		const [sha256] = archive.services.records.filesOf(recordId).map((file) => file.sha256);
		for (const told of ['IDAT', 'secretword', sha256 ?? ''])
			expect([told, String(spawnSync('grep', ['-rlaF', told, at('share')]).stdout)]).toEqual([told, '']);
	});
});
