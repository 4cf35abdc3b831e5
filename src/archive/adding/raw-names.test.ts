import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { archivesOnDisk } from '#archive/testing/archive-on-disk.ts';
import { temporaryFolders } from '#archive/testing/temporary-folder.ts';

const makeFolder = temporaryFolders();
const archives = archivesOnDisk();

const windows1251 = (name: string) => iconv.encode(name, 'windows-1251');

/** A folder with files of names in an old code page and one that is UTF-8. */
function fill(): { folder: string; raw: Buffer } {
	const folder = join(makeFolder(), 'stick');
	const below = Buffer.concat([Buffer.from(`${folder}/`), windows1251('Письма и заметки')]);
	mkdirSync(below, { recursive: true });
	const raw = Buffer.concat([below, Buffer.from('/'), windows1251('первое письмо.txt')]);
	writeFileSync(raw, 'Alpha beta gamma.');
	writeFileSync(Buffer.concat([below, Buffer.from('/'), windows1251('второе письмо.txt')]), 'Delta epsilon.');
	writeFileSync(join(folder, 'третье.txt'), 'Zeta eta theta.');
	return { folder, raw };
}

// Other systems have names of letters only.
test.runIf(process.platform === 'linux')('files whose names are in an old code page are read and named', async () => {
	const { folder, raw } = fill();
	const archive = archives.create(join(makeFolder(), 'sample.lectern'));
	const outcomes = async (path: string) => (await archives.add(archive, path)).map((item) => [item.name, item.outcome]);
	expect(await outcomes(folder)).toEqual([
		['stick/Письма и заметки/второе письмо.txt', 'added'],
		['stick/Письма и заметки/первое письмо.txt', 'added'],
		['stick/третье.txt', 'added'],
	]);
	// As the system hands over a name that it cannot read, and as the report says it.
	expect(await outcomes(raw.toString('utf8'))).toEqual([[expect.stringMatching(/\.txt$/), 'already-held']]);
	expect(await outcomes(join(folder, 'Письма и заметки', 'первое письмо.txt'))).toEqual([
		['первое письмо.txt', 'already-held'],
	]);
	expect(await outcomes(join(folder, 'Письма и заметки', 'четвёртое письмо.txt'))).toEqual([
		['четвёртое письмо.txt', 'failed'],
	]);
});
