import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { Connection } from '#archive/db/connection.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { takeBackTo } from '#archive/testing/older-archive.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import {
	type AnnotationId,
	type CollectionId,
	type JobId,
	type NameId,
	newId,
	type RecordId,
} from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import type { MergePreview } from '#shared/domain/merge.ts';
import type { FormKind, NameForm } from '#shared/domain/name.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

/** Two copies of an archive with one record, on two machines; the first is open. */
async function twoCopies(): Promise<{ home: Archive; field: string; recordId: RecordId; root: string }> {
	const root = folder();
	const [path, field] = [join(root, 'home.lectern'), join(root, 'field.lectern')];
	const first = archives.create(path);
	const recordId = newId<RecordId>();
	first.services.records.add({ id: recordId, fields: { title: 'Sample letter' } });
	await first.close();
	copyFileSync(path, field);
	return { home: await archives.open(path, { snapshotsFolder: join(root, 'snapshots') }), field, recordId, root };
}

async function inField(path: string, work: (archive: Archive) => unknown): Promise<void> {
	const archive = await archives.open(path, { deviceId: 'field-device', author: () => 'Field Author' });
	await work(archive);
	await archive.close();
}

function note(archive: Archive, recordId: RecordId, body: string): AnnotationId {
	const id = newId<AnnotationId>();
	const fields = { purpose: 'note' as const, body, tags: ['field'], isResolved: false };
	archive.services.annotations.add({ id, recordId, range: null, fields });
	return id;
}

async function merge(home: Archive, path: string): Promise<{ preview: MergePreview; job: JobProgress }> {
	const id = newId<JobId>();
	const preview = await home.services.merge.preview(id, path, basename(path));
	await home.services.merge.start({ id });
	await home.services.jobs.whenEnded(id);
	return { preview, job: home.services.jobs.get({ id }) };
}

function refusal(home: Archive, path: string): Promise<unknown> {
	return home.services.merge.preview(newId<JobId>(), path, basename(path));
}

const digestOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('what was done in the field comes home', () => {
	test('notes, a file with its text, and the custody log; the other archive is only read', async () => {
		const { home, field, recordId, root } = await twoCopies();
		writeFileSync(join(root, 'letter.txt'), 'Delta epsilon zeta.\n\nEta theta iota.\n');
		await inField(field, async (archive) => {
			note(archive, recordId, 'Seen in the field');
			expect(await archives.add(archive, join(root, 'letter.txt'))).toMatchObject([{ outcome: 'added' }]);
		});
		const before = digestOf(field);
		const { preview, job } = await merge(home, field);
		expect(preview).toMatchObject({
			isCopy: true,
			isEmpty: false,
			originals: { count: 1 },
			editionCount: 1,
			counts: { record: { new: 1 }, annotation: { new: 1, conflict: 0 } },
		});
		expect(job).toMatchObject({ state: 'done', error: null, counts: { added: 2 } });
		expect(digestOf(field)).toBe(before);
		expect(readdirSync(root).sort()).toEqual([
			'field.lectern',
			'home.lectern',
			'home.lectern-wal',
			'home.lectern.lock',
			'letter.txt',
			'snapshots',
		]);
		expect(readdirSync(join(root, 'snapshots'))).toHaveLength(1);
		const { documents } = home.services.search.documents({ after: null, limit: 1000 });
		expect(JSON.stringify(documents)).toContain('Eta theta iota');
		expect(JSON.stringify(documents)).toContain('Seen in the field');
		const [original] = home.services.originals.list();
		expect(original && (await home.services.originals.verify(original, new AbortController().signal))).toBe('intact');
		expect(home.services.custody.check().firstBad).toBe(null);
		expect(home.services.custody.list({ limit: 1 })).toMatchObject([
			{ kind: 'merged', detail: { file: 'field.lectern', new: 2, conflicts: 0 } },
		]);
		const [annotation] = home.services.annotations.list({ recordId });
		expect(annotation).toMatchObject({ body: 'Seen in the field', tags: ['field'], author: 'Field Author' });
	});

	test('what is known of pages and pictures, and regions of them', async () => {
		const { home, field, root } = await twoCopies();
		writeFileSync(join(root, 'letter.txt'), 'Delta epsilon zeta.\n');
		const tables = ['picture_facts', 'edition_pages', 'block_layouts', 'page_layouts', 'annotation_regions'];
		const rows = ({ database }: Archive) => tables.map((table) => database.reader.all(`SELECT * FROM ${table}`));
		let inTheField: unknown[][] = [];
		await inField(field, async (archive) => {
			const [added] = await archives.add(archive, join(root, 'letter.txt'));
			const recordId = added?.recordId as RecordId;
			const note = newId<AnnotationId>();
			const fields = { purpose: 'note' as const, body: '', tags: [], isResolved: false };
			archive.services.annotations.add({ id: note, recordId, range: null, fields });
			archive.database.write((writer) => {
				const { id, sha256 } = writer.get<{ id: string; sha256: string }>(
					'SELECT id, original_sha256 AS sha256 FROM editions',
				) ?? { id: '', sha256: '' };
				writer.run('INSERT INTO picture_facts VALUES (?, 600, 800, 1)', sha256);
				writer.run('INSERT INTO edition_pages VALUES (?, 1, ?, 1, 600, 800)', id, sha256);
				writer.run("INSERT INTO block_layouts VALUES (?, 0, 1, '[]')", id);
				writer.run("INSERT INTO page_layouts VALUES (?, 1, '[]')", id);
				writer.run('INSERT INTO annotation_regions VALUES (?, ?, 1, 100, 200, 300, 400)', note, sha256);
			});
			inTheField = rows(archive);
		});
		await merge(home, field);
		expect(rows(home)).toEqual(inTheField);
		expect(inTheField.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1]);
		expect(home.services.history.undo()).toBe('merged');
		expect(rows(home)).toEqual([[], [], [], [], []]);
		await merge(home, field);
		expect(rows(home)).toEqual(inTheField);
	});

	test('merging again brings nothing; undo takes all of it back, and merging then brings it again', async () => {
		const { home, field, recordId, root } = await twoCopies();
		writeFileSync(join(root, 'letter.txt'), 'Delta epsilon zeta.\n');
		await inField(field, async (archive) => {
			note(archive, recordId, 'One');
			await archives.add(archive, join(root, 'letter.txt'));
			archive.services.collections.add({ id: newId<CollectionId>(), name: 'From the field', parentId: null });
		});
		const before = canonicalExport(home.database.reader);
		await merge(home, field);
		const after = canonicalExport(home.database.reader);
		expect((await merge(home, field)).preview.isEmpty).toBe(true);
		expect(canonicalExport(home.database.reader)).toBe(after);
		expect(home.services.history.undo()).toBe('merged');
		expect(canonicalExport(home.database.reader)).toBe(before);
		expect(home.services.history.redo()).toBe(null);
		await merge(home, field);
		expect(canonicalExport(home.database.reader)).toBe(after);
	});

	test('a note that was added there keeps the record that went to the bin here', async () => {
		const { home, field, recordId } = await twoCopies();
		await inField(field, (archive) => note(archive, recordId, 'Still needed'));
		home.services.records.moveToBin({ ids: [recordId] });
		await merge(home, field);
		expect(home.services.records.get({ id: recordId }).isInBin).toBe(false);
		expect(home.services.annotations.list({ recordId })).toHaveLength(1);
	});

	test('a record that went to the bin there goes to the bin here', async () => {
		const { home, field, recordId } = await twoCopies();
		await inField(field, (archive) => archive.services.records.moveToBin({ ids: [recordId] }));
		expect((await merge(home, field)).preview.counts.record).toMatchObject({ deleted: 1 });
		expect(home.services.records.get({ id: recordId }).isInBin).toBe(true);
	});

	test('beside work that began by itself it waits until that is over; work of a person refuses it', async () => {
		const { home, field, recordId } = await twoCopies();
		await inField(field, (archive) => note(archive, recordId, 'Seen in the field'));
		const { jobs, merge: merging } = home.services;
		let release: () => void = () => undefined;
		const gate = new Promise<void>((resolve) => {
			release = resolve;
		});
		const id = newId<JobId>();
		await merging.preview(id, field, basename(field));
		const persons = newId<JobId>();
		jobs.start(persons, 'add', {}, () => gate);
		await expect(merging.start({ id })).rejects.toMatchObject({ code: 'invalid-input' });
		release();
		await jobs.whenEnded(persons);
		const given = newId<JobId>();
		jobs.start(
			given,
			'verify',
			{},
			(run) => new Promise((resolve) => run.signal.addEventListener('abort', () => resolve())),
			'gives-way',
		);
		await merging.start({ id });
		await jobs.whenEnded(id);
		expect(jobs.get({ id: given })).toMatchObject({ state: 'done' });
		expect(jobs.get({ id })).toMatchObject({ state: 'done', counts: { added: 1 } });
	});

	test('an archive that is no copy is taken in, under the title of the open one', async () => {
		const { home, root } = await twoCopies();
		const path = join(root, 'stranger.lectern');
		const stranger = archives.create(path, { deviceId: 'stranger-device' });
		stranger.rename({ title: 'Another archive' });
		stranger.services.records.add({ id: newId<RecordId>(), fields: { title: 'From elsewhere' } });
		await stranger.close();
		const { preview } = await merge(home, path);
		expect(preview).toMatchObject({ isCopy: false, title: 'Another archive', counts: { record: { new: 1 } } });
		expect(home.status()).toMatchObject({ title: 'Sample archive', recordCount: 2 });
		expect((await merge(home, path)).preview.isEmpty).toBe(true);
	});

	test('an archive of the version before, which knew nothing of merging', async () => {
		const { home, field, recordId } = await twoCopies();
		await inField(field, (archive) => note(archive, recordId, 'From an older Lectern'));
		const older = new Connection(field, 'write');
		takeBackTo(older, 6);
		older.close();
		expect((await merge(home, field)).preview.counts.annotation).toMatchObject({ new: 1 });
	});
});

test('the preview says which parts of a thing will read otherwise, its description with it', async () => {
	const { home, field, recordId } = await twoCopies();
	const describeAs = ({ services }: Archive, description: string, extent: string) => {
		const { revision } = services.records.get({ id: recordId });
		services.records.update({ id: recordId, revision, fields: { description } });
		services.descriptions.update({ recordIds: [recordId], fields: { extent } });
	};
	await inField(field, (archive) => {
		describeAs(archive, 'As it is in the field', 'Three leaves');
		note(archive, recordId, 'New, so that all of it is');
	});
	const { revision } = home.services.records.get({ id: recordId });
	home.services.records.update({ id: recordId, revision, fields: { description: 'As it is at home' } });
	const id = newId<JobId>();
	await home.services.merge.preview(id, field, basename(field));
	expect(home.services.merge.things({ id, offset: 0, limit: 10 }).things).toMatchObject([
		{ kind: 'record', change: 'conflict', title: 'Sample letter', fields: ['description', 'extent'] },
		{ kind: 'annotation', change: 'new', fields: [] },
	]);
	await home.services.merge.close({ id });
});

test('what comes or goes with a part of a thing is not said to read otherwise', async () => {
	const { home: first, field, recordId } = await twoCopies();
	const ids = [newId<NameId>(), newId<NameId>()] as const;
	const form = (text: string, source: string, kind: FormKind = 'main'): NameForm => ({
		...{ text, source, kind, script: 'Latn', language: 'en' },
	});
	for (const [at, id] of ids.entries()) {
		const forms = [form(`Sample name ${at}`, 'Sample list')];
		first.services.names.add({ id, fields: { kind: 'person', forms, description: '', source: '' } });
	}
	await first.close();
	copyFileSync(first.path, field);
	const home = await archives.open(first.path);
	await inField(field, ({ services }) => {
		const give = (id: NameId, forms: NameForm[]) =>
			services.names.update({ id, revision: services.names.get({ id }).revision, fields: { forms } });
		give(ids[0], [form('Sample name 0', 'Sample list'), form('Another form', 'Another list', 'variant')]);
		give(ids[1], [form('Sample name 1', 'Another list')]);
		services.descriptions.update({ recordIds: [recordId], fields: { extent: 'Three leaves' } });
		services.records.moveToBin({ ids: [recordId] });
	});
	const id = newId<JobId>();
	await home.services.merge.preview(id, field, basename(field));
	expect(home.services.merge.things({ id, offset: 0, limit: 10 }).things).toMatchObject([
		{ kind: 'record', change: 'deleted', fields: [] },
		{ kind: 'name', change: 'changed', title: 'Sample name 0', fields: [] },
		{ kind: 'name', change: 'changed', title: 'Sample name 1', fields: ['source'] },
	]);
	await home.services.merge.close({ id });
});

describe('a text that was worded twice', () => {
	async function conflicting() {
		const copies = await twoCopies();
		const { home, field, recordId } = copies;
		const describe = ({ services }: Archive, description: string) =>
			services.records.update({
				id: recordId,
				revision: services.records.get({ id: recordId }).revision,
				fields: { description },
			});
		await inField(field, (archive) => describe(archive, 'As it is in the field'));
		describe(home, 'As it is at home');
		const { preview, job } = await merge(home, field);
		expect(preview.counts.record).toMatchObject({ changed: 0, conflict: 1 });
		expect(job.counts).toEqual({ 'merged-conflict': 1 });
		return copies;
	}

	test('stands in both wordings until one is chosen, in every copy, and undo opens it again', async () => {
		const { home, field, recordId } = await conflicting();
		const [conflict] = home.services.conflicts.list();
		expect(conflict).toMatchObject({ kind: 'record', ownerId: recordId, field: 'description', title: 'Sample letter' });
		const words = { 'As it is at home': 'Sample Author', 'As it is in the field': 'Field Author' };
		expect([conflict?.standing, conflict?.kept].map((each) => [each?.text, each?.author]).sort()).toEqual(
			Object.entries(words),
		);
		if (!conflict) return;
		const { id, kept, revision } = conflict;
		home.services.conflicts.settle({ ids: [id], text: kept.text, revision });
		expect(home.services.conflicts.list()).toEqual([]);
		expect(home.services.records.get({ id: recordId }).description).toBe(kept.text);
		expect((await merge(home, field)).preview.isEmpty).toBe(true);
		await home.close();
		await inField(field, async (archive) => {
			await merge(archive, home.path);
			expect(archive.services.conflicts.list()).toEqual([]);
			expect(archive.services.records.get({ id: recordId }).description).toBe(kept.text);
			archive.services.history.undo();
		});
		const again = await archives.open(home.path);
		expect(again.services.history.undo()).toBe('conflictSettled');
		expect(again.services.conflicts.list()).toMatchObject([{ id, kept: { text: kept.text } }]);
	});

	test('of an archivist and of a quotation is kept beside the other too, and each is shown for what it is', async () => {
		const { home, field, recordId } = await twoCopies();
		const folderId = newId();
		const write = ({ services, database }: Archive, history: string) => {
			services.descriptions.update({
				recordIds: [recordId],
				fields: { custodialHistory: history, referenceCode: 'S 1' },
			});
			database.step('setup', (step) =>
				step.insert('quote_folders', folderId, { name: `Quotations ${history}`, created_at: '2020' }),
			);
		};
		await inField(field, (archive) => write(archive, 'in the field'));
		write(home, 'at home');
		const { preview } = await merge(home, field);
		expect(preview.counts).toMatchObject({ record: { conflict: 1 }, 'quote-folder': { conflict: 1 } });
		const conflicts = home.services.conflicts.list();
		expect(conflicts.map(({ kind, field: column, title }) => [kind, column, title]).sort()).toEqual([
			['quote-folder', 'name', expect.stringMatching(/^Quotations /)],
			['record', 'custodial_history', 'Sample letter'],
		]);
		const [described] = conflicts.filter(({ kind }) => kind === 'record');
		if (!described) throw new Error('no conflict');
		const { id, kept, standing, revision } = described;
		home.services.conflicts.settle({ ids: [id], text: `${standing.text}, ${kept.text}`, revision });
		expect(home.services.descriptions.get({ recordId }).custodialHistory).toMatch(/ .*, .* /);
		expect((await merge(home, field)).preview.isEmpty).toBe(true);
	});

	test('refuses an empty title, and to settle what was changed meanwhile', async () => {
		const { home, recordId } = await conflicting();
		const [conflict] = home.services.conflicts.list();
		if (!conflict) throw new Error('no conflict');
		const { id, revision } = conflict;
		home.services.records.update({ id: recordId, revision, fields: { rights: 'None' } });
		expect(() => home.services.conflicts.settle({ ids: [id], text: 'x', revision })).toThrow('conflict');
		expect(home.services.conflicts.list()).toHaveLength(1);
	});
});

describe('an archive that cannot be merged is refused, and nothing is touched', () => {
	async function expectRefusal(home: Archive, path: string, expected: object) {
		const before = canonicalExport(home.database.reader);
		await expect(refusal(home, path)).rejects.toMatchObject(expected);
		expect(canonicalExport(home.database.reader)).toBe(before);
	}

	test('the open archive itself, one that is open elsewhere, and one that was not closed', async () => {
		const { home, field, recordId, root } = await twoCopies();
		await expectRefusal(home, home.path, { code: 'invalid-input' });
		const open = await archives.open(field, { deviceId: 'field-device' });
		note(open, recordId, 'Not yet closed');
		await expectRefusal(home, field, { code: 'archive-locked' });
		copyFileSync(field, join(root, 'copied.lectern'));
		await expectRefusal(home, join(root, 'copied.lectern'), { code: 'unreadable-file' });
	});

	test('a text, an archive from the future, and one with a trigger of its own', async () => {
		const { home, field, root } = await twoCopies();
		writeFileSync(join(root, 'text.lectern'), 'Alpha beta gamma. '.repeat(50));
		await expectRefusal(home, join(root, 'text.lectern'), { code: 'not-an-archive' });
		const notThere = { code: 'unreadable-file', detail: { file: 'none.lectern', reason: 'there is no such file' } };
		await expectRefusal(home, join(root, 'none.lectern'), notThere);
		const other = new Connection(field, 'write');
		other.execute('CREATE TRIGGER mine AFTER INSERT ON tags BEGIN DELETE FROM records; END');
		other.close();
		await expectRefusal(home, field, { code: 'damaged-archive' });
		const newer = new Connection(field, 'write');
		newer.execute('PRAGMA user_version = 999');
		newer.close();
		await expectRefusal(home, field, { code: 'archive-from-the-future' });
	});

	test.each([
		['a table that no one changes', `table_name = 'custody_events'`],
		['a clock of the far future', `clock = 'ffffffffffff-0000-00000000-0000-4000-8000-000000000000'`],
		['a column that is not there', `after = '{"secret":1}'`],
		['what is no JSON', `after = '{'`],
		['a list that is none', `after = '{"creators":"no list"}'`],
		['a value of another type', `after = '{"title":{"a":1}}'`],
	])('a log with %s', async (_, change) => {
		const { home, field, recordId } = await twoCopies();
		await inField(field, (archive) => note(archive, recordId, 'One'));
		const other = new Connection(field, 'write');
		other.execute(`UPDATE changes SET ${change} WHERE number = (SELECT max(number) FROM changes)`);
		other.close();
		await expectRefusal(home, field, { code: 'damaged-archive' });
	});

	test('an original whose bytes were changed, and a note on a record that is nowhere', async () => {
		const { home, field, recordId, root } = await twoCopies();
		writeFileSync(join(root, 'letter.txt'), 'Delta epsilon zeta.\n');
		await inField(field, (archive) => archives.add(archive, join(root, 'letter.txt')));
		const before = canonicalExport(home.database.reader);
		const other = new Connection(field, 'write');
		other.execute(`DROP TRIGGER original_chunks_unchanged; UPDATE original_chunks SET bytes = x'00';`);
		other.execute(
			`CREATE TRIGGER original_chunks_unchanged BEFORE UPDATE ON original_chunks BEGIN SELECT RAISE (ABORT, 'originals never change'); END`,
		);
		other.close();
		expect((await merge(home, field)).job).toMatchObject({ state: 'interrupted', error: { code: 'damaged-original' } });
		expect(canonicalExport(home.database.reader)).toBe(before);
		expect(home.services.custody.list({ limit: 9 }).map(({ kind }) => kind)).not.toContain('merged');

		const stray = join(root, 'stray.lectern');
		copyFileSync(home.path, join(root, 'unused'));
		await home.close();
		copyFileSync(home.path, stray);
		await inField(stray, (archive) => note(archive, recordId, 'Stray'));
		const straying = new Connection(stray, 'write');
		straying.execute(
			`UPDATE changes SET after = replace(after, '${recordId}', '${newId()}') WHERE table_name = 'annotations'`,
		);
		straying.close();
		const again = await archives.open(home.path);
		expect((await merge(again, stray)).job).toMatchObject({ state: 'interrupted', error: { code: 'damaged-archive' } });
		expect(canonicalExport(again.database.reader)).toBe(before);
	});

	test('a merge that is cancelled leaves nothing', async () => {
		const { home, field, root } = await twoCopies();
		writeFileSync(join(root, 'letter.bin'), Buffer.alloc(3_000_000, 7));
		await inField(field, (archive) => archives.add(archive, join(root, 'letter.bin')));
		const before = canonicalExport(home.database.reader);
		const id = newId<JobId>();
		await home.services.merge.preview(id, field, 'field.lectern');
		await home.services.merge.start({ id });
		home.services.jobs.cancel({ id });
		await home.services.jobs.whenEnded(id);
		expect(home.services.jobs.get({ id })).toMatchObject({ state: 'cancelled', error: null });
		expect(canonicalExport(home.database.reader)).toBe(before);
	});
});
