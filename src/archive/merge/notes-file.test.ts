import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listLastClocks } from '#archive/db/known-changes.ts';
import { type Copy, copyOf, newCopy } from '#archive/testing/merge-copies.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { testId } from '#archive/testing/test-archive.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, ArchiveId, EditionId, JobId, RecordId, ReplicaId } from '#shared/domain/ids.ts';
import { newId } from '#shared/domain/ids.ts';
import { describeTarget } from '#shared/domain/text-range.ts';
import type { CopyId } from '#shared/reading-copy/copy-parts.ts';
import { NoteBook } from '#shared/reading-copy/notes/note-book.ts';
import { historyLiteral } from '#shared/reading-copy/notes/notes-file.ts';
import { writeCollection } from '#shared/web-annotation/write-collection.ts';

const folder = temporaryFolders();
const archiveId = '00000000-0000-7000-8000-00000000a0a0' as ArchiveId;
const texts = ['Alpha beta gamma delta.', 'Epsilon zeta eta theta.'];
const fields = { purpose: 'note' as const, body: 'first wording', tags: ['sample'], isResolved: false };

/** An archive with a text and one note on it. */
function home(): { copy: Copy; recordId: RecordId; editionId: EditionId; noteId: AnnotationId } {
	const copy = newCopy(1);
	const { database, services } = copy;
	const recordId = copy.freshId<RecordId>();
	services.records.add({ id: recordId, fields: { title: 'Sample letter' } });
	const blocks = texts.map((text) => ({ kind: 'paragraph' as const, text }));
	const made = { kind: 'transcription' as const, originalSha256: null, maker: 'sample', makerVersion: '1' };
	const edition = database.step('setup', (step) => {
		const added = services.editions.addWithin(step, recordId, { ...made, parameters: {}, language: 'en', blocks });
		step.update('records', recordId, { edition_id: added.id });
		return added;
	});
	const noteId = copy.freshId<AnnotationId>();
	const range = { editionId: edition.id, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 5 };
	services.annotations.add({ id: noteId, recordId, range, fields });
	return { copy, recordId, editionId: edition.id, noteId };
}

/** What a reader of a reading copy of it writes in. */
function openBook({ services, connection }: Copy, author = 'Field Reader'): NoteBook {
	return new NoteBook({
		...{ annotations: services.annotations.list({}), steps: [], knowledge: [] },
		known: listLastClocks(connection) as { replicaId: ReplicaId; clock: Annotation['clock'] }[],
		...{ replicaId: newId<ReplicaId>(), author: () => author, onChange: () => undefined },
		now: () => Date.UTC(2021, 0, 1),
	});
}

function targetOn(editionId: EditionId, ordinal: number) {
	const blocks = texts.map((text, at) => ({ ordinal: at, text }));
	const range = { editionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: 5 };
	return { target: describeTarget(blocks, range), number: ordinal + 1 };
}

function save({ log }: NoteBook, change: object = {}): string {
	const path = join(folder(), 'field.notes.jsonld');
	const copyId = testId<CopyId>(7);
	const { steps, knowledge } = log;
	const history = { format: 1 as const, archiveId, copyId, steps: [...steps], knowledge: [...knowledge], ...change };
	writeFileSync(path, writeCollection([], historyLiteral(history)));
	return path;
}

async function mergeFile({ services }: Copy, path: string, name = 'field.notes.jsonld') {
	const id = newId<JobId>();
	const preview = await services.merge.preview(id, path, name);
	if (!preview.isEmpty) {
		await services.merge.start({ id });
		await services.jobs.whenEnded(id);
		expect(services.jobs.get({ id })).toMatchObject({ state: 'done', error: null });
	}
	return preview;
}

const seen = ({ id, purpose, body, tags, isResolved, author, target, replyToId }: Annotation) => ({
	...{ id, purpose, body, tags, isResolved, author, target, replyToId },
});

test('notes come home with their words, place, tags and author; once only, and undo takes them out', async () => {
	const { copy, recordId, editionId, noteId } = home();
	const book = openBook(copy);
	const id = newId<AnnotationId>();
	book.add({ id, recordId, ...targetOn(editionId, 1), fields: { ...fields, purpose: 'claim', tags: ['field'] } });
	book.add({ id: newId<AnnotationId>(), recordId, target: null, number: null, fields, replyToId: noteId });
	book.update(noteId, book.get(noteId).revision, { body: 'second wording', tags: [] });
	const before = copy.services.annotations.list({ recordId }).map(seen);
	const path = save(book);

	const preview = await mergeFile(copy, path);
	expect(preview).toMatchObject({ isCopy: true, isEmpty: false });
	expect(preview.counts.annotation).toMatchObject({ new: 2, changed: 1, conflict: 0 });
	expect(copy.services.annotations.list({ recordId }).map(seen)).toEqual(book.list(recordId).map(seen));
	expect(copy.services.annotations.history({ id: noteId })[0]).toMatchObject({ author: 'Field Reader' });
	expect(await mergeFile(copy, path)).toMatchObject({ isEmpty: true });
	expect(await mergeFile(copy, path, 'field.notes.txt')).toMatchObject({ isEmpty: true });

	copy.services.history.undo();
	expect(copy.services.annotations.list({ recordId }).map(seen)).toEqual(before);
	copy.close();
});

test('two wordings of one note are kept beside each other, and a note that was answered outlives its deletion', async () => {
	const { copy, recordId, noteId } = home();
	const other = copy.freshId<AnnotationId>();
	copy.services.annotations.add({ id: other, recordId, range: null, fields });
	const book = openBook(copy);
	book.update(noteId, book.get(noteId).revision, { body: 'wording of the field' });
	book.remove([other]);
	const stored = copy.services.annotations.get({ id: noteId });
	copy.services.annotations.update({ id: noteId, revision: stored.revision, fields: { body: 'wording at home' } });
	copy.services.annotations.add({ id: copy.freshId<AnnotationId>(), recordId, range: null, fields, replyToId: other });

	const preview = await mergeFile(copy, save(book));
	expect(preview.counts.annotation.conflict).toBe(1);
	expect(copy.services.conflicts.list()).toHaveLength(1);
	expect(copy.services.annotations.list({ recordId })).toHaveLength(3);
	copy.close();
});

test('a tag that a reader puts back is back, though the archive holds its tombstone and the copy none', async () => {
	const { copy, recordId, noteId } = home();
	const { annotations } = copy.services;
	annotations.change({ ids: [noteId], change: { removeTags: ['sample'] } });
	const book = openBook(copy);
	book.change([noteId], { addTags: ['sample'] });

	await mergeFile(copy, save(book));
	expect(annotations.list({ recordId }).map(({ tags }) => tags)).toEqual([['sample']]);
	copy.services.history.undo();
	expect(annotations.list({ recordId }).map(({ tags }) => tags)).toEqual([[]]);
	copy.close();
});

test('a file of another archive, one without a history, and one about what is gone are refused by name', async () => {
	const { copy, recordId, editionId } = home();
	const book = openBook(copy);
	book.add({ id: newId<AnnotationId>(), recordId, ...targetOn(editionId, 0), fields });
	const refusal = (path: string) =>
		copy.services.merge.preview(newId<JobId>(), path, 'field.notes.jsonld').catch((error: AppError) => error);
	expect(await refusal(save(book, { archiveId: testId<ArchiveId>(99) }))).toMatchObject({ code: 'invalid-input' });
	expect(await refusal(save(book, { format: 2 }))).toMatchObject({ code: 'unreadable-file' });
	const [step] = book.log.steps;
	const elsewhere = { ...step, targets: step?.targets.map((target) => ({ ...target, editionId: testId(98) })) };
	expect(await refusal(save(book, { steps: [elsewhere] }))).toMatchObject({ code: 'invalid-input' });
	const strange = { ...step, changes: step?.changes.map((change) => ({ ...change, after: { strange: 1 } })) };
	expect(await refusal(save(book, { steps: [strange] }))).toMatchObject({ code: 'damaged-archive' });
	copy.close();
});

test('a note on a record that was withdrawn since stays in the file, and keeps no other away', async () => {
	const { copy, recordId, editionId, noteId } = home();
	const goneId = copy.freshId<RecordId>();
	copy.services.records.add({ id: goneId, fields: { title: 'Withdrawn sample' } });
	const onGone = copy.freshId<AnnotationId>();
	copy.services.annotations.add({ id: onGone, recordId: goneId, range: null, fields });
	const book = openBook(copy);
	const id = newId<AnnotationId>();
	book.update(onGone, book.get(onGone).revision, { body: 'changed on what went', tags: ['gone'] });
	book.add({ id: newId<AnnotationId>(), recordId: goneId, target: null, number: null, fields, replyToId: onGone });
	book.add({ id, recordId, ...targetOn(editionId, 1), fields: { ...fields, body: 'kept' } });
	book.update(noteId, book.get(noteId).revision, { body: 'second wording' });
	const purge = newId<JobId>();
	await copy.services.withdrawals.purge({ id: purge, recordIds: [goneId], reason: 'Asked for' });
	await copy.services.jobs.whenEnded(purge);
	const path = save(book);

	expect(await mergeFile(copy, path)).toMatchObject({ goneCount: 2, counts: { annotation: { new: 1, changed: 1 } } });
	expect(
		copy.services.annotations
			.list({})
			.map(({ body }) => body)
			.toSorted(),
	).toEqual(['kept', 'second wording']);
	expect(await mergeFile(copy, path)).toMatchObject({ goneCount: 2, isEmpty: true });
	copy.close();
});

type Work = { kind: 'add' | 'reply' | 'edit' | 'tag' | 'remove' | 'undo' | 'redo'; at: number; word: string };
const work: fc.Arbitrary<Work> = fc.record({
	kind: fc.constantFrom('add', 'reply', 'edit', 'tag', 'remove', 'undo', 'redo'),
	at: fc.nat(9),
	word: fc.constantFrom('alpha', 'beta', 'gamma', 'Alpha'),
});

test('a reading copy does with notes what an archive does, and merging it gives the same as merging that', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(work, { maxLength: 14 }), async (works) => {
			const { copy, recordId, editionId } = home();
			const field = copyOf(copy, 2, 1000);
			const book = openBook(copy, 'Reader 2');
			for (const each of works) {
				const id = newId<AnnotationId>();
				expect(doInBook(book, each, { id, recordId, editionId })).toEqual(
					doInArchive(field, each, { id, recordId, editionId }),
				);
				expect(book.list(recordId).map(seen)).toEqual(field.services.annotations.list({ recordId }).map(seen));
				expect(book.log.state()).toEqual(field.services.history.state());
			}
			await mergeFile(copy, save(book));
			expect(copy.services.annotations.list({ recordId }).map(seen)).toEqual(book.list(recordId).map(seen));
			field.close();
			copy.close();
		}),
		{ numRuns: 25 },
	);
});

interface Place {
	id: AnnotationId;
	recordId: RecordId;
	editionId: EditionId;
}

/** Gives the code of what was refused. */
function attempt(act: () => unknown): string {
	try {
		act();
		return 'done';
	} catch (error) {
		return error instanceof AppError ? error.code : String(error);
	}
}

function doInBook(book: NoteBook, { kind, at, word }: Work, { id, recordId, editionId }: Place): string {
	const all = book.list(recordId);
	const one = all[at % Math.max(1, all.length)];
	return attempt(() => {
		if (kind === 'undo') return book.undo();
		if (kind === 'redo') return book.redo();
		const made = { id, recordId, fields: { ...fields, body: word, tags: [word] } };
		if (kind === 'add' || !one) return book.add({ ...made, ...targetOn(editionId, at % 2) });
		if (kind === 'reply') return book.add({ ...made, target: null, number: null, replyToId: one.id });
		if (kind === 'edit') return book.update(one.id, one.revision, { body: word, isResolved: at % 2 === 0 });
		if (kind === 'tag') return book.change([one.id], at % 2 ? { addTags: [word] } : { removeTags: [word] });
		return book.remove([one.id]);
	});
}

function doInArchive({ services }: Copy, { kind, at, word }: Work, { id, recordId, editionId }: Place): string {
	const { annotations, history } = services;
	const all = annotations.list({ recordId });
	const one = all[at % Math.max(1, all.length)];
	return attempt(() => {
		if (kind === 'undo') return history.undo();
		if (kind === 'redo') return history.redo();
		const made = { id, recordId, fields: { ...fields, body: word, tags: [word] } };
		if (kind === 'add' || !one) {
			const { exact: _exact, prefix: _prefix, suffix: _suffix, ...range } = targetOn(editionId, at % 2).target;
			return annotations.add({ ...made, range });
		}
		if (kind === 'reply') return annotations.add({ ...made, range: null, replyToId: one.id });
		const own = { id: one.id, revision: one.revision };
		if (kind === 'edit') return annotations.update({ ...own, fields: { body: word, isResolved: at % 2 === 0 } });
		const change = at % 2 ? { addTags: [word] } : { removeTags: [word] };
		if (kind === 'tag') return annotations.change({ ids: [one.id], change });
		return annotations.remove({ ids: [one.id] });
	});
}
