import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import type { AnnotationFields } from '#shared/domain/annotation.ts';
import { type AnnotationId, type EditionId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import { writeText } from '#shared/writing/written-text.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

/** An archive with one file, whose text is read from it where it is text. */
async function setUp(name: string, content: string | Uint8Array) {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const path = join(root, name);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
	const [item] = await archives.add(archive, path);
	const recordId = item?.recordId as RecordId;
	const record = () => archive.services.records.get({ id: recordId });
	const text = () => writeText(archive.services.editions.blocks({ id: record().editionId as EditionId }));
	return { archive, ...archive.services, recordId, sha256: item?.sha256 as Sha256, record, text };
}

/** Bytes that nothing reads. */
const noText = Buffer.alloc(70_000, 3);
const sample = 'Alpha beta garnma.\n\nThe second passage.\n';
const note: AnnotationFields = { purpose: 'note', body: 'A sample note', tags: [], isResolved: false };
const asked = (recordId: RecordId, baseEditionId: EditionId | null, text: string) => ({
	...{ recordId, baseEditionId, text },
	language: 'en',
});

describe('a text that is corrected', () => {
	test('is a transcription by the person, of the same original, which is shown; undo shows the one before', async () => {
		const { writing, history, recordId, sha256, record, text } = await setUp('letter.txt', sample);
		const before = record().editionId as EditionId;
		const corrected = text().replace('garnma', 'gamma');
		const edition = await writing.write(asked(recordId, before, corrected));
		expect(edition).toMatchObject({ kind: 'transcription', originalSha256: sha256, baseEditionId: before });
		expect(record()).toMatchObject({ editionId: edition.id, passageCount: 2 });
		expect(text()).toBe(corrected);
		expect(history.undo()).toBe('textWritten');
		expect(record().editionId).toBe(before);
	});

	test('keeps its notes, on the corrected words too', async () => {
		const { archive, writing, annotations, placements, recordId, record, text } = await setUp('letter.txt', sample);
		const before = record().editionId as EditionId;
		const range = { editionId: before, startOrdinal: 0, startOffset: 6, endOrdinal: 0, endOffset: 17 };
		const { id } = annotations.add({ id: newId<AnnotationId>(), recordId, range, fields: note });
		const edition = await writing.write(asked(recordId, before, text().replace('garnma', 'gamma')));
		const [placed] = placements.listOf(recordId, edition.id);
		expect(placed).toMatchObject({ annotationId: id, range: { startOrdinal: 0, startOffset: 6, endOffset: 16 } });
		expect(archive.services.editions.lineagesOf(edition.id).get(1)).toBe(`${before}/1`);
	});

	test('of an unknown edition, or one of another record, is refused', async () => {
		const { writing, recordId } = await setUp('letter.txt', sample);
		const unknown = newId<EditionId>();
		await expect(writing.write(asked(recordId, unknown, 'a'))).rejects.toMatchObject({ code: 'not-found' });
	});

	test('keeps where its words stand on the page, and is sure of those that were corrected', async () => {
		const { archive, editions, records, writing, recordId, sha256 } = await setUp('scan.bin', noText);
		const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.1 };
		const word = (start: number, end: number) => ({ start, end, confidence: 50, box: { ...box, x: start / 100 } });
		const read = archive.database.step('textRecognised', (step) => {
			const added = editions.addWithin(step, recordId, {
				...{ kind: 'ocr', originalSha256: sha256, maker: 'Sample', makerVersion: '1', parameters: {}, language: 'en' },
				blocks: [{ kind: 'paragraph', text: 'Alpha garnma', page: 1 }],
				recognised: {
					pages: [{ number: 1, sha256, pageInFile: 1, widthPx: 100, heightPx: 100 }],
					blocks: [{ ordinal: 0, page: 1, words: [word(0, 5), word(6, 12)] }],
				},
			});
			records.setStateWithin(step, recordId, { holding: 'held', editionId: added.id });
			return added;
		});
		const edition = await writing.write(asked(recordId, read.id, '[p. 1]\n\nNew.\n\nAlpha gamma'));
		expect(editions.recognised({ id: edition.id })).toMatchObject({
			pages: [{ number: 1, sha256 }],
			blocks: [
				{
					...{ ordinal: 1, page: 1 },
					words: [
						{ start: 0, end: 5, confidence: 50, box: { x: 0 } },
						{ start: 6, end: 11, confidence: 100, box: { x: 0.06 } },
					],
				},
			],
		});
	});
});

describe('a text that is redacted', () => {
	test('is beside what the record shows, which stays; undo takes it away', async () => {
		const { writing, history, recordId, record, text } = await setUp('letter.txt', sample);
		const shown = record().editionId as EditionId;
		const redacted = text().replace('Alpha', '████');
		const edition = await writing.redact({ recordId, text: redacted, baseEditionId: shown });
		expect(edition).toMatchObject({ kind: 'redaction', baseEditionId: shown, language: 'en' });
		expect(record()).toMatchObject({ editionId: shown, redactionId: edition.id });
		writing.endRedaction({ recordId });
		expect(record().redactionId).toBeNull();
		expect(history.undo()).toBe('redactionEnded');
		expect(record().redactionId).toBe(edition.id);
		expect(history.undo()).toBe('textRedacted');
		expect(record()).toMatchObject({ editionId: shown, redactionId: null });
	});
});

describe('a file without text', () => {
	test('is given one, of that file', async () => {
		const { writing, recordId, sha256, record } = await setUp('scan.bin', noText);
		expect(record().editionId).toBeNull();
		const edition = await writing.write({ ...asked(recordId, null, '# Sample\n\nAlpha beta.'), language: 'und' });
		expect(edition).toMatchObject({ originalSha256: sha256, baseEditionId: null, passageCount: 2 });
		expect(record()).toMatchObject({ holding: 'held', editionId: edition.id });
	});

	test('gets none without words, and a record without a file gets none at all', async () => {
		const { writing, records, recordId } = await setUp('scan.bin', noText);
		await expect(writing.write(asked(recordId, null, '***\n\n \n'))).rejects.toMatchObject({ code: 'invalid-input' });
		const described = newId<RecordId>();
		records.add({ id: described, fields: { title: 'Described sample' } });
		await expect(writing.write(asked(described, null, 'a'))).rejects.toMatchObject({ code: 'invalid-input' });
	});
});

describe('a draft', () => {
	const subject = (recordId: RecordId) => ({ recordId, about: '' as const });

	test('is on disk, is no step, and is gone once it is an edition', async () => {
		const { drafts, history, writing, recordId, record } = await setUp('letter.txt', sample);
		const baseEditionId = record().editionId;
		const from = { baseEditionId, translationId: null };
		expect(drafts.find(subject(recordId))).toBeNull();
		drafts.keep({ ...subject(recordId), text: 'Half a w', language: 'en', ...from });
		const savedAt = drafts.keep({ ...subject(recordId), text: 'Half a word', language: 'en', ...from });
		expect(drafts.find(subject(recordId))).toMatchObject({ text: 'Half a word', baseEditionId, savedAt });
		expect(history.undo()).toBe('filesAdded');
		history.redo();
		await writing.write(asked(recordId, baseEditionId, 'Half a word'));
		expect(drafts.find(subject(recordId))).toBeNull();
	});

	test('can be dropped, and none is kept of a record that is not here', async () => {
		const { drafts, recordId } = await setUp('letter.txt', sample);
		const draft = { text: 'a', language: 'en', baseEditionId: null, translationId: null };
		drafts.keep({ ...subject(recordId), ...draft });
		drafts.drop(subject(recordId));
		expect(drafts.find(subject(recordId))).toBeNull();
		const elsewhere = subject(newId<RecordId>());
		expect(() => drafts.keep({ ...elsewhere, ...draft })).toThrow(expect.objectContaining({ code: 'not-found' }));
	});
});
