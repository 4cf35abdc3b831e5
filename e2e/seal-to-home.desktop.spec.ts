import fs from 'node:fs';
import path from 'node:path';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { runLectern } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';

test('work is sealed to home on the road, taken off the device, and merged at home with its key file', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const [archive, key] = [path.join(folder, 'home.lectern'), path.join(folder, 'key.txt')];
	const road = path.join(folder, 'road');
	const [carried, sealed] = [path.join(road, 'carried.lectern'), path.join(road, 'sealed.zip.age')];
	fs.mkdirSync(road);
	const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 3));
	expect(await runLectern('new', archive, '--data', dataFolder)).toMatchObject({ status: 0 });

	await test.step('at home a key file is made, and the archive keeps the public key', async () => {
		const running = await startDesktop({ archive });
		const { frame, home } = running.pages;
		await frame.press('settings.open');
		await running.keepFile(key, () => home.makeKey.click());
		await expect(home.keys.filter({ hasText: 'age1' })).toBeVisible();
		await frame.closeToasts();
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await running.close();
	});

	fs.copyFileSync(archive, carried);
	const publicKey = /age1\w+/.exec(fs.readFileSync(key, 'utf8'))?.[0] ?? '';

	await test.step('on the road it is sealed, and what lies in the open is removed', async () => {
		const running = await startDesktop({ archive: carried, dataFolder: path.join(folder, 'road-data') });
		const { field, frame, home, library, palette } = running.pages;
		await running.chooseFiles([letter], () => library.addButton.click());
		await expect(library.row('Sample letter 4')).toBeVisible();
		await frame.closeToasts();
		await palette.goTo(message(commandTitleKey('archive.seal')));
		await expect(home.asking).toContainText(publicKey);
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await running.page.setViewportSize({ width: 360, height: 700 });
		await expect(home.chooseWhere).toBeInViewport({ ratio: 1 });
		await running.keepFile(sealed, () => home.chooseWhere.click());
		await expect(home.sealed).toContainText('sealed.zip.age was read back and is whole');
		await expect(home.sealed).toContainText(carried);
		await frame.showTheme('dark');
		expect(await contrastFaults(running.page)).toEqual([]);
		await home.remove.click();
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await home.confirmRemoving.click();
		await expect(home.removed).toContainText('The work is in sealed.zip.age now');
		expect(fs.readdirSync(road)).toEqual(['sealed.zip.age']);
		await running.page.keyboard.press('Enter');
		await expect(home.removed).toHaveCount(0);
		await expect(field.noArchive).toBeVisible();
		await running.close();
	});

	await test.step('at home the key is asked for, and brings all of it in', async () => {
		const running = await startDesktop({ archive });
		const { frame, home, library, merging, packages, palette } = running.pages;
		await expect(frame.statusBar).toBeVisible();
		await palette.goTo(message('command.package.check'));
		await running.chooseFiles([sealed], () => packages.chooseFile.click());
		await expect(home.chooseKeyFile).toBeFocused();
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await running.page.setViewportSize({ width: 360, height: 700 });
		await home.secretKey.fill(fs.readFileSync(key, 'utf8').trim().split('\n').at(-1) ?? '');
		await packages.openToCheck.click();
		await expect(packages.checkDialog).toContainText('sealed.zip.age is valid');
		await running.page.keyboard.press('Escape');
		await running.page.setViewportSize({ width: 1280, height: 820 });
		await running.chooseFiles([sealed], () => palette.goTo(message(commandTitleKey('archive.merge'))));
		await expect(home.chooseKeyFile).toBeFocused();
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await home.secretKey.fill(fs.readFileSync(key, 'utf8').trim().split('\n').at(-1) ?? '');
		await merging.openPackage.click();
		await expect(merging.things).toContainText(['Sample letter 4']);
		await merging.mergeButton.click();
		await expect(merging.title).toHaveText(message('merge.done.title'));
		await frame.press('go.library');
		await expect(library.row('Sample letter 4')).toBeVisible();
	});
});
