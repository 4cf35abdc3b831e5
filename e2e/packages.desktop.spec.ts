import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults, contrastFaults } from './fixtures/axe.ts';
import { runLectern } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';

test('a package is chosen, written, found whole by other tools and by the check', async ({ startDesktop, folder }) => {
	const letter = writeFile(folder, 'letter.txt', artificialLetter(4, 3));
	const started = await startDesktop({ add: [letter] });
	const { pages, page } = started;
	const { packages, palette, adding, frame, library, merging } = pages;
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
		await page.setViewportSize({ width: 360, height: 700 });
		await expect(packages.start).toBeInViewport({ ratio: 1 });
		await page.setViewportSize({ width: 1280, height: 820 });
	});

	await test.step('a folder that sha256sum finds whole, with a report', async () => {
		await packages.choose('package.export.profile', 'package.export.profile.whole');
		await packages.choose('package.export.form', 'package.export.form.folder');
		const bag = path.join(folder, 'bag');
		await started.keepFile(bag, () => packages.start.click());
		await expect(frame.toasts).toContainText(message('job.whole.package'));
		execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'], { cwd: bag });
		await frame.closeToasts();
		await frame.goTo('navigation.adding');
		await expect(adding.outcome('bag', 'intact')).toBeVisible();
		await expect(adding.outcome('Sample letter 4', 'packed')).toBeVisible();
		expect(await accessibilityFaults(page)).toEqual([]);
	});

	await test.step('the check finds it valid, looks into it, and finds it invalid after a change', async () => {
		const bag = path.join(folder, 'bag');
		await palette.goTo(message('command.package.check'));
		await started.chooseFolder(bag, () => packages.chooseFolder.click());
		await expect(packages.checkDialog).toContainText('bag is valid');
		await packages.lookInto.click();
		await expect(merging.title).toHaveText(message('merge.empty.title'));
		await palette.goTo(message('command.package.check'));
		await started.chooseFolder(bag, () => packages.chooseFolder.click());
		const original = path.join(bag, 'data/originals/letter.txt');
		const bytes = fs.readFileSync(original);
		fs.appendFileSync(original, 'x');
		await packages.chooseFolder.click();
		await expect(packages.checkDialog).toContainText('does not have the bytes that the manifest states');
		expect(await accessibilityFaults(page)).toEqual([]);
		fs.writeFileSync(original, bytes);
		await packages.checkAgain.click();
		await expect(packages.checkDialog).toContainText('bag is valid');
		// The focus is still within, although what had it was at work meanwhile.
		await page.keyboard.press('Escape');
		await expect(packages.checkDialog).toHaveCount(0);
		await frame.showTheme('dark');
		await palette.goTo(message('command.package.export'));
		await expect(packages.goes).toContainText('2 originals');
		expect(await contrastFaults(page)).toEqual([]);
	});
});

test('a share says which record goes redacted, and that its title tells what was blacked out', async ({
	startDesktop,
	folder,
}) => {
	const letter = writeFile(folder, 'letter.txt', 'Letter of Obrazets Probnov\n\nSigned by Obrazets Probnov.\n');
	const started = await startDesktop({ add: [letter] });
	const { pages, page } = started;
	const { packages, palette, adding, frame, writing } = pages;
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await adding.openRecord('letter.txt').click();
	await frame.closeToasts();
	await frame.tab('provenance.tab').click();
	await page.getByRole('button', { name: message('command.text.redact'), exact: true }).click();
	const { field } = writing.redaction;
	await field.fill('Letter of ████\n\nSigned by ████.\n');
	await page.keyboard.press('Control+Enter');
	await expect(frame.toast(message('writing.redaction.saved'))).toBeVisible();
	await frame.closeToasts();

	await palette.goTo(message('command.package.export'));
	await expect(packages.goes).toContainText('2 originals');
	await expect(packages.redacted).toHaveCount(0);
	await packages.choose('package.export.profile', 'package.export.profile.share');
	await expect(packages.redacted).toContainText('Title (Obrazets, Probnov)');
	await expect(packages.redacted).toContainText(message('package.redacted.warning'));
	expect(await accessibilityFaults(page)).toEqual([]);
});

test('names to be withheld are found before a share leaves; an encrypted package is merged', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'sample.lectern');
	const named = writeFile(folder, 'named.txt', 'A sample letter.\n\nSigned by Пробнов Образец, as it says.\n');
	const other = writeFile(folder, 'other.txt', artificialLetter(5, 3));
	const inArchive = ['--archive', archive, '--data', dataFolder];
	for (const args of [
		['new', archive, '--data', dataFolder],
		['add', named, other, ...inArchive],
		['describe', 'named', '--set', 'withheldNames=Obrazets Probnov', ...inArchive],
	])
		expect(await runLectern(...args)).toMatchObject({ status: 0 });
	const started = await startDesktop({ archive });
	const { pages, page } = started;
	const { packages, palette, frame, library, merging, adding } = pages;
	await expect(library.row('named')).toBeVisible();

	await test.step('each place is shown with its words, and nothing leaves before it is settled', async () => {
		await palette.goTo(message('command.package.export'));
		await packages.choose('package.export.profile', 'package.export.profile.share');
		await packages.start.click();
		await expect(packages.found.filter({ hasText: 'data/texts/named.txt' })).toContainText('Пробнов Образец');
		await expect(packages.letGo).toBeEnabled();
		expect(await accessibilityFaults(page)).toEqual([]);
		await page.setViewportSize({ width: 360, height: 700 });
		await expect(packages.letGo).toBeInViewport({ ratio: 1 });
		await page.setViewportSize({ width: 1280, height: 820 });
		await packages.leaveOut.click();
		await expect(packages.found).toHaveCount(0);
		const share = path.join(folder, 'share');
		await started.keepFile(share, () => packages.start.click());
		await frame.goTo('navigation.adding');
		await expect(adding.outcome('Sample letter 5', 'packed')).toBeVisible();
		expect(fs.readdirSync(path.join(share, 'data/texts'))).toHaveLength(1);
		await frame.closeToasts();
	});

	await test.step('an encrypted package asks for its passphrase, says what it brings, and is merged', async () => {
		const package_ = path.join(folder, 'field.zip.age');
		const second = path.join(folder, 'field.lectern');
		const inField = ['--archive', second, '--data', path.join(folder, 'field-data')];
		const key = writeFile(folder, 'passphrase', 'five sample words in it\n');
		const field = writeFile(folder, 'field.txt', artificialLetter(6, 3));
		for (const args of [
			['new', second, '--data', path.join(folder, 'field-data')],
			['add', field, ...inField],
			['export', '--package', package_, '--package-passphrase-file', key, ...inField],
		])
			expect(await runLectern(...args)).toMatchObject({ status: 0 });
		await started.chooseFiles([package_], () => palette.goTo(message(commandTitleKey('archive.merge'))));
		await merging.passphrase.fill('another');
		await merging.openPackage.click();
		await expect(page.getByRole('main')).toContainText(message('error.wrong-passphrase', { file: 'field.zip.age' }));
		// To try again is to give another passphrase.
		await expect(merging.passphrase).toBeFocused();
		await expect(merging.retryButton).toHaveCount(0);
		await frame.showTheme('dark');
		await merging.passphrase.fill('five sample words in it');
		await merging.openPackage.click();
		await expect(merging.things).toContainText(['Sample letter 6']);
		await expect(merging.title).toBeFocused();
		expect(await accessibilityFaults(page)).toEqual([]);
		await merging.mergeButton.click();
		await expect(merging.title).toHaveText(message('merge.done.title'));
		await expect(merging.title).toBeFocused();
	});
});
