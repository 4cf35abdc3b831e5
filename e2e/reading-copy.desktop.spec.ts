import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

test('a reading copy is asked for, shown beforehand, written and found whole', async ({ startDesktop, folder }) => {
	const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 3));
	const started = await startDesktop({ add: [letter] });
	const { pages, page } = started;
	const { palette, adding, frame, library, readingCopyExport } = pages;
	await expect(library.row('Sample letter 4')).toBeVisible();
	await frame.closeToasts();
	await palette.goTo(message(commandTitleKey('reading-copy.export')));
	await expect(readingCopyExport.dialog).toContainText(
		message('reading-copy.readme.stays', { originals: 2, closed: 0 }),
	);
	expect(await accessibilityFaults(page)).toEqual([]);
	await page.setViewportSize({ width: 360, height: 740 });
	await expect(readingCopyExport.startButton).toBeInViewport({ ratio: 1 });
	await page.setViewportSize({ width: 1280, height: 820 });

	const copy = path.join(folder, 'copy');
	await started.keepFile(copy, () => readingCopyExport.startButton.click());
	execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: copy });
	await frame.goTo('navigation.adding');
	await expect(adding.outcome('copy', 'intact')).toBeVisible();
	await expect(adding.outcome('Sample letter 4', 'packed')).toBeVisible();

	await frame.showTheme('dark');
	await palette.goTo(message(commandTitleKey('reading-copy.export')));
	await expect(readingCopyExport.dialog).toContainText(
		message('reading-copy.readme.stays', { originals: 2, closed: 0 }),
	);
	expect(await accessibilityFaults(page)).toEqual([]);
});
