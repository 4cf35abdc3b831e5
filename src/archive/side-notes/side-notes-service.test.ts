import { appendFileSync, copyFileSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import { Connection } from '#archive/db/connection.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { takeBackTo } from '#archive/testing/older-archive.ts';
import { makeReadOnly } from '#archive/testing/read-only-folder.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { type AnnotationId, type JobId, newId, type RecordId } from '#shared/domain/ids.ts';

const newFolder = temporaryFolders();
const archives = archivesOnDisk();
const fields = { purpose: 'note' as const, body: 'first wording', tags: ['sample'], isResolved: false };

/** An archive with a text and a note on it, closed, and a folder to write in. */
async function onMedium() {
	const root = newFolder();
	const [medium, desk] = [join(root, 'medium'), join(root, 'desk')];
	mkdirSync(medium);
	mkdirSync(desk);
	writeFileSync(join(desk, 'letter.txt'), 'Alpha beta gamma.\n\nDelta epsilon zeta.\n');
	const path = join(medium, 'sample.lectern');
	const archive = archives.create(path);
	const [item] = await archives.add(archive, join(desk, 'letter.txt'));
	const recordId = item?.recordId as RecordId;
	const noteId = newId<AnnotationId>();
	archive.services.annotations.add({ id: noteId, recordId, range: null, fields });
	await archive.close();
	return { path, medium, desk, recordId, noteId, file: join(desk, 'field.notes.jsonld') };
}

function mark({ services }: Archive, recordId: RecordId, body: string): AnnotationId {
	const id = newId<AnnotationId>();
	const { editionId } = services.records.get({ id: recordId });
	if (!editionId) throw new Error('no text');
	const range = { editionId, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 5 };
	services.annotations.add({ id, recordId, range, fields: { ...fields, body, tags: ['field'] } });
	return id;
}

const seen = ({ id, body, tags, purpose, isResolved, author, target, replyToId }: Annotation) => ({
	...{ id, body, tags, purpose, isResolved, author, target, replyToId },
});
const notesOf = ({ services }: Archive) => services.annotations.list({}).map(seen);

async function merge({ services }: Archive, path: string) {
	const id = newId<JobId>();
	const preview = await services.merge.preview(id, path, 'field.notes.jsonld');
	if (preview.isEmpty) return preview;
	await services.merge.start({ id });
	await services.jobs.whenEnded(id);
	expect(services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
	return preview;
}

test('notes on a read-only archive are there at once, survive a restart, and come home', async () => {
	const { path, medium, recordId, noteId, file } = await onMedium();
	const before = readFileSync(path);
	const archive = await archives.openReadOnly(path);
	const { services } = archive;
	expect(() => mark(archive, recordId, 'too early')).toThrow('read-only');
	expect(archive.status()).toMatchObject({ sideNotesPath: null, annotationCount: 1 });
	await services.sideNotes.use({ path: file });
	expect(archive.status()).toMatchObject({ readOnly: 'asked', sideNotesPath: file });
	const id = mark(archive, recordId, 'made in the field');
	services.annotations.update({
		id: noteId,
		revision: services.annotations.get({ id: noteId }).revision,
		fields: { body: 'second wording', tags: [] },
	});
	mark(archive, recordId, 'taken back');
	services.history.undo();
	expect(archive.status().annotationCount).toBe(2);
	expect(services.tags.list().map(({ name }) => name)).toEqual(['field']);
	expect(services.search.documentsOf({ ownerIds: [recordId] }).documents.map(({ text }) => text)).toContain(
		'made in the field',
	);
	expect(services.annotations.history({ id: noteId }).map(({ body }) => body)).toEqual([
		'second wording',
		'first wording',
	]);
	expect(archives.facts.map(({ fact }) => fact)).toContain('annotations.changed');
	const written = notesOf(archive);
	await archive.close();
	expect(readFileSync(path).equals(before)).toBe(true);
	expect(readdirSync(medium)).toEqual(['sample.lectern']);

	const again = await archives.openReadOnly(path);
	expect(notesOf(again)).toHaveLength(1);
	await again.services.sideNotes.use({ path: file });
	expect(notesOf(again)).toEqual(written);
	again.services.annotations.remove({ ids: [id] });
	mark(again, recordId, 'made on another day');
	const last = notesOf(again);
	await again.close();

	const home = await archives.open(path);
	await merge(home, file);
	expect(notesOf(home)).toEqual(expect.arrayContaining(last));
	expect(notesOf(home)).toHaveLength(last.length);
	expect(await merge(home, file)).toMatchObject({ isEmpty: true });
	await home.close();
	// Of an archive that has them already they are not there twice.
	const after = await archives.openReadOnly(path);
	await after.services.sideNotes.use({ path: file });
	expect(notesOf(after)).toHaveLength(last.length);
});

test('from a medium that takes no writes an archive is read, and notes go elsewhere', async () => {
	const { path, medium, recordId, file } = await onMedium();
	const { isRefusing, undo } = makeReadOnly(medium);
	try {
		const archive = isRefusing ? await archives.open(path) : await archives.openReadOnly(path);
		const { sideNotes } = archive.services;
		expect(archive.status().readOnly).toBe(isRefusing ? 'media' : 'asked');
		if (isRefusing)
			await expect(sideNotes.use({ path: join(medium, 'field') })).rejects.toMatchObject({ code: 'unwritable-file' });
		expect(() => mark(archive, recordId, 'too early')).toThrow('read-only');
		await sideNotes.use({ path: file });
		mark(archive, recordId, 'made in the field');
		expect(notesOf(archive)).toHaveLength(2);
		await archive.close();
		expect(readdirSync(medium)).toEqual(['sample.lectern']);
	} finally {
		undo();
	}
});

test('an archive of an earlier version, too, takes notes beside it', async () => {
	const { path, recordId, file } = await onMedium();
	const raw = new Connection(path, 'write');
	takeBackTo(raw, 3);
	raw.close();
	const archive = await archives.openReadOnly(path);
	await archive.services.sideNotes.use({ path: file });
	mark(archive, recordId, 'made in the field');
	const written = notesOf(archive);
	expect(written).toHaveLength(2);
	await archive.close();
	const again = await archives.openReadOnly(path);
	await again.services.sideNotes.use({ path: file });
	expect(notesOf(again)).toEqual(written);
});

test('everything but notes is refused, and nothing of it stays', async () => {
	const { path, recordId, file } = await onMedium();
	const archive = await archives.openReadOnly(path);
	const { services } = archive;
	await services.sideNotes.use({ path: file });
	const before = readFileSync(file, 'utf8');
	expect(() => services.records.moveToBin({ ids: [recordId] })).toThrow('read-only');
	expect(() => services.collections.add({ id: newId(), name: 'Sample', parentId: null })).toThrow('read-only');
	expect(() => services.tags.setOnRecord({ recordId, tags: ['sample'] })).toThrow('read-only');
	expect(() => archive.rename({ title: 'Other' })).toThrow('read-only');
	expect(readFileSync(file, 'utf8')).toBe(before);
});

test('what the file does not take is not done, and can go to another one', async () => {
	const { path, recordId, desk, file } = await onMedium();
	const archive = await archives.openReadOnly(path);
	const { services } = archive;
	await services.sideNotes.use({ path: file });
	mark(archive, recordId, 'kept');
	const elsewhere = '{"written":"by another program"}';
	writeFileSync(file, elsewhere);
	expect(() => mark(archive, recordId, 'refused')).toThrow('unwritable-file');
	expect(notesOf(archive).map(({ body }) => body)).not.toContain('refused');
	expect(readFileSync(file, 'utf8')).toBe(elsewhere);
	await expect(services.sideNotes.use({ path: join(desk, 'letter.txt') })).rejects.toMatchObject({
		code: 'archive-exists',
	});
	const other = join(desk, 'second');
	await services.sideNotes.use({ path: other });
	mark(archive, recordId, 'kept too');
	expect(archive.status().sideNotesPath).toBe(`${other}.notes.jsonld`);
	await archive.close();
	const again = await archives.openReadOnly(path);
	await again.services.sideNotes.use({ path: `${other}.notes.jsonld` });
	expect(notesOf(again).map(({ body }) => body)).toEqual(expect.arrayContaining(['kept', 'kept too']));
});

test('what was refused once is not in the file when other words are taken', async () => {
	const { path, recordId, file } = await onMedium();
	const archive = await archives.openReadOnly(path);
	const { annotations, sideNotes } = archive.services;
	await sideNotes.use({ path: file });
	const id = mark(archive, recordId, 'kept');
	const update = (body: string) =>
		annotations.update({ id, revision: annotations.get({ id }).revision, fields: { body } });
	const written = readFileSync(file);
	writeFileSync(file, '{}');
	expect(() => update('refused')).toThrow('unwritable-file');
	// The same words, though the system tells another time of them.
	writeFileSync(file, written);
	utimesSync(file, 0, 0);
	update('taken');
	const text = readFileSync(file, 'utf8');
	expect(text).not.toContain('refused');
	expect(JSON.stringify(JSON.parse(text).first.items)).toContain('taken');
});

test('notes of a file that then takes no writes go on in the next one', async () => {
	const { path, desk, recordId, file } = await onMedium();
	const first = await archives.openReadOnly(path);
	await first.services.sideNotes.use({ path: file });
	mark(first, recordId, 'made on the first day');
	await first.close();
	const archive = await archives.openReadOnly(path);
	const { sideNotes } = archive.services;
	const using = sideNotes.use({ path: file });
	appendFileSync(file, '\n');
	await expect(using).rejects.toMatchObject({ code: 'unwritable-file' });
	expect(() => mark(archive, recordId, 'too early')).toThrow('read-only');
	const other = join(desk, 'second.notes.jsonld');
	await sideNotes.use({ path: other });
	mark(archive, recordId, 'made on the second day');
	const written = notesOf(archive);
	await archive.close();
	const again = await archives.openReadOnly(path);
	await again.services.sideNotes.use({ path: other });
	expect(notesOf(again)).toEqual(written);
	expect(written.map(({ body }) => body)).toEqual(
		expect.arrayContaining(['made on the first day', 'made on the second day']),
	);
});

test('a file that is something else, or of another archive, is refused and left as it is', async () => {
	const { path, desk, file } = await onMedium();
	const archive = await archives.openReadOnly(path);
	const { sideNotes } = archive.services;
	await expect(sideNotes.use({ path: join(desk, 'letter.txt') })).rejects.toMatchObject({ code: 'unreadable-file' });
	expect(readFileSync(join(desk, 'letter.txt'), 'utf8')).toContain('Alpha');
	const other = await onMedium();
	const otherArchive = await archives.openReadOnly(other.path);
	await otherArchive.services.sideNotes.use({ path: other.file });
	await expect(sideNotes.use({ path: other.file })).rejects.toMatchObject({ code: 'invalid-input' });
	await expect(sideNotes.use({ path: join(desk, 'absent', 'a.notes.jsonld') })).rejects.toMatchObject({
		code: 'unwritable-file',
	});
	expect(archive.status().sideNotesPath).toBeNull();
	await sideNotes.use({ path: file });
	const writable = archives.create(join(desk, 'own.lectern'));
	await expect(writable.services.sideNotes.use({ path: file })).rejects.toMatchObject({ code: 'invalid-input' });
});

test('files with notes on this archive are found beside it and where they were last', async () => {
	const { path, medium, desk, recordId, file } = await onMedium();
	const archive = await archives.openReadOnly(path);
	await archive.services.sideNotes.use({ path: file });
	mark(archive, recordId, 'made in the field');
	copyFileSync(file, join(medium, 'beside.notes.jsonld'));
	writeFileSync(join(medium, 'other.notes.jsonld'), '{}');
	expect(await archive.services.sideNotes.found({ lastPath: file })).toHaveLength(1);
	await archive.close();
	const again = await archives.openReadOnly(path);
	const found = await again.services.sideNotes.found({ lastPath: file });
	expect(found.map((each) => each.path)).toEqual([file, join(medium, 'beside.notes.jsonld')]);
	expect(await again.services.sideNotes.found({ lastPath: join(desk, 'gone.notes.jsonld') })).toHaveLength(1);
});
