import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { fillEveryTable } from '#archive/testing/every-table.ts';
import { saidBy } from '#archive/testing/said.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { type AnnotationId, type JobId, newId } from '#shared/domain/ids.ts';
import type { PackageChoice, PackageForm, PackageProfile } from '#shared/domain/package.ts';
import { rowTables } from './rows/table-fates.ts';

const newFolder = temporaryFolders();
const archives = archivesOnDisk();
let root: string;
/** A path in this test's own folder. */
const at = (name: string) => join(root, name);

beforeEach(() => {
	root = newFolder();
});

interface Written {
	form?: PackageForm;
	choice?: PackageChoice;
	profile?: PackageProfile;
}

async function exportFrom(
	archive: Archive,
	path: string,
	{ form = 'folder', choice = { withGivers: true }, profile = 'whole' }: Written = {},
): Promise<void> {
	const id = newId<JobId>();
	await (await archive.services.onDemand()).packageExport.export(id, {
		path,
		form,
		choice,
		profile,
		key: null,
		replaces: false,
	});
	await archive.services.jobs.whenEnded(id);
	expect(archive.services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
}

async function importInto(archive: Archive, path: string) {
	const id = newId<JobId>();
	(await archive.services.onDemand()).packageImport.import(id, path, undefined);
	await archive.services.jobs.whenEnded(id);
	const { state, error, counts } = archive.services.jobs.get({ id });
	return { state, error, counts };
}

async function mergeInto(archive: Archive, path: string) {
	const id = newId<JobId>();
	const preview = await archive.services.merge.preview(id, path, basename(path));
	if (preview.isEmpty) await archive.services.merge.close({ id });
	else {
		await archive.services.merge.start({ id });
		await archive.services.jobs.whenEnded(id);
		expect(archive.services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
	}
	return preview;
}

const said = ({ database }: Archive, gone: Archive) => saidBy(database.reader, gone.database.reader);

const count = ({ database }: Archive, table: string) =>
	database.reader.get<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count;

async function makeFilled() {
	const archive = archives.create(at('sample.lectern'));
	const filled = await fillEveryTable(archive, archives, root);
	for (const table of rowTables) expect([table, count(archive, table)]).not.toEqual([table, 0]);
	return { archive, ...filled };
}

describe('a package of everything', () => {
	test.each(['folder', 'zip'] as const)('as a %s makes the same archive of an empty one', async (form) => {
		const { archive } = await makeFilled();
		await exportFrom(archive, at('whole'), { form });
		const target = archives.create(at('target.lectern'));
		const before = said(target, archive);
		expect(await importInto(target, at('whole'))).toMatchObject({ state: 'done', error: null });
		expect(said(target, archive)).toEqual(said(archive, archive));
		for (const table of rowTables) expect([table, count(target, table)]).not.toEqual([table, 0]);
		expect(target.services.custody.check().firstBad).toBeNull();
		expect(await importInto(target, at('whole'))).toEqual({
			state: 'done',
			error: null,
			counts: { 'already-held': 1 },
		});
		target.services.history.undo();
		expect(said(target, archive)).toEqual(before);
		await importInto(target, at('whole'));
		expect(said(target, archive)).toEqual(said(archive, archive));
	});

	test('is merged as a copy of the archive is: what was changed, deleted and worded twice', async () => {
		const { archive, letterId, claimId } = await makeFilled();
		await archive.close();
		copyFileSync(at('sample.lectern'), at('field.lectern'));
		const home = await archives.open(at('sample.lectern'));
		const field = await archives.open(at('field.lectern'), { deviceId: 'field', author: () => 'Field Author' });
		const reword = ({ services }: Archive, title: string, rights: string) =>
			services.records.update({
				id: letterId,
				revision: services.records.get({ id: letterId }).revision,
				fields: { title, ...(rights && { rights }) },
			});
		reword(field, 'Titled in the field', 'Given in the field');
		reword(home, 'Titled at home', '');
		field.services.annotations.remove({ ids: [claimId] });
		const noteId = newId<AnnotationId>();
		const fields = { purpose: 'note' as const, body: 'Seen in the field', tags: [], isResolved: false };
		field.services.annotations.add({ id: noteId, recordId: letterId, range: null, fields });
		await exportFrom(field, at('field.zip'), { form: 'zip' });
		await field.close();
		const preview = await mergeInto(home, at('field.zip'));
		expect(preview).toMatchObject({ isCopy: true, bringsOnlyNew: false });
		expect(home.services.annotations.list({ recordId: letterId }).map(({ id }) => id)).toContain(noteId);
		expect(home.services.annotations.list({ recordId: letterId }).map(({ id }) => id)).not.toContain(claimId);
		expect(home.services.records.get({ id: letterId }).rights).toBe('Given in the field');
		expect(home.services.conflicts.list().map(({ field }) => field)).toContain('title');
		expect((await mergeInto(home, at('field.lectern'))).counts.record).toMatchObject({ changed: 0, conflict: 0 });
	});

	test('holds no words of what was deleted, and no giver unless asked', async () => {
		const { archive } = await makeFilled();
		await exportFrom(archive, at('whole'), { choice: {} });
		const files = readdirSync(at('whole'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		const all = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n');
		expect(all).toContain('A sample claim, reworded');
		expect(all).not.toContain('A removed sample note');
		expect(all).not.toContain('Sealed Giver');
	});
});

describe('a package of some records', () => {
	test('brings what is not here yet, and leaves what is here as it is', async () => {
		const { archive, letterId, describedId } = await makeFilled();
		await exportFrom(archive, at('one'), { choice: { recordIds: [letterId] } });
		const target = archives.create(at('target.lectern'));
		const preview = await mergeInto(target, at('one'));
		expect(preview).toMatchObject({ bringsOnlyNew: true, isCopy: false });
		const { title, files, editions } = target.services.records.get({ id: letterId });
		expect([files.length, editions.length]).toEqual([1, 1]);
		expect(target.services.descriptions.get({ recordId: letterId }).referenceCode).toBe('S 1');
		expect(target.services.history.undo()).toBe('merged');
		await mergeInto(target, at('one'));
		const { revision } = target.services.records.get({ id: letterId });
		target.services.records.update({ id: letterId, revision, fields: { title: 'Titled here' } });
		expect((await mergeInto(target, at('one'))).isEmpty).toBe(true);
		expect(title).not.toBe('Titled here');
		expect(target.services.records.get({ id: letterId }).title).toBe('Titled here');
		await exportFrom(archive, at('other'), { choice: { recordIds: [letterId, describedId] } });
		await mergeInto(target, at('other'));
		expect(target.services.records.get({ id: describedId }).parentId).toBe(letterId);
	});

	test('whose parent stays behind stands by itself until that comes', async () => {
		const { archive, describedId, letterId } = await makeFilled();
		await exportFrom(archive, at('part'), { choice: { recordIds: [describedId] } });
		const target = archives.create(at('target.lectern'));
		await mergeInto(target, at('part'));
		expect(target.services.records.get({ id: describedId }).parentId).toBeNull();
		await exportFrom(archive, at('parent'), { choice: { recordIds: [letterId] } });
		await mergeInto(target, at('parent'));
		expect(target.services.records.get({ id: describedId }).parentId).toBe(letterId);
		target.services.history.undo();
		expect(target.services.records.get({ id: describedId }).parentId).toBeNull();
	});
});
