import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test, vi } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { canonicalExport } from '#archive/testing/canonical-export.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { AppError } from '#shared/domain/app-error.ts';
import {
	type AnnotationId,
	type EditionId,
	type JobId,
	type LinkId,
	newId,
	type RecordId,
} from '#shared/domain/ids.ts';
import { textOfRange } from '#shared/domain/text-range.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();
const fields = { purpose: 'note' as const, body: '', tags: [], isResolved: false };

const draft = [
	'Sample passage one tells of paper and ink, and of boxes.',
	'Sample passage two counts 12 boxes in the cellar.',
	'Sample passage three is left out of the second draft.',
];

interface DraftArchive {
	archive: Archive;
	root: string;
	recordId: RecordId;
	/** Run one by one before the texts that are compared are written. */
	whileAnchoring: (() => void)[];
}

/** An archive with the draft as a record, and a mark on some words of it. */
async function archiveWithDraft(...words: string[]): Promise<DraftArchive> {
	const root = folder();
	const whileAnchoring: (() => void)[] = [];
	const { importer } = archives.environment();
	const archive = archives.create(join(root, 'sample.lectern'), {
		importer: {
			prepare: () => importer.prepare(),
			read: (...argument) => importer.read(...argument),
			lookInto: (...argument) => importer.lookInto(...argument),
			async anchor(...argument) {
				const anchored = await importer.anchor(...argument);
				whileAnchoring.shift()?.();
				return anchored;
			},
			carry: (...argument) => importer.carry(...argument),
			recognise: (...argument) => importer.recognise(...argument),
			close: () => undefined,
		},
	});
	const [item] = await archives.add(archive, write(root, 'draft.txt', draft.join('\n\n')));
	const recordId = item?.recordId as RecordId;
	const { records, editions, annotations } = archive.services;
	const editionId = records.get({ id: recordId }).editionId as never;
	for (const quote of words) {
		const block = editions.blocks({ id: editionId }).find(({ text }) => text.includes(quote));
		const at = { ordinal: block?.ordinal ?? -1, offset: block?.text.indexOf(quote) ?? -1 };
		const range = {
			editionId,
			startOrdinal: at.ordinal,
			startOffset: at.offset,
			endOrdinal: at.ordinal,
			endOffset: at.offset + quote.length,
		};
		annotations.add({ id: newId<AnnotationId>(), recordId, range, fields });
	}
	return { archive, root, recordId, whileAnchoring };
}

function write(root: string, name: string, text: string | Uint8Array): string {
	const path = join(root, name);
	writeFileSync(path, text);
	return path;
}

function statesIn({ services: { annotations, editions } }: Archive, recordId: RecordId) {
	return annotations.list({ recordId }).map(({ placement, place }) => {
		return [placement, place && textOfRange(editions.blocks({ id: place.editionId }), place)];
	});
}

test('a file comes in as a new edition, kept and shown, with every note in its place or listed', async () => {
	const { archive, root, recordId } = await archiveWithDraft('paper and ink', 'counts 12 boxes', 'passage three');
	const { newEditions, records, custody, editions, history } = archive.services;
	const before = records.get({ id: recordId });
	archives.facts.length = 0;
	const path = write(root, 'second.txt', ['A sample preface.', draft[0], draft[1]?.replace('12', '14')].join('\n\n'));
	const { edition, isSame, notes } = await newEditions.add({ id: newId(), recordId, path, name: 'second.txt' });
	const after = records.get({ id: recordId });
	expect(after).toMatchObject({ editionId: edition.id, holding: 'held', title: before.title });
	expect(after.files.map(({ fileName }) => fileName)).toEqual(['draft.txt', 'second.txt']);
	expect({ isSame, notes }).toEqual({
		isSame: false,
		notes: { placed: 1, moved: 0, 'needs-review': 1, unplaced: 1, left: 0 },
	});
	expect(statesIn(archive, recordId)).toEqual([
		['placed', 'paper and ink'],
		['needs-review', 'counts 14 boxes'],
		['unplaced', null],
	]);
	expect(custody.listAbout([edition.originalSha256 as string], 10)).toMatchObject([
		{ kind: 'identified' },
		{ kind: 'digested' },
		{ kind: 'received' },
	]);
	expect(archives.facts.map(({ fact }) => fact)).toEqual(
		expect.arrayContaining(['records.changed', 'annotations.changed']),
	);
	const lineage = archive.database.reader.all<{ id: string }>(
		'SELECT lineage_id AS id FROM blocks WHERE edition_id = ? ORDER BY ordinal',
		edition.id,
	);
	const [preface, one] = editions.blocks({ id: edition.id });
	expect(lineage.map(({ id }) => id.split('/'))).toEqual([
		[edition.id, String(preface?.ordinal)],
		[before.editionId, String((one?.ordinal ?? 1) - 1)],
		[before.editionId, '1'],
	]);
	expect(history.undo()).toBe('editionAdded');
	expect(records.get({ id: recordId })).toMatchObject({ editionId: before.editionId, files: before.files });
	expect(statesIn(archive, recordId).map(([state]) => state)).toEqual(['placed', 'placed', 'placed']);
});

test('what is marked or linked on an older edition stands in the shown one too, in the same step', async () => {
	const { archive, root, recordId } = await archiveWithDraft();
	const { newEditions, earlierEditions, records, annotations, links, history } = archive.services;
	const older = records.get({ id: recordId }).editionId as EditionId;
	const path = write(root, 'second.txt', ['A sample preface.', draft[0], draft[1]?.replace('12', '14')].join('\n\n'));
	await newEditions.add({ id: newId(), recordId, path, name: 'second.txt' });
	const before = [canonicalExport(archive.database.reader)];
	const mark = (ordinal: number, startOffset: number, endOffset: number) => {
		const range = { editionId: older, startOrdinal: ordinal, startOffset, endOrdinal: ordinal, endOffset };
		const { id } = annotations.add({ id: newId<AnnotationId>(), recordId, range, fields });
		return { id, range };
	};
	const { id, range } = mark(0, 28, 41);
	const linkId = newId<LinkId>();
	links.add({
		...{ id: linkId, type: 'cites' },
		...{ from: { kind: 'record', id: recordId, range }, to: { kind: 'annotation', id } },
	});
	mark(1, 19, 34);
	mark(2, 0, 20);
	expect(statesIn(archive, recordId).map(([state]) => state)).toEqual(['unplaced', 'unplaced', 'unplaced']);
	await earlierEditions.whenDone();
	const all = [
		['placed', 'paper and ink'],
		['needs-review', 'counts 14 boxes'],
		['unplaced', null],
	];
	expect(statesIn(archive, recordId)).toEqual(all);
	expect(links.list({ kind: 'record', id: recordId })).toMatchObject([{ places: { from: { placement: 'placed' } } }]);
	before.push(canonicalExport(archive.database.reader));
	expect([1, 2, 3, 4].map(() => history.undo())).toEqual([
		...['annotationAdded', 'annotationAdded', 'linkAdded', 'annotationAdded'],
	]);
	expect(canonicalExport(archive.database.reader)).toBe(before[0]);
	for (let at = 0; at < 4; at += 1) history.redo();
	await earlierEditions.whenDone();
	expect(canonicalExport(archive.database.reader)).toBe(before[1]);
	// One that is taken back before it was looked for is not looked for, and comes back with its place.
	mark(0, 0, 18);
	history.undo();
	await earlierEditions.whenDone();
	expect(canonicalExport(archive.database.reader)).toBe(before[1]);
	history.redo();
	await earlierEditions.whenDone();
	expect(statesIn(archive, recordId)).toContainEqual(['placed', 'Sample passage one']);
	history.undo();
	expect(canonicalExport(archive.database.reader)).toBe(before[1]);
});

test('what could not be compared is tried again later, and closing ends that', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	try {
		const root = folder();
		const problems: unknown[] = [];
		let failures = 2;
		const importer = new Proxy(archives.environment().importer, {
			get: (real, call: keyof ImportClient) =>
				call === 'anchor' && failures > 0
					? () => Promise.reject(new AppError('import-crashed', { file: `sample ${failures--}` }))
					: (real[call] as () => unknown).bind(real),
		});
		const onProblem = (error: unknown) => problems.push(error);
		const archive = archives.create(join(root, 'sample.lectern'), { importer, onProblem });
		const { records, annotations, newEditions, earlierEditions } = archive.services;
		const [item] = await archives.add(archive, write(root, 'draft.txt', draft.join('\n\n')));
		const recordId = item?.recordId as RecordId;
		const editionId = records.get({ id: recordId }).editionId as EditionId;
		const kept = failures;
		failures = 0;
		const path = write(root, 'second.txt', ['A sample preface.', ...draft].join('\n\n'));
		await newEditions.add({ id: newId(), recordId, path, name: 'second.txt' });
		failures = kept;
		const range = { editionId, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 18 };
		annotations.add({ id: newId<AnnotationId>(), recordId, range, fields });
		for (const wait of [10_000, 60_000]) {
			await earlierEditions.whenDone();
			expect(statesIn(archive, recordId)).toEqual([['unplaced', null]]);
			vi.advanceTimersByTime(wait);
		}
		await earlierEditions.whenDone();
		expect(statesIn(archive, recordId)).toEqual([['placed', 'Sample passage one']]);
		expect(problems).toHaveLength(2);
	} finally {
		vi.useRealTimers();
	}
});

test('a text that is read again in another encoding keeps the marks whose words are there', async () => {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const { records, annotations, rereading, earlierEditions } = archive.services;
	const words = 'Образец письма номер семь, и больше ничего.';
	const bytes = Buffer.concat([Buffer.from('Sample letter in Latin letters, then: '), iconv.encode(words, 'koi8-r')]);
	const [item] = await archives.add(archive, write(root, 'letter.txt', bytes));
	const recordId = item?.recordId as RecordId;
	await rereading.reread({ recordId, encoding: 'windows-1251' });
	const editionId = records.get({ id: recordId }).editionId as EditionId;
	for (const [startOffset, endOffset] of [
		[7, 13],
		[46, 52],
	] as const) {
		const range = { editionId, startOrdinal: 0, startOffset, endOrdinal: 0, endOffset };
		annotations.add({ id: newId<AnnotationId>(), recordId, range, fields });
	}
	await earlierEditions.whenDone();
	await rereading.reread({ recordId, encoding: 'koi8-r' });
	expect(statesIn(archive, recordId)).toEqual([
		['placed', 'letter'],
		['placed', 'письма'],
	]);
});

test('a file without a text, or none, changes nothing', async () => {
	const { archive, root, recordId } = await archiveWithDraft('paper and ink');
	const { newEditions, records, history } = archive.services;
	const before = [records.get({ id: recordId }), history.changeNumber()];
	const picture = write(root, 'scan.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]));
	await expect(newEditions.add({ id: newId(), recordId, path: picture, name: 'scan.png' })).rejects.toMatchObject({
		code: 'unsupported-format',
	});
	await expect(
		newEditions.add({ id: newId(), recordId, path: join(root, 'absent.txt'), name: 'absent.txt' }),
	).rejects.toMatchObject({
		code: 'unreadable-file',
	});
	await expect(
		newEditions.add({ id: newId(), recordId: newId(), path: picture, name: 'scan.png' }),
	).rejects.toMatchObject({
		code: 'not-found',
	});
	expect([records.get({ id: recordId }), history.changeNumber()]).toEqual(before);
});

test('the file that is there already changes nothing and loses no mark', async () => {
	const { archive, root, recordId } = await archiveWithDraft('paper and ink');
	const { newEditions } = archive.services;
	const { isSame } = await newEditions.add({ id: newId(), recordId, path: join(root, 'draft.txt'), name: 'draft.txt' });
	expect(isSame).toBe(true);
	expect(statesIn(archive, recordId)).toEqual([['placed', 'paper and ink']]);
	expect(archive.services.records.get({ id: recordId }).files).toHaveLength(1);
});

test('what is annotated while the texts are compared is carried over too', async () => {
	const { archive, root, recordId, whileAnchoring } = await archiveWithDraft('paper and ink');
	const { newEditions, annotations, records } = archive.services;
	const editionId = records.get({ id: recordId }).editionId as never;
	const range = { editionId, startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: 18 };
	whileAnchoring.push(() => annotations.add({ id: newId<AnnotationId>(), recordId, range, fields }));
	const path = write(root, 'second.txt', ['A sample preface.', draft[0], draft[1]].join('\n\n'));
	const { notes } = await newEditions.add({ id: newId(), recordId, path, name: 'second.txt' });
	expect(notes.placed).toBe(2);
	expect(statesIn(archive, recordId)).toEqual([
		['placed', 'paper and ink'],
		['placed', 'Sample passage two'],
	]);
});

test('it is a job that shows what it is at; cancelled, it leaves nothing behind', async () => {
	const { archive, root, recordId, whileAnchoring } = await archiveWithDraft('paper and ink');
	const { newEditions, records, jobs, custody } = archive.services;
	const before = records.get({ id: recordId });
	const path = write(root, 'second.txt', draft.toReversed().join('\n\n'));
	const cancelledId = newId<JobId>();
	let current = '';
	whileAnchoring.push(() => {
		current = jobs.get({ id: cancelledId }).current;
		jobs.cancel({ id: cancelledId });
	});
	await expect(newEditions.add({ id: cancelledId, recordId, path, name: 'second.txt' })).rejects.toMatchObject({
		code: 'cancelled',
	});
	expect(current).toContain('second.txt');
	expect(jobs.get({ id: cancelledId })).toMatchObject({ kind: 'edition', counts: { cancelled: 1 } });
	expect([
		records.get({ id: recordId }),
		custody.list({ limit: 10 }).filter(({ kind }) => kind === 'received'),
	]).toMatchObject([before, [{}]]);
	const id = newId<JobId>();
	await newEditions.add({ id, recordId, path, name: 'second.txt' });
	expect(jobs.get({ id })).toMatchObject({ state: 'done', counts: { added: 1 } });
	expect(records.get({ id: recordId }).files).toHaveLength(2);
});
