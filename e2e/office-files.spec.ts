import path from 'node:path';
import { outlookMessage, presentation, wordDocument, workbook } from '#archive/importers/office/test-files.ts';
import { docxOf, epubOf, odtOf, wordParagraph, zipOf } from '#archive/importers/test-processes/made-documents.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { expect, test } from './fixtures/test.ts';

test('word processor documents and e-books are added, found and read; bad ones are named with their reason', async ({
	start,
	folder,
}) => {
	const files = path.join(folder, 'office');
	writeFile(files, 'a.docx', await docxOf(wordParagraph('Alpha beta gamma, wordmarker in a sample letter.')));
	const chapters = ['<html><body><h1>Part one</h1><p>Delta epsilon, bookmarker in a sample.</p></body></html>'];
	writeFile(files, 'b.epub', await epubOf({ metadata: '<dc:title>Sample book</dc:title>', chapters }));
	writeFile(files, 'c.odt', await odtOf('<text:p>Zeta eta, openmarker in a sample.</text:p>'));
	writeFile(files, 'broken.docx', (await docxOf(wordParagraph('alpha'))).subarray(0, 400));
	writeFile(files, 'd.rtf', '{\\rtf1\\ansi Theta iota, richmarker in a sample.\\par}');
	writeFile(files, 'e.xls', workbook('biff8'));
	writeFile(files, 'g.pptx', await presentation());
	writeFile(files, 'h.msg', outlookMessage());
	writeFile(files, 'i.doc', wordDocument('Sample of oldmarker.\r'));
	// What a file is says its content, not its name.
	writeFile(
		files,
		'folder.docx',
		await zipOf({ 'in/f.txt': 'Kappa lambda, zipmarker in a sample.', 'in/Thumbs.db': 'left' }),
	);
	const running = await start();
	const { library, adding, frame, search, reader } = running.pages;
	await running.chooseFolder(files, () => library.chooseToAdd('command.adding.folder'));
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(adding.rows).toHaveCount(12);
	for (const good of [
		'a.docx',
		'b.epub',
		'c.odt',
		'd.rtf',
		'e.xls',
		'g.pptx',
		'h.msg/note.txt',
		'i.doc',
		'folder.docx/in/f.txt',
	])
		await expect(adding.outcome(good, 'added')).toBeVisible();
	await expect(adding.outcome('broken.docx', 'no-text')).toBeVisible();
	await expect(adding.detail('broken.docx')).toContainText(message('import.reason.broken-zip'));
	await expect(adding.outcome('folder.docx/in/Thumbs.db', 'left-out')).toBeVisible();

	for (const [word, title, number] of [
		['wordmarker', 'a', 1],
		['bookmarker', 'Sample book', 1],
		['openmarker', 'c', 1],
		['richmarker', 'd', 1],
		['zipmarker', 'f', 1],
		['oldmarker', 'i', 1],
	] as const) {
		await search.box.fill(word);
		await search.hit(title, number).click();
		await expect(reader.text).toContainText(word);
	}
	expect(await running.outsideRequests()).toBe(0);
});
