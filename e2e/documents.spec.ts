import path from 'node:path';
import { column, writePdf } from '#archive/testing/test-pdf.ts';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { expect, test } from './fixtures/test.ts';

const attached = writePdf([column(['Delta epsilon, where tamarvel stands.'])]);

const mail = [
	'From: Sample Sender <sender@example.org>',
	'To: Sample Reader <reader@example.org>',
	'Subject: Sample mail 11',
	'Date: Thu, 29 Feb 2024 23:30:00 +0000',
	'Content-Type: multipart/mixed; boundary=cut',
	'',
	'--cut',
	'Content-Type: text/html; charset=utf-8',
	'',
	'<p>Alpha beta, where <b>quorvane</b> stands.<script>document.title = "run"</script></p>',
	'--cut',
	'Content-Disposition: attachment; filename="enclosed.pdf"',
	'Content-Transfer-Encoding: base64',
	'',
	attached.toString('base64'),
	'--cut--',
	'',
].join('\r\n');

test('a PDF, a mail and what is attached to it are added, found and read', async ({ start, folder }) => {
	const files = path.join(folder, 'documents');
	writeFile(
		files,
		'paper.pdf',
		writePdf(
			[
				[
					{ text: 'Sample paper 12', x: 72, y: 760, size: 22 },
					...column(['Alpha beta gamma, where sylcor-', 'vane stands.']),
				],
				column(['Zeta eta theta.']),
			],
			{ properties: '/Author (Sample Author)' },
		),
	);
	writeFile(files, 'scan.pdf', writePdf([[]]));
	writeFile(files, 'mail.eml', mail);
	const running = await start();
	const { library, adding, frame, reader, search } = running.pages;
	await running.chooseFolder(files, () => library.chooseToAdd('command.adding.folder'));
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(adding.rows).toHaveCount(4);
	await expect(adding.outcome('paper.pdf', 'added')).toBeVisible();
	await expect(adding.outcome('enclosed.pdf', 'added')).toBeVisible();
	await expect(adding.outcome('scan.pdf', 'no-text')).toBeVisible();
	await expect(adding.detail('scan.pdf')).toContainText(message('import.reason.pdf-scan'));

	await adding.openRecord('paper.pdf').click();
	await expect(reader.text.getByRole('heading', { name: 'Sample paper 12' })).toBeVisible();
	await expect(reader.text).toContainText('Alpha beta gamma, where sylcorvane stands.');
	await expect(reader.text.getByRole('separator', { name: message('reader.page', { page: 2 }) })).toBeAttached();

	await frame.press('search.open');
	for (const [word, title] of [
		['sylcorvane', 'Sample paper 12'],
		['quorvane', 'Sample mail 11'],
		['tamarvel', 'enclosed'],
	] as const) {
		await search.box.fill(`${word} `);
		await expect(search.options).toHaveCount(1);
		await expect(search.hits).toContainText(title);
	}
	await search.box.fill('quorvane ');
	await expect(search.hits).toContainText('Sample mail 11');
	await search.options.first().press('Enter');
	await expect(reader.text).toContainText('Sample Sender <sender@example.org>');
	await expect(reader.text).not.toContainText('document.title');
});
