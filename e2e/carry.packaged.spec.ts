import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { runLectern } from './fixtures/command-line.ts';
import { digestTitle } from './fixtures/starter.ts';
import { expect, type Started, test } from './fixtures/test.ts';
import { filesWith } from './fixtures/traces.ts';

const passphrase = 'sample words of a test';
/** What systems and shells trip over, as far as this one takes it. */
const strangeNames = ['поле № 7 \u2068“a&b”\u2069', "100% #1; $HOME `x` 'y'", 'Դաշտ\u00a0é.lectern'];

/** Finds by search, opens what was found. */
async function findDigest({ pages: { frame, search, reader } }: Started): Promise<void> {
	await frame.searchBox.fill('President');
	await search.hit(digestTitle, 2).dblclick();
	await expect(reader.numbers.first()).toBeVisible();
}

test('the packaged app carries work: found, marked, exported, merged home, locked, moved elsewhere and opened again', async ({
	start,
	folder,
	dataFolder,
}) => {
	const home = path.join(dataFolder, 'archives/starter.lectern');
	const fieldData = path.join(folder, 'field-data');
	const field = path.join(folder, 'stick', ...strangeNames);
	const words = writeFile(folder, 'words.txt', `${passphrase}\n`);
	const done = async (...args: string[]) => {
		const { status, stderr } = await runLectern(...args);
		expect(status, stderr).toBe(0);
	};

	await test.step('a copy of the archive goes along, under a name of many scripts and signs', async () => {
		const first = await start();
		await expect(first.pages.library.row(digestTitle)).toBeVisible();
		await first.close();
		fs.mkdirSync(path.dirname(field), { recursive: true });
		fs.copyFileSync(home, field);
	});

	await test.step('there it is searched and marked', async () => {
		const running = await start({ archive: field, dataFolder: fieldData });
		await findDigest(running);
		const { reader, frame, cards } = running.pages;
		await reader.focusParagraph(2);
		await frame.press('annotation.note');
		await cards.editor.fill('Quixotic, written on the road');
		await cards.doneButton.click();
		await expect(cards.card('note', 2)).toContainText('Quixotic, written on the road');
		expect(await running.outsideRequests()).toBe(0);
		await running.close();
	});

	const copy = path.join(folder, 'stick', 'reading copy');
	const parcel = path.join(folder, 'stick', 'parcel.zip.age');
	await test.step('a reading copy and an encrypted package of it are whole', async () => {
		const place = ['--archive', field, '--data', fieldData];
		await done('export', '--reading-copy', copy, ...place);
		execFileSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: copy });
		await done('export', '--package', parcel, '--package-passphrase-file', words, ...place);
		await done('bag-check', parcel, '--package-passphrase-file', words);
		expect(fs.readFileSync(parcel).includes('Quixotic')).toBe(false);
	});

	await test.step('at home the package is merged', async () => {
		const place = ['--archive', home, '--data', dataFolder];
		await done('merge', parcel, '--package-passphrase-file', words, ...place);
		const running = await start();
		const { frame, annotations, library, settings, passphrase: asks } = running.pages;
		await frame.press('go.annotations');
		await expect(annotations.rows).toHaveCount(1);

		await frame.press('settings.open');
		await expect(settings.heading).toBeVisible();
		await asks.changeButton('set').click();
		await asks.choose(passphrase, 'starter');
		await asks.changeButton('set').last().click();
		await asks.removeLeftButton.click();
		await expect(frame.toasts).toContainText(message('passphrase.left-removed'));
		await frame.press('archive.lock');
		await expect(asks.lockedTitle).toBeVisible();
		await asks.unlock(passphrase);
		await frame.goTo('library.title');
		await expect(library.row(digestTitle)).toBeVisible();
		await running.close();
	});

	await test.step('moved elsewhere it opens with its passphrase alone, and lies nowhere in plain text', async () => {
		const elsewhere = path.join(folder, 'another', ...strangeNames.toReversed(), 'moved.lectern');
		fs.mkdirSync(path.dirname(elsewhere), { recursive: true });
		fs.renameSync(home, elsewhere);
		expect(filesWith(path.join(folder, 'another'), 'Quixotic')).toEqual([]);
		const running = await start({ archive: elsewhere, dataFolder: path.join(folder, 'other-data') });
		const { frame, annotations, passphrase: asks } = running.pages;
		await asks.unlock('another one');
		await expect(asks.error).toBeVisible();
		await asks.unlock(passphrase);
		await findDigest(running);
		await frame.press('go.annotations');
		await expect(annotations.rows).toContainText(['Quixotic, written on the road']);
		await running.close();
		expect(filesWith(path.join(folder, 'other-data'), 'Quixotic')).toEqual([]);
		expect(fs.readdirSync(path.dirname(elsewhere))).toEqual(['moved.lectern']);
	});
});
