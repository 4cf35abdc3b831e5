// Adding 1,000 text files of 10 KB: by the desktop app, with an eye on its window meanwhile, and by the command line.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { JobProgress } from '#shared/domain/job.ts';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { writeFiles } from './artificial/texts.ts';
import { openArchivePort } from './desktop/archive-port.ts';
import { runCommand } from './desktop/command-line.ts';
import { strainOf, watchMainThread } from './desktop/main-thread.ts';
import { type MeasuredApp, startMeasured } from './desktop/measured-app.ts';
import { percentile } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const rounds = Number(process.env.LECTERN_BENCH_ROUNDS ?? 3);
const fileCount = 1000;
const sizeBytes = 10 * 1024;
/** The window goes on taking in what was added for a while. */
const afterwardsMillis = 3000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
const texts = path.join(folder, 'texts');
try {
	printLoad('before');
	writeFiles(texts, randomFrom(11), { fileCount, sizeBytes });
	const rows: string[][] = [];
	for (let round = 1; round <= rounds; round += 1) {
		rows.push(await addByWindow(round, 'library'));
		rows.push(await addByWindow(round, 'search'));
		rows.push(await addByCommand(round));
	}
	printTable(
		['way', 'round', 'files/s', 'longest task', 'tasks > 50 ms', 'frame gap p95', 'longest gap', 'seen after'],
		rows.sort(),
	);
	printAim('at least 200 files a second, no task over 100 ms');
	printLoad('after');
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

/** With the library open, whose table grows; or with the search page, whose index does. */
async function addByWindow(round: number, place: 'library' | 'search'): Promise<string[]> {
	const measured = await startMeasured({ dataFolder: path.join(folder, `${place}-${round}`) });
	const { page, pages, close } = measured;
	if (place === 'search') {
		await pages.frame.press('go.search');
		await pages.frame.searchBox.fill('alpha');
	}
	await page.waitForTimeout(afterwardsMillis);
	const rowsBefore = place === 'library' ? Number(await pages.library.grid.getAttribute('aria-rowcount')) : 0;
	await watchMainThread(page);
	await chooseFolder(measured);
	const job = await waitForJob(page);
	const endedAtMillis = Date.parse(job.endedAt ?? '');
	if (place === 'library') await page.locator(`[role="grid"][aria-rowcount="${rowsBefore + fileCount}"]`).waitFor();
	const seenAfterMillis = Date.now() - endedAtMillis;
	await page.waitForTimeout(afterwardsMillis);
	const { longTasks, frameGaps } = await strainOf(page);
	await close();
	const seconds = (endedAtMillis - Date.parse(job.startedAt)) / 1000;
	return [
		`window, ${place} open`,
		String(round),
		(fileCount / seconds).toFixed(0),
		`${Math.max(0, ...longTasks).toFixed(0)} ms`,
		String(longTasks.length),
		`${percentile(frameGaps, 0.95).toFixed(0)} ms`,
		`${Math.max(...frameGaps).toFixed(0)} ms`,
		place === 'library' ? `${seenAfterMillis.toFixed(0)} ms` : '',
	];
}

async function addByCommand(round: number): Promise<string[]> {
	const archive = path.join(folder, `command-${round}.lectern`);
	const data = ['--data', path.join(folder, 'command')];
	await runCommand('new', archive, ...data);
	const start = performance.now();
	await runCommand('add', texts, '--archive', archive, '--json', ...data);
	const seconds = (performance.now() - start) / 1000;
	return ['lectern add, start to exit', String(round), (fileCount / seconds).toFixed(0)];
}

/** The command, with the system's dialog answered. */
async function chooseFolder({ app, pages }: MeasuredApp): Promise<void> {
	await app.evaluate(({ dialog }, chosen) => {
		dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
	}, texts);
	await pages.frame.press('adding.folder');
}

async function waitForJob(page: Page): Promise<JobProgress> {
	const port = await openArchivePort(page);
	for (;;) {
		await page.waitForTimeout(100);
		const jobs = (await port.evaluate((open) => open.call('jobs', 'list', undefined))) as JobProgress[];
		const added = jobs.find(({ kind, endedAt }) => kind === 'add' && endedAt !== null);
		if (added?.state === 'done' && added.counts.added === fileCount) return added;
		if (added) throw new Error(`the job ended otherwise: ${JSON.stringify(added)}`);
	}
}
