import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { expect, test } from './fixtures/test.ts';

test('a file that cannot be read is named, the rest goes on, and it can be tried again', async ({ start, folder }) => {
	const good = writeFile(folder, 'good.txt', 'Sample letter 7. Alpha beta gamma.\n');
	const gone = path.join(folder, 'gone.txt');
	const running = await start();
	const { library, adding, frame } = running.pages;
	await running.chooseFiles([gone, good], () => library.addButton.click());
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(adding.outcome('good.txt', 'added')).toBeVisible();
	await expect(adding.outcome('gone.txt', 'failed')).toBeVisible();
	await expect(adding.detail('gone.txt')).toContainText('gone.txt');

	fs.writeFileSync(gone, 'Sample letter 8. Delta epsilon zeta.\n');
	await adding.retryButton.click();
	await expect(adding.outcome('gone.txt', 'added')).toBeVisible();
});

test('a text too large to read is kept byte for byte, and the report says why it has no text', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const huge = writeFile(folder, 'huge.txt', 'Alpha beta gamma delta. '.repeat(hugeBytes / 24));
	const { pages } = await startDesktop({ add: [huge] });
	await pages.frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(pages.adding.outcome('huge.txt', 'no-text')).toBeVisible();
	await expect(pages.adding.detail('huge.txt')).toContainText(message('import.reason.too-large', { megabytes: 64 }));
	await pages.adding.openRecord('huge.txt').click();
	await expect(pages.reader.text).toContainText(message('reader.no-text-means'));
	// In the archive or still in its log.
	const archives = path.join(dataFolder, 'archives');
	const sizes = fs.readdirSync(archives).map((name) => fs.statSync(path.join(archives, name)).size);
	expect(Math.max(...sizes)).toBeGreaterThan(hugeBytes);
});

const hugeBytes = 72_000_000;
