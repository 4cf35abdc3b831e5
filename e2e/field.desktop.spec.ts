import fs from 'node:fs';
import path from 'node:path';
import { commandTitleKey } from '#shared/api/commands.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { accessibilityFaults } from './fixtures/axe.ts';
import { lecternJson, runLectern } from './fixtures/command-line.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';
import { filesWith } from './fixtures/traces.ts';

const passphrase = 'sample words of a test';
const marker = markerWord(7, 2);

/** A machine on which all that is kept is kept below one folder. */
function makeMachine(folder: string): { home: string; environment: Record<string, string> } {
	const home = path.join(folder, 'home');
	const places = { TMPDIR: 'tmp', XDG_RUNTIME_DIR: 'run', XDG_DATA_HOME: 'share', XDG_CONFIG_HOME: 'config' };
	const environment: Record<string, string> = { HOME: home, XDG_CACHE_HOME: path.join(home, 'cache') };
	for (const [name, place] of Object.entries(places)) {
		environment[name] = path.join(home, place);
		fs.mkdirSync(path.join(home, place), { recursive: true, mode: 0o700 });
	}
	return { home, environment };
}

test('in the field profile a day of work leaves nothing on the machine, and its backup is opened on another', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const { home, environment } = makeMachine(folder);
	const stick = path.join(folder, 'stick');
	const documents = path.join(folder, 'documents');
	// Another file system than the archive's: another medium, as far as can be seen.
	const otherStick = fs.mkdtempSync('/dev/shm/lectern-e2e-');
	fs.mkdirSync(stick);
	const letter = writeFile(documents, `letter ${marker}.txt`, artificialLetter(7, 4));
	const backup = path.join(otherStick, 'export.lectern');
	try {
		const running = await startDesktop({ isField: true, environment });
		const { library, reader, frame, cards, passphrase: asks, field, search } = running.pages;
		await expect(field.noArchive).toBeVisible();
		expect(await accessibilityFaults(running.page)).toEqual([]);
		await running.willSaveAs(path.join(stick, 'secret.lectern'));
		await field.page.getByRole('button', { name: message('command.archive.new-encrypted') }).click();
		await asks.choose(passphrase, 'secret');
		await asks.makeButton.click();
		await running.chooseFiles([letter], () => library.addButton.click());
		await library.open('Sample letter 7');
		await reader.focusParagraph(2);
		await frame.press('annotation.note');
		await cards.editor.fill(`Written of ${marker}`);
		expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
			message('app.name'),
		);
		const limits = fs.readFileSync(`/proc/${await running.archiveProcess()}/limits`, 'utf8');
		expect(limits).toMatch(/^Max core file size\s+0\s+0\s/m);

		await expect(frame.statusBar).toContainText(message('backup.none'));
		const suggested = running.app.evaluate(
			({ dialog }, filePath) =>
				new Promise<string | undefined>((resolve) => {
					dialog.showSaveDialog = (async (_window: unknown, { defaultPath }: { defaultPath?: string }) => {
						resolve(defaultPath);
						return { canceled: false, filePath };
					}) as typeof dialog.showSaveDialog;
				}),
			backup,
		);
		await frame.press('archive.backup');
		expect(await suggested).toBe('export.lectern');
		await expect(frame.statusBar).toContainText(message('backup.age', { days: 0 }));
		expect(fs.readdirSync(otherStick)).toEqual(['export.lectern']);
		// The archive stays this program's: reading its file has not given the lock away.
		const key = writeFile(documents, 'key', passphrase);
		const place = ['--archive', path.join(stick, 'secret.lectern'), '--passphrase-file', key, '--data', dataFolder];
		expect(await runLectern('add', letter, ...place)).toMatchObject({ status: 2 });

		await reader.selectWithMouse(2, 12);
		await running.page.keyboard.press('ControlOrMeta+KeyC');
		const clipboard = () => running.app.evaluate((electron) => electron.clipboard.readText());
		await expect.poll(clipboard).not.toBe('');
		await frame.press('archive.lock');
		await expect(asks.lockedTitle).toBeVisible();
		expect(await clipboard()).toBe('');
		await asks.unlock(passphrase);
		await expect(cards.card('note', 2)).toContainText(`Written of ${marker}`);
		await search.box.fill(marker);
		await expect(search.options.first()).toBeVisible();
		await running.close();

		// What Chromium needed goes a moment after the end.
		await expect.poll(() => fs.readdirSync(path.join(home, 'run'))).toEqual([]);
		for (const trace of [marker, 'Sample letter', 'secret']) expect(filesWith(home, trace)).toEqual([]);
		expect(filesWith(stick, marker)).toEqual([]);
		expect(fs.readdirSync(stick).sort()).toEqual(['copies', 'secret.lectern']);

		const other = await startDesktop({ archive: backup, isField: true, environment });
		await other.pages.passphrase.unlock(passphrase);
		await other.pages.library.open('Sample letter 7');
		await expect(other.pages.cards.card('note', 2)).toContainText(`Written of ${marker}`);
		await other.close();
		expect(filesWith(otherStick, marker)).toEqual([]);
	} finally {
		fs.rmSync(otherStick, { recursive: true, force: true });
	}
});

test('a device is set to it and back; before that, what it kept goes, and what the network would bring is looked for', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'plain.lectern');
	const letter = writeFile(folder, 'sample.txt', artificialLetter(7, 4));
	await lecternJson('new', archive, '--data', dataFolder);
	await lecternJson('add', letter, '--archive', archive, '--data', dataFolder);
	const first = await startDesktop({ archive });
	const { library, frame, palette, settings, field, passphrase: asks, adding } = first.pages;
	await expect.poll(() => library.count()).toBe(1);
	await palette.goTo(message(commandTitleKey('device.ready')));
	await expect(field.parts).toHaveCount(6);
	expect(await accessibilityFaults(first.page)).toEqual([]);
	await first.page.keyboard.press('Escape');

	// A plain archive's backup gets a passphrase of its own, and says where it lies too near.
	const backup = path.join(folder, 'backup.lectern');
	await first.willSaveAs(backup);
	await frame.press('archive.backup');
	await asks.choose(passphrase, 'plain');
	expect(await accessibilityFaults(first.page)).toEqual([]);
	await field.chooseWhere.click();
	await frame.toasts.getByRole('button', { name: message('job.show-report') }).click();
	await expect(adding.report).toContainText(message('backup.same-medium'));
	await expect(frame.statusBar).toContainText(message('backup.none'));
	expect(filesWith(folder, markerWord(7, 2)).filter((name) => name === 'backup.lectern')).toEqual([]);

	await frame.press('settings.open');
	await expect(settings.heading).toBeVisible();
	await field.toggle();
	expect(await accessibilityFaults(first.page)).toEqual([]);
	await field.confirmButton.click();
	await expect(frame.main).toContainText(message('field.next-start'));
	await field.removeCopies.click();
	await expect(field.removeCopies).toBeHidden();
	expect(await accessibilityFaults(first.page)).toEqual([]);
	await first.close();
	expect(fs.readFileSync(path.join(dataFolder, 'profile.json'), 'utf8')).not.toContain('plain');
	expect(filesWith(dataFolder, markerWord(7, 2))).toEqual([]);

	const second = await startDesktop();
	await expect(second.pages.field.noArchive).toBeVisible();
	await second.pages.frame.press('settings.open');
	await second.pages.field.toggle();
	await expect(second.pages.frame.main).toContainText(message('field.asked'));
	await second.close();
	const third = await startDesktop();
	await expect.poll(() => third.pages.library.count()).toBe(starterRecordCount);
});
