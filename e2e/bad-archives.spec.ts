import fs from 'node:fs';
import path from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { writeFile } from './fixtures/artificial-texts.ts';
import { digestOf, lecternJson } from './fixtures/command-line.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, onDesktop, test } from './fixtures/test.ts';

/** SQLite keeps the schema version that Lectern counts its formats by at this place of the file, big-endian. */
const userVersionAt = 60;

const badArchives = [
	{
		what: 'no archive at all',
		make: (folder: string) => writeFile(folder, 'letter.lectern', 'Alpha beta gamma, sample letter 7.'),
		says: message('archive.reason.notSqlite'),
	},
	{
		what: 'empty',
		make: (folder: string) => writeFile(folder, 'empty.lectern', ''),
		says: message('archive.reason.empty'),
	},
	{
		what: 'damaged',
		make: async (folder: string) => {
			const file = await newArchive(folder);
			const bytes = fs.readFileSync(file);
			bytes.fill(0x58, 4096, bytes.length - 512);
			fs.writeFileSync(file, bytes);
			return file;
		},
		says: /damaged/,
	},
	{
		what: 'from the future',
		make: async (folder: string) => {
			const file = await newArchive(folder);
			const bytes = fs.readFileSync(file);
			bytes.writeUInt32BE(9999, userVersionAt);
			fs.writeFileSync(file, bytes);
			return file;
		},
		says: /newer Lectern/,
	},
];

for (const { what, make, says } of badArchives) {
	test(`an archive that is ${what} is refused in a sentence, left as it was, and there is a way out`, async ({
		start,
		folder,
		dataFolder,
	}) => {
		const file = await make(folder);
		const before = digestOf(file);
		// An archive was opened on this device before: it is the way out.
		await lecternJson('list', '--data', dataFolder);
		const { pages } = await start({ archive: file });
		await expect(pages.frame.error).toContainText(says);
		await expect(pages.frame.error).toContainText(path.basename(file));
		await pages.frame.noArchiveButton.click();
		await pages.frame.menuItem(message('archive.starterTitle')).click();
		await expect.poll(() => pages.library.count()).toBe(starterRecordCount);
		expect(digestOf(file)).toBe(before);
	});
}

test('the next start opens the archive that was open before the bad one', onDesktop, async ({ start, folder }) => {
	const good = await start();
	await expect.poll(() => good.pages.library.count()).toBe(starterRecordCount);
	await good.close();
	const bad = await start({ archive: writeFile(folder, 'letter.lectern', 'Alpha beta gamma') });
	await expect(bad.pages.frame.error).toBeVisible();
	await bad.close();
	const again = await start();
	await expect.poll(() => again.pages.library.count()).toBe(starterRecordCount);
});

async function newArchive(folder: string): Promise<string> {
	const file = path.join(folder, 'made.lectern');
	const source = path.join(folder, 'letters');
	for (let number = 1; number <= 20; number += 1)
		writeFile(source, `sample-${number}.txt`, `Sample letter ${number}. ${'Alpha beta gamma delta. '.repeat(40)}\n`);
	const data = path.join(folder, 'other-data');
	await lecternJson('new', file, '--data', data);
	await lecternJson('add', source, '--archive', file, '--data', data);
	return file;
}
