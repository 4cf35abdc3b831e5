import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import {
	docxOf,
	wordParagraph,
	wordPicture,
	wordRelationships,
} from '#archive/importers/test-processes/made-documents.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { pngOf } from '#archive/testing/test-png.ts';
import { withPngText } from '#shared/cite/png-text.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { copyWriter, openAt } from './testing/sample-copy.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();
const write = copyWriter(folder);
const png = pngOf(40, 30);

/** Two texts with the same picture, one of them with another before it. */
async function illustrated() {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const document = (words: string, ...names: string[]) =>
		docxOf(
			`${wordParagraph(words)}${names.map((name) => `<w:p>${wordPicture(name, 'A sample map')}</w:p>`).join('')}`,
			{
				'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png', r2: 'media/image2.png' }),
				'word/media/image1.png': png,
				'word/media/image2.png': pngOf(8, 6),
			},
		);
	writeFileSync(join(root, 'one.docx'), await document('alpha', 'r2', 'r1'));
	writeFileSync(join(root, 'two.docx'), await document('beta', 'r1'));
	const items = await archives.add(archive, join(root, 'one.docx'), join(root, 'two.docx'));
	const editionOf = ({ recordId }: (typeof items)[number]) =>
		archive.services.records.get({ id: recordId as RecordId }).editionId as EditionId;
	const [one, two] = items.map(editionOf) as [EditionId, EditionId];
	return { archive, one, two };
}

async function copied(archive: Archive, request: { hasPictures?: boolean } = {}) {
	const { path, everything, service } = await write(archive, request);
	return { calls: openAt(path).calls, everything, preview: service.preview({ choice: {}, hasNotes: true }) };
}

test('pictures go along with their texts, each once, and nothing is told of the file they lay in', async () => {
	const { archive, one, two } = await illustrated();
	const { calls, everything, preview } = await copied(archive);
	expect(preview).toMatchObject({ pictureCount: 2, pictureBytes: expect.any(Number) });
	expect(preview.pictureBytes).toBeGreaterThan(0);
	for (const place of [
		{ id: one, ordinal: 2 },
		{ id: two, ordinal: 1 },
	]) {
		const { mediaType, bytes } = await calls.editions.picture(place);
		expect(mediaType).toBe('image/png');
		expect(Buffer.from(bytes).equals(png)).toBe(true);
	}
	const [, figure] = await calls.editions.blocks({ id: two });
	const picture = { mediaType: 'image/png', width: 40, height: 30, sha256: expect.any(String) };
	expect(figure?.figure).toEqual({
		alt: 'A sample map',
		picture: { ...picture, start: 0, length: png.length, coding: 'stored' },
	});
	expect(everything.split(png.toString('base64'))).toHaveLength(2);
	await expect(calls.editions.picture({ id: two, ordinal: 0 })).rejects.toMatchObject({ code: 'not-found' });
});

test('what a camera wrote into one stays at home, and by its digest nobody knows the file again', async () => {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const told = withPngText(png, 'Comment', 'Sample camera 0042');
	const names = {
		'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png' }),
		'word/media/image1.png': told,
	};
	const document = await docxOf(`${wordParagraph('alpha')}<w:p>${wordPicture('r1', 'A sample map')}</w:p>`, names);
	writeFileSync(join(root, 'one.docx'), document);
	const [item] = await archives.add(archive, join(root, 'one.docx'));
	const id = archive.services.records.get({ id: item?.recordId as RecordId }).editionId as EditionId;
	const { calls, everything } = await copied(archive);
	expect(Buffer.from((await calls.editions.picture({ id, ordinal: 1 })).bytes).equals(png)).toBe(true);
	const sha256 = createHash('sha256').update(png).digest('hex');
	expect((await calls.editions.blocks({ id }))[1]?.figure?.picture).toMatchObject({ sha256, length: png.length });
	expect(everything).not.toContain(createHash('sha256').update(told).digest('hex'));
});

test('without them the words of each stand alone', async () => {
	const { archive, two } = await illustrated();
	const { calls, everything } = await copied(archive, { hasPictures: false });
	expect((await calls.editions.blocks({ id: two }))[1]?.figure).toEqual({ alt: 'A sample map' });
	expect(everything).not.toContain(png.toString('base64'));
	await expect(calls.editions.picture({ id: two, ordinal: 1 })).rejects.toMatchObject({ code: 'not-found' });
});

test('where nobody says, they stay as soon as a name is to be withheld', async () => {
	const { archive, two } = await illustrated();
	const { recordId } = archive.services.editions.get({ id: two });
	const withhold = (withheldNames: string[]) =>
		archive.services.descriptions.update({ recordIds: [recordId], fields: { withheldNames } });
	withhold(['Obrazets Probnov']);
	const { everything, preview } = await copied(archive);
	expect(preview.hasPictures).toBe(false);
	expect(everything).not.toContain(png.toString('base64'));
	withhold([]);
	expect((await copied(archive)).everything).toContain(png.toString('base64'));
});

test('more pictures than a copy takes are refused, also where a text says that they are smaller', async () => {
	const { archive } = await illustrated();
	archive.database.write((writer) => {
		writer.run('DROP TRIGGER IF EXISTS blocks_unchanged');
		writer.run(`UPDATE blocks SET attributes = json_set(attributes, '$.figure.picture.length', -1000000)
			WHERE kind = 'figure' AND ordinal = 1`);
	});
	await expect(write(archive, { mostTextBytes: 20 })).rejects.toMatchObject({ code: 'invalid-input' });
});

test('a picture of an original that is not as it was is left out, and the copy is written', async () => {
	const { archive, two } = await illustrated();
	archive.database.write((writer) => {
		writer.run('DROP TRIGGER original_chunks_unchanged');
		writer.run('UPDATE original_chunks SET bytes = zeroblob(length(bytes))');
	});
	const { calls } = await copied(archive);
	expect((await calls.editions.blocks({ id: two }))[1]?.figure).toEqual({ alt: 'A sample map' });
});
