import fs from 'node:fs';
import path from 'node:path';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { artificialLetter, writeFile } from './fixtures/artificial-texts.ts';
import { lecternJson, runLectern } from './fixtures/command-line.ts';
import { type PackagedOptions, packagedPath } from './fixtures/packaged.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('the command line beside the program needs neither Node nor a display', async ({ folder, dataFolder }) => {
	const archive = path.join(folder, 'mine.lectern');
	const place = ['--archive', archive, '--data', dataFolder];
	await lecternJson('new', archive, '--data', dataFolder);
	const letter = writeFile(folder, 'letter.txt', artificialLetter(6, 3));
	await lecternJson('add', letter, ...place);
	expect((await lecternJson<RecordSummary>('list', ...place)).map(({ title }) => title)).toEqual(['Sample letter 6']);
	expect((await runLectern('verify', ...place)).status).toBe(0);
	expect(await runLectern('add', path.join(folder, 'none.txt'), ...place)).toMatchObject({ status: 1 });
	expect(await runLectern('nonsense')).toMatchObject({ status: 2, stdout: '' });
});

test('a double click on an archive opens it, in the window that is there already', async ({
	startPackaged,
	folder,
	dataFolder,
}) => {
	const [first, second] = ['first one', 'second'].map((name) => path.join(folder, `${name}.lectern`)) as [
		string,
		string,
	];
	for (const archive of [first, second]) await lecternJson('new', archive, '--data', dataFolder);
	const running = await startPackaged({ archive: first });
	await expect(running.pages.frame.archiveMenuButton).toContainText('first one');
	await running.startAgain(second);
	await expect(running.pages.frame.archiveMenuButton).toContainText('second');
});

test('with the folder lectern-data beside it, it leaves nothing on the machine', async ({ startPackaged, folder }) => {
	const stick = path.join(folder, 'stick');
	copyProgram(stick);
	fs.mkdirSync(path.join(stick, 'lectern-data'));
	const home = path.join(folder, 'home');
	fs.mkdirSync(home);
	const { pages, close } = await startPackaged(onMachine(stick, home));
	await expect.poll(() => pages.library.count()).toBe(starterRecordCount);
	await close();
	expect(fs.readdirSync(path.join(stick, 'lectern-data'))).toContain('profile.json');
	expect(filesBelow(home)).toEqual([]);
});

test('from a stick that cannot be written to, it is read, and nothing stays on the machine', async ({
	startPackaged,
	folder,
	dataFolder,
}) => {
	const stick = path.join(folder, 'stick');
	copyProgram(stick);
	const archive = path.join(stick, 'carried.lectern');
	await lecternJson('new', archive, '--data', dataFolder);
	fs.mkdirSync(path.join(stick, 'lectern-data'));
	const home = path.join(folder, 'home');
	fs.mkdirSync(home);
	for (const place of [archive, path.join(stick, 'lectern-data'), stick]) fs.chmodSync(place, 0o555);
	try {
		const { pages, close } = await startPackaged({ archive, ...onMachine(stick, home) });
		await expect(pages.frame.archiveMenuButton).toContainText('carried');
		await expect(pages.frame.statusBar).toContainText(message('status.read-only'));
		await close();
		// What it needed for itself goes a moment after its end.
		await expect.poll(() => filesBelow(home)).toEqual([]);
		expect(fs.readdirSync(path.join(stick, 'lectern-data'))).toEqual([]);
	} finally {
		fs.chmodSync(stick, 0o755);
	}
});

function copyProgram(to: string): void {
	fs.cpSync(path.dirname(packagedPath()), to, { recursive: true, mode: fs.constants.COPYFILE_FICLONE });
}

/** The program on the stick, on a machine on which it can write only below `home`. */
function onMachine(stick: string, home: string): Partial<PackagedOptions> {
	return {
		dataFolder: null,
		program: path.join(stick, path.basename(packagedPath())),
		environment: {
			HOME: home,
			XDG_CONFIG_HOME: path.join(home, 'config'),
			XDG_CACHE_HOME: path.join(home, 'cache'),
			XDG_DATA_HOME: path.join(home, 'data'),
			XDG_RUNTIME_DIR: home,
			TMPDIR: home,
		},
	};
}

/**
 * But for the graphics driver's list of shaders, in which nothing is ours: the process that writes it is begun by Chromium
 * before any code of Lectern's runs.
 */
function filesBelow(folder: string): string[] {
	return fs
		.readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('mesa_shader_cache'))
		.map((entry) => path.join(entry.parentPath, entry.name));
}
