import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { expect, test } from './fixtures/test.ts';

test('a package is chosen, written, found whole by other tools and by the check', async ({ startDesktop, folder }) => {
	test.setTimeout(180_000);
	const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 3));
	const started = await startDesktop({ add: [letter] });
	const { pages, page } = started;
	const { packages, palette, adding, frame, library } = pages;
	await expect(library.row('Sample letter 4')).toBeVisible();
	await frame.closeToasts();

	await test.step('the dialog says what goes and what stays, and by whom it is opened', async () => {
		await palette.goTo(message('command.package.export'));
		await expect(packages.goes).toContainText('2 originals, byte for byte');
		await packages.choose('package.export.profile', 'package.export.profile.share');
		await expect(packages.stays).toContainText('2 originals');
		await packages.choose('package.export.form', 'package.export.form.encrypted');
		await expect(packages.start).toBeDisabled();
		await packages.passphrase.fill('five sample words in it');
		await packages.passphraseAgain.fill('five sample words');
		await expect(packages.dialog).toContainText(message('package.export.passphrase-differs'));
		await packages.passphraseAgain.fill('five sample words in it');
		await expect(packages.start).toBeEnabled();
		expect(await accessibilityFaults(page)).toEqual([]);
		await packages.look('export-light');
		await page.setViewportSize({ width: 360, height: 700 });
		await packages.look('export-narrow');
		await page.setViewportSize({ width: 1280, height: 820 });
	});

	await test.step('a folder that sha256sum finds whole, with a report', async () => {
		await packages.choose('package.export.profile', 'package.export.profile.whole');
		await packages.choose('package.export.form', 'package.export.form.folder');
		const bag = path.join(folder, 'bag');
		await started.keepFile(bag, () => packages.start.click());
		execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], { cwd: bag });
		await frame.closeToasts();
		await frame.goTo('navigation.adding');
		await expect(adding.outcome('bag', 'intact')).toBeVisible();
		await expect(adding.outcome('Sample letter 4', 'packed')).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('the check finds it valid, and not after a change', async () => {
		const bag = path.join(folder, 'bag');
		await palette.goTo(message('command.package.check'));
		await started.chooseFolder(bag, () => packages.chooseFolder.click());
		await expect(packages.checkDialog).toContainText('bag is valid');
		fs.appendFileSync(path.join(bag, 'data/originals/letter.txt'), 'x');
		await packages.chooseFolder.click();
		await expect(packages.checkDialog).toContainText('does not have the bytes that the manifest states');
		await packages.look('check-invalid');
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await frame.showTheme('dark');
		await palette.goTo(message('command.package.export'));
		await expect(packages.goes).toContainText('2 originals');
		await packages.look('export-dark');
	});
});
