import path from 'node:path';
import type { Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';
import { writeFile, writeLetters } from './fixtures/artificial-texts.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('files and folders that are dropped on the window are added', async ({ start, folder }) => {
	const single = writeFile(folder, 'single.txt', 'Sample letter 70. Alpha beta gamma.\n');
	const letters = path.join(folder, 'letters');
	writeLetters(letters, 3, 2);
	const { page, pages } = await start();
	await expect(pages.library.grid).toBeVisible();
	await drag(page, [single, letters]);
	await expect(page.getByText(message('adding.drop'))).toBeVisible();
	await drop(page, [single, letters]);
	await expect(page.getByText(message('adding.drop'))).toHaveCount(0);
	await pages.frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(pages.adding.rows).toHaveCount(4);
	await expect(pages.adding.outcome('single.txt', 'added')).toBeVisible();
	await expect(pages.adding.outcome('letter-0003.txt', 'added')).toBeVisible();
	await pages.frame.goTo('library.title');
	await expect.poll(() => pages.library.count()).toBe(starterRecordCount + 4);
});

/** A drag from the system, files and all: what no script in the page can make. */
async function drag(page: Page, files: string[]): Promise<void> {
	await dispatch(page, files, ['dragEnter', 'dragOver']);
}

async function drop(page: Page, files: string[]): Promise<void> {
	await dispatch(page, files, ['drop']);
}

async function dispatch(
	page: Page,
	files: string[],
	types: readonly ('dragEnter' | 'dragOver' | 'drop')[],
): Promise<void> {
	const session = await page.context().newCDPSession(page);
	for (const type of types)
		await session.send('Input.dispatchDragEvent', {
			type,
			x: 500,
			y: 400,
			data: { items: [], files, dragOperationsMask: 1 },
		});
	await session.detach();
}
