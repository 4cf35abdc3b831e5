import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import {
	docxOf,
	wordParagraph,
	wordPart,
	wordRelationships,
} from '#archive/importers/test-processes/made-documents.ts';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';
import { column, writePdf } from '#archive/testing/test-pdf.ts';
import { type JobId, newId, type RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';

const folder = temporaryFolders();
const archives = archivesOnDisk();

test('what readers marked and wrote in a PDF are annotations with their names and days, and go with it', async () => {
	const root = folder();
	const archive = archives.create(join(root, 'sample.lectern'));
	const path = join(root, 'a.pdf');
	writeFileSync(
		path,
		writePdf([column(['alpha beta gamma delta epsilon', 'zeta eta theta iota.'])], {
			notes: [
				"<< /Type /Annot /Subtype /Highlight /Rect [101 697 124 709] /QuadPoints [101.5 709 123.8 709 101.5 697 123.8 697] /T (One Sample) /Contents (Remark) /M (D:20240102030405+01'00') >>",
				'<< /Type /Annot /Subtype /Text /Rect [400 300 420 320] /Contents (Beside) /T (Two) >>',
			],
		}),
	);
	const [item] = await archives.add(archive, path);
	expect(item).toMatchObject({ outcome: 'added', note: message('adding.marks', { count: 2 }) });
	const { annotations, history } = archive.services;
	const recordId = item?.recordId as RecordId;
	const [beside, marked] = annotations.list({ recordId }).sort((a, b) => a.body.localeCompare(b.body));
	expect(marked).toMatchObject({
		...{ body: 'Remark', author: 'One Sample', createdAt: '2024-01-02T02:04:05.000Z', placement: 'placed' },
		target: { exact: 'beta' },
	});
	expect(beside).toMatchObject({ body: 'Beside', author: 'Two', target: null, region: { page: 1 } });

	history.undo();
	expect(annotations.list({})).toEqual([]);
});

test('comments that come with a later edition are said to be in its file only, those that were taken are not', async () => {
	const root = folder();
	const open = (name: string) => archives.create(join(root, name));
	const [archive, other] = [open('one.lectern'), open('other.lectern')];
	const path = join(root, 'b.docx');
	const comment = `<w:comment w:id="1" w:author="One Sample" w:date="2024-01-02T03:04:05Z">${wordParagraph('Remark')}</w:comment>`;
	const bytes = await docxOf(wordParagraph('alpha beta'), {
		'word/_rels/document.xml.rels': wordRelationships({ a: 'comments.xml' }, 'comments'),
		'word/comments.xml': wordPart('comments', comment),
	});
	writeFileSync(path, bytes);
	writeFileSync(join(root, 'a.txt'), 'alpha');
	const addedTo = async ({ services }: Archive, recordId: RecordId) =>
		services.newEditions.add({ id: newId<JobId>(), recordId, path, name: 'b.docx' });

	const [earlier] = await archives.add(archive, join(root, 'a.txt'));
	const recordId = earlier?.recordId as RecordId;
	const { edition } = await addedTo(archive, recordId);
	expect(edition.parameters).toEqual({ textAside: true });
	expect(archive.services.annotations.list({ recordId })).toEqual([]);
	expect((await archive.services.rereading.reread({ recordId })).id).toBe(edition.id);

	const [taken] = await archives.add(other, path);
	const takenId = taken?.recordId as RecordId;
	const { annotations, rereading } = other.services;
	expect((await rereading.reread({ recordId: takenId })).parameters).toEqual({});
	annotations.remove({ ids: annotations.list({ recordId: takenId }).map(({ id }) => id) });
	expect((await addedTo(other, takenId)).isSame).toBe(true);
	expect((await rereading.reread({ recordId: takenId })).parameters).toEqual({});
});
