import path from 'node:path';
import { artificialLetter, markerWord, writeFile } from './fixtures/artificial-texts.ts';
import { lecternJson } from './fixtures/command-line.ts';
import { expect, test } from './fixtures/test.ts';

test('in a browser an archive with a passphrase is opened, locked and opened again at the same place', async ({
	startBrowserEdition,
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'secret.lectern');
	const place = ['--passphrase-file', writeFile(folder, 'key', 'sample words\n'), '--data', dataFolder];
	await lecternJson('new', archive, ...place);
	await lecternJson('add', writeFile(folder, 'letter.txt', artificialLetter(7)), '--archive', archive, ...place);
	const { page, pages } = await startBrowserEdition({ archive });
	const { passphrase, library, reader, frame } = pages;
	await passphrase.unlock('other words');
	await expect(passphrase.error).toContainText('does not open secret.lectern');
	await passphrase.unlock('sample words');
	await library.open('Sample letter 7');
	expect(await reader.paragraphText(1)).toContain(markerWord(7, 1));
	await frame.press('archive.lock');
	await expect(passphrase.lockedTitle).toBeVisible();
	await expect(page.getByText(markerWord(7, 1))).toHaveCount(0);
	await passphrase.unlock('sample words');
	expect(await reader.paragraphText(1)).toContain(markerWord(7, 1));
});
