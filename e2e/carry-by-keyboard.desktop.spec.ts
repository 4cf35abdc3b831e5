import fs from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { runLectern } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';

/** More stops than any page or dialog has: who has come round will not come there. */
const mostStops = 80;

test('an archive is carried by keys alone: reading copy, share, check, merge, undo', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const first = await startDesktop({ add: [writeFile(folder, 'letter.txt', artificialLetter(4, 3))] });
	await expect(first.pages.library.row('Sample letter 4')).toBeVisible();
	await first.close();
	const other = path.join(folder, 'other.lectern');
	fs.copyFileSync(path.join(dataFolder, 'archives/starter.lectern'), other);
	const letter = writeFile(folder, 'other.txt', artificialLetter(5, 2));
	expect((await runLectern('add', letter, '--archive', other, '--data', path.join(folder, 'data-2'))).status).toBe(0);

	const started = await startDesktop();
	const { page, pages } = started;
	const { palette, library, frame, readingCopyExport, packages, merging } = pages;
	const { keyboard } = page;
	await expect(library.row('Sample letter 4')).toBeVisible();

	const run = async (id: CommandId) => {
		await palette.open();
		await expect(palette.field).toBeFocused();
		await keyboard.type(message(commandTitleKey(id)));
		await expect(palette.entry(message(commandTitleKey(id))).first()).toBeVisible();
		await keyboard.press('Enter');
	};
	const press = async (control: Locator) => {
		await expect(control).toBeEnabled();
		const isThere = () => control.evaluate((element) => element === document.activeElement);
		for (let stop = 0; stop < mostStops && !(await isThere()); stop += 1) await keyboard.press('Tab');
		await expect(control).toBeFocused();
		await keyboard.press('Enter');
	};
	const choose = async (field: MessageKey, option: MessageKey) => {
		await press(packages.dialog.getByRole('button', { name: message(field) }));
		await keyboard.type(message(option).slice(0, 6));
		await expect(page.getByRole('option', { name: message(option) })).toBeFocused();
		await keyboard.press('Enter');
	};

	await test.step('a reading copy', async () => {
		await run('reading-copy.export');
		await expect(readingCopyExport.dialog).toBeVisible();
		await started.keepFile(path.join(folder, 'copy'), () => press(readingCopyExport.startButton));
		await expect(readingCopyExport.dialog).toBeHidden();
	});

	const bag = path.join(folder, 'share');
	await test.step('a package to share', async () => {
		await run('package.export');
		await expect(packages.goes).toBeVisible();
		await choose('package.export.profile', 'package.export.profile.share');
		await choose('package.export.form', 'package.export.form.folder');
		await started.keepFile(bag, () => press(packages.start));
		await expect.poll(() => fs.existsSync(path.join(bag, 'tagmanifest-sha256.txt'))).toBe(true);
		await expect(packages.dialog).toBeHidden();
	});

	await test.step('its check', async () => {
		await run('package.check');
		await started.willChoose([bag]);
		await press(packages.chooseFolder);
		await expect(packages.checkDialog).toContainText('share is valid');
		await keyboard.press('Escape');
		await expect(packages.checkDialog).toBeHidden();
	});

	await test.step('what was done in another copy comes in, and out again', async () => {
		await started.willChoose([other]);
		await run('archive.merge');
		await press(merging.mergeButton);
		await expect(merging.title).toHaveText(message('merge.done.title'));
		await press(merging.undoButton);
		await expect(frame.toasts).toContainText(message('history.step.merged'));
	});
	expect(await started.outsideRequests()).toBe(0);
});
