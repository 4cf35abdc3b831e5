import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { JobItem } from '#shared/domain/job.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { artificialLetter, markerWord, writeFile, writeLetters } from './fixtures/artificial-texts.ts';
import { lecternJson, runLectern } from './fixtures/command-line.ts';
import { desktopArguments } from './fixtures/desktop.ts';
import { electronEnvironment, rootSwitches } from './fixtures/electron.ts';
import { starterRecordCount } from './fixtures/starter.ts';
import { expect, test } from './fixtures/test.ts';

test('the window opens the archive of the command line, keeps its data in --data, and adds the files of --add', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const archive = path.join(folder, 'mine.lectern');
	await lecternJson('new', archive, '--title', 'Mine, a sample', '--data', dataFolder);
	const letters = path.join(folder, 'letters');
	writeLetters(letters, 3, 1);
	const single = writeFile(folder, 'single.md', '# Sample letter 9\n\nAlpha beta.\n');
	const { pages } = await startDesktop({ archive, add: [letters, single] });
	await expect(pages.frame.archiveMenuButton).toContainText('Mine, a sample');
	await expect.poll(() => pages.library.count()).toBe(4);
	await expect(pages.library.row('Sample letter 9')).toBeVisible();
	expect(fs.readdirSync(dataFolder)).toEqual(expect.arrayContaining(['desktop', 'profile.json']));
});

test('a second start hands its files and archive to the window that is open', async ({
	startDesktop,
	folder,
	dataFolder,
}) => {
	const { pages } = await startDesktop();
	await expect.poll(() => pages.library.count()).toBe(starterRecordCount);
	const file = writeFile(folder, 'later.txt', artificialLetter(5, 2));
	await startAgain(['--add', file], dataFolder);
	await expect(pages.library.row('Sample letter 5')).toBeVisible();

	const archive = path.join(folder, 'other.lectern');
	await lecternJson('new', archive, '--data', path.join(folder, 'other-data'));
	await startAgain([archive], dataFolder);
	await expect(pages.frame.archiveMenuButton).toContainText('other');
});

test('new, add, list, show, search and verify, for people and for scripts', async ({ folder, dataFolder }) => {
	const archive = path.join(folder, 'mine.lectern');
	const place = ['--archive', archive, '--data', dataFolder];
	await lecternJson('new', archive, '--data', dataFolder);
	const good = writeFile(folder, 'good.txt', artificialLetter(6, 3));
	const empty = writeFile(folder, 'empty.txt', '');

	const added = await runLectern('add', good, empty, path.join(folder, 'gone.txt'), '--json', ...place);
	expect(added.status).toBe(1);
	const items = added.stdout
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as JobItem);
	expect(items.map(({ outcome }) => outcome).sort()).toEqual(['added', 'failed', 'no-text']);

	const records = await lecternJson<RecordSummary>('list', ...place);
	expect(records.map(({ title }) => title)).toContain('Sample letter 6');
	expect((await runLectern('show', 'Sample letter 6', ...place)).stdout).toContain(markerWord(6, 2));
	expect((await runLectern('search', markerWord(6, 3), ...place)).stdout).toContain('¶3');
	expect((await runLectern('verify', ...place)).status).toBe(0);
	expect((await runLectern('list', '--archive', path.join(folder, 'none.lectern'), '--data', dataFolder)).status).toBe(
		2,
	);
	expect((await runLectern('--help')).status).toBe(0);
	expect((await runLectern('bogus')).status).toBe(2);
});

/** Starts the desktop app once more on the same data; it gives over and ends. */
async function startAgain(args: readonly string[], dataFolder: string): Promise<void> {
	const executable = process.env.ELECTRON_EXEC_PATH;
	if (!executable) throw new Error('ELECTRON_EXEC_PATH is not set');
	const child = spawn(executable, [...rootSwitches, ...desktopArguments({ dataFolder }), ...args], {
		env: electronEnvironment(),
		stdio: 'ignore',
	});
	await once(child, 'exit');
}
