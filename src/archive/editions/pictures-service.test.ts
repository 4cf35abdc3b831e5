import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import {
	docxOf,
	wordParagraph,
	wordPicture,
	wordRelationships,
} from '#archive/importers/test-processes/made-documents.ts';
import { statusOf } from '#archive/reading-copy/copy-parts-writer.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { pngOf } from '#archive/testing/test-png.ts';
import { type EditionId, type JobId, newId, type RecordId } from '#shared/domain/ids.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();
const png = pngOf(40, 30);

async function archiveWithReport(): Promise<{
	archive: Archive;
	root: string;
	recordId: RecordId;
	editionId: EditionId;
}> {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const file = await docxOf(
		`${wordParagraph('alpha')}<w:p>${wordPicture('r1', 'A sample map')}</w:p><w:tbl><w:tr><w:tc>${wordParagraph('beta')}</w:tc><w:tc><w:p>${wordPicture('r1')}</w:p></w:tc></w:tr></w:tbl>`,
		{ 'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png' }), 'word/media/image1.png': png },
	);
	writeFileSync(join(root, 'report.docx'), file);
	const [item] = await archives.add(archive, join(root, 'report.docx'));
	const recordId = item?.recordId as RecordId;
	return { archive, root, recordId, editionId: archive.services.records.get({ id: recordId }).editionId as EditionId };
}

const pictureIn = async ({ services }: Archive, id: EditionId, ordinal: number) =>
	(await services.onDemand()).pictures.read({ id, ordinal });

test('a picture is taken out of the original, and the text is one without it', async () => {
	const { archive, editionId } = await archiveWithReport();
	const { editions } = archive.services;
	const { mediaType, bytes } = await pictureIn(archive, editionId, 1);
	expect(mediaType).toBe('image/png');
	expect(Buffer.from(bytes).equals(png)).toBe(true);
	expect(editions.get({ id: editionId })).toMatchObject({ passageCount: 2, wordCount: 2 });
	const { outline, blocks } = editions.opening({ id: editionId, ordinal: 0 });
	expect(outline).toEqual({
		kinds: ['paragraph', 'figure', 'cell', 'figure'],
		numbers: [1, null, 2, null],
		lengths: [5, 0, 4, 0],
		tables: [null, null, 0, 0],
	});
	expect(blocks[1]?.figure).toMatchObject({ alt: 'A sample map', picture: { width: 40, height: 30 } });
	await expect(pictureIn(archive, editionId, 0)).rejects.toMatchObject({ code: 'not-found' });
	await expect(pictureIn(archive, editionId, 99)).rejects.toMatchObject({ code: 'not-found' });
});

test('of an original that is damaged, or known to be, no picture is given', async () => {
	const { archive, editionId } = await archiveWithReport();
	const { database, services } = archive;
	const sha256 = services.editions.get({ id: editionId }).originalSha256;
	const { start = 0 } = services.editions.blocks({ id: editionId })[1]?.figure?.picture ?? {};
	const bytes = Buffer.concat([...services.originals.chunks(sha256 as never)]);
	const flipped = Buffer.from(bytes);
	flipped[start + 30] = (flipped[start + 30] ?? 0) ^ 0xff;
	database.write((writer) => writer.run('DROP TRIGGER original_chunks_unchanged'));
	const write = (content: Uint8Array) =>
		database.write((writer) => writer.run('UPDATE original_chunks SET bytes = ? WHERE sha256 = ?', content, sha256));
	write(flipped);
	await expect(pictureIn(archive, editionId, 1)).rejects.toMatchObject({ code: 'damaged-original' });
	// Damaged elsewhere, which verifying finds: nothing of it is shown as what was received.
	const elsewhere = Buffer.from(bytes);
	elsewhere[bytes.length - 1] = 7;
	write(elsewhere);
	await pictureIn(archive, editionId, 1);
	const job = services.verification.verify({ sha256s: [sha256 as never] });
	await services.jobs.whenEnded(job);
	await expect(pictureIn(archive, editionId, 1)).rejects.toMatchObject({ code: 'damaged-original' });
});

test.each([
	['type', { mediaType: 'image/svg+xml' }],
	['size', { width: 4 }],
	['digest', { sha256: 'a'.repeat(64) }],
])('an archive that says another %s of a picture than its bytes do is not believed', async (_, said) => {
	const { archive, editionId } = await archiveWithReport();
	const { figure } = archive.services.editions.blocks({ id: editionId })[1] ?? {};
	const attributes = JSON.stringify({ figure: { ...figure, picture: { ...figure?.picture, ...said } } });
	archive.database.write((writer) => {
		for (const { name } of writer.all<{ name: string }>(
			"SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'blocks'",
		))
			writer.run(`DROP TRIGGER ${name}`);
		writer.run('UPDATE blocks SET attributes = ? WHERE edition_id = ? AND ordinal = 1', attributes, editionId);
	});
	await expect(pictureIn(archive, editionId, 1)).rejects.toMatchObject({ code: 'damaged-original' });
});

test('read again as it was, a file gives the text that is there, and nothing is written', async () => {
	const { archive, recordId, editionId } = await archiveWithReport();
	const steps = () => archive.services.history.state();
	const before = steps();
	expect(await archive.services.rereading.reread({ recordId })).toMatchObject({ id: editionId });
	expect(steps()).toEqual(before);
});

test('a document of nothing but pictures has no text, and gets them where it was taken in before they were read', async () => {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const { records, rereading, editions } = archive.services;
	const file = await docxOf(`<w:p>${wordPicture('r1', 'A sample map')}</w:p>`, {
		'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png' }),
		'word/media/image1.png': png,
	});
	writeFileSync(join(root, 'plates.docx'), file);
	const [item] = await archives.add(archive, join(root, 'plates.docx'));
	const recordId = item?.recordId as RecordId;
	expect(records.get({ id: recordId })).toMatchObject({ editionId: expect.any(String), passageCount: 0 });
	expect(records.counts()).toMatchObject({ recordCount: 1, noTextCount: 1 });
	expect(statusOf([records.get({ id: recordId })])).toMatchObject({ noTextCount: 1 });

	archive.database.step('setup', (step) =>
		records.setStateWithin(step, recordId, { holding: 'held', editionId: null }),
	);
	expect(records.counts()).toMatchObject({ noTextCount: 1 });
	const { id } = await rereading.reread({ recordId });
	expect(records.get({ id: recordId }).editionId).toBe(id);
	expect(editions.blocks({ id })[0]?.figure).toMatchObject({ alt: 'A sample map' });
});

test('of a picture no text is read, and nothing is written', async () => {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	writeFileSync(join(root, 'plate.png'), png);
	const [item] = await archives.add(archive, join(root, 'plate.png'));
	const recordId = item?.recordId as RecordId;
	await expect(archive.services.rereading.reread({ recordId })).rejects.toMatchObject({ code: 'unsupported-format' });
	expect(archive.services.records.get({ id: recordId }).editions).toEqual([]);
});

test('a package to share tells the words of a picture, and nothing that its file is known by', async () => {
	const { archive, root } = await archiveWithReport();
	const { services } = archive;
	const id = newId<JobId>();
	const path = join(root, 'share');
	const request = { path, form: 'folder', choice: {}, profile: 'share', key: null, replaces: false } as const;
	await (await services.onDemand()).packageExport.export(id, request);
	await services.jobs.whenEnded(id);
	const rows = readFileSync(join(path, 'data/archive/blocks.jsonl'), 'utf8').split('\n').filter(Boolean);
	const figures = rows.map((row) => JSON.parse(row)).filter(({ kind }) => kind === 'figure');
	expect(figures.map(({ attributes }) => JSON.parse(attributes).figure)).toEqual([{ alt: 'A sample map' }, {}]);
});
