// From key press to painted results at 10,000 passages, in the real window, letter by letter at a quick typist's pace.
// Before that, how soon after the window can be used a first result is there; after it, what memory all that took: at once,
// with what searching left behind, and once the engine has cleared it away.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { makeQueries } from './artificial/queries.ts';
import { writePassages } from './artificial/texts.ts';
import { memoryBelow } from './browsers/process-memory.ts';
import { runCommand } from './desktop/command-line.ts';
import { type MeasuredApp, startMeasured } from './desktop/measured-app.ts';
import { distributionCells, distributionColumns } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const seed = 7;
const passageCount = Number(process.env.LECTERN_BENCH_PASSAGES ?? 10_000);
const queryCount = 40;
/** Nine letters a second. */
const keyPaceMillis = 110;
const patienceMillis = 60_000;
/** By then nothing is left of starting; Chromium has kept the compiled scripts too, which it does while nothing seems to happen. */
const restMillis = 4000;
/** Chromium clears away what is no longer used some time after a window has come to rest. */
const clearedMillis = 40_000;

/** One key as it was pressed, and what stood in the box then. */
interface Key {
	text: string;
	/** Null when nothing was painted for it, nor for a later key of the query. */
	latencyMillis: number | null;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
try {
	printLoad('before');
	const random = randomFrom(seed);
	const texts = writePassages(path.join(folder, 'texts'), random, { passageCount, passagesPerFile: 50 });
	const archive = path.join(folder, 'sample.lectern');
	const data = ['--data', path.join(folder, 'data')];
	await runCommand('new', archive, ...data);
	await runCommand('add', texts.folder, '--archive', archive, ...data);
	const queries = makeQueries(texts.streams, random, queryCount);

	const idleMegabytes = await idleMemory();
	await startOnce({ dataFolder: path.join(folder, 'data'), archive });
	const measured = await startMeasured({ dataFolder: path.join(folder, 'data'), archive });
	const firstResultMillis = await findFirst(measured, [...(queries[0] ?? '')][0] ?? 'a');
	const loadMillis = await openSearch(measured);
	const keys = await typeAll(measured.page, queries);
	const first = keys.filter(({ text }) => [...text.replace('"', '')].length === 1);
	const later = keys.filter((key) => !first.includes(key));
	const millis = (some: readonly Key[]) => some.flatMap(({ latencyMillis }) => latencyMillis ?? []);
	console.log(`${passageCount} passages, ${texts.streams.map(({ used }) => used.length).join(' + ')} different words`);
	console.log(`first result painted ${firstResultMillis.toFixed(0)} ms after the window could be used`);
	printAim('200 ms at 100,000 passages, 500 ms at 1,000,000');
	console.log(`everything can be found ${loadMillis.toFixed(0)} ms later`);
	const typedMegabytes = memoryBelow(process.pid).all;
	await measured.page.waitForTimeout(clearedMillis);
	const restedMegabytes = memoryBelow(process.pid).all;
	console.log(
		`memory of all processes above ${idleMegabytes.toFixed(0)} MB, those of the idle app with the starter archive:`,
	);
	for (const [when, megabytes] of [
		['right after typing', typedMegabytes],
		['at rest', restedMegabytes],
	] as const)
		console.log(`  ${when} ${(megabytes - idleMegabytes).toFixed(0)} MB`);
	printAim('at most 60 MB more at 10,000 passages, 120 at 100,000, 300 at 1,000,000');
	printTable(
		[`key press to paint in ${measured.runtime}`, ...distributionColumns],
		[
			['all keys', ...distributionCells(millis(keys))],
			['first letter of a query', ...distributionCells(millis(first))],
			['every other key', ...distributionCells(millis(later))],
		],
	);
	const slowness = ({ latencyMillis }: Key) => latencyMillis ?? Number.POSITIVE_INFINITY;
	const slowest = [...keys].sort((one, other) => slowness(other) - slowness(one)).slice(0, 5);
	console.log(`slowest: ${slowest.map((key) => `“${key.text}” ${slowness(key).toFixed(0)} ms`).join(', ')}`);
	printAim('p95 at most 50 ms over all keys');
	printLoad('after');
	await measured.close();
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

/** The app as it is started every day, when it has come to rest. */
async function idleMemory(): Promise<number> {
	const idle = { dataFolder: path.join(folder, 'idle') };
	await startOnce(idle);
	const { page, close } = await startMeasured(idle);
	await page.waitForTimeout(restMillis);
	const { all } = memoryBelow(process.pid);
	await close();
	return all;
}

/** What the first start of all makes once, later ones find: the starter archive, and scripts as they are compiled. */
async function startOnce(options: { dataFolder: string; archive?: string }): Promise<void> {
	const { page, close } = await startMeasured(options);
	await page.waitForTimeout(restMillis);
	await close();
}

/** Types one letter as soon as there is a window; gives how long it took until its hits were painted. */
async function findFirst({ page, pages }: MeasuredApp, letter: string): Promise<number> {
	const keyboard = await page.context().newCDPSession(page);
	await page.evaluate(() => performance.mark('bench:usable'));
	await pages.frame.press('go.search');
	await pages.frame.searchBox.focus();
	await pressLetter(keyboard, letter);
	await page.waitForFunction(() => performance.getEntriesByName('search:painted').length > 0);
	const millis = await page.evaluate(() => {
		const [usable, painted] = ['bench:usable', 'search:painted'].map((name) => performance.getEntriesByName(name)[0]);
		return (painted?.startTime ?? 0) - (usable?.startTime ?? 0);
	});
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.press('Delete');
	return millis;
}

/** Goes to the search page and waits until everything can be found; gives how long that took. */
async function openSearch({ page, pages }: MeasuredApp): Promise<number> {
	const start = performance.now();
	await pages.frame.press('go.search');
	await pages.frame.searchBox.focus();
	const progress = page.getByRole('main').getByRole('progressbar');
	await progress.waitFor({ state: 'visible', timeout: 2000 }).catch(() => undefined);
	await progress.waitFor({ state: 'detached', timeout: patienceMillis });
	return performance.now() - start;
}

async function typeAll(page: Page, queries: readonly string[]): Promise<Key[]> {
	await watchKeys(page);
	const keyboard = await page.context().newCDPSession(page);
	for (const query of queries) {
		for (const letter of query) {
			await pressLetter(keyboard, letter);
			await page.waitForTimeout(keyPaceMillis);
		}
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.press('Delete');
		await page.waitForTimeout(3 * keyPaceMillis);
	}
	return readKeys(page);
}

/** A key of whatever keyboard: Playwright itself presses those of the American one only. */
async function pressLetter(keyboard: CDPSession, letter: string): Promise<void> {
	await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter, unmodifiedText: letter });
	await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
}

/** Notes for every letter when its key went down, and what the box held after it. */
function watchKeys(page: Page): Promise<void> {
	return page.evaluate(() => {
		let pressedAt = 0;
		window.addEventListener(
			'keydown',
			({ timeStamp }) => {
				pressedAt = timeStamp;
			},
			{ capture: true },
		);
		window.addEventListener(
			'input',
			({ target }) => {
				const text = (target as HTMLInputElement).value;
				if (text !== '') performance.mark('bench:key', { startTime: pressedAt, detail: { text } });
			},
			{ capture: true },
		);
	});
}

/** Every key with the first paint that shows its results, or those of a later key. */
function readKeys(page: Page): Promise<Key[]> {
	return page.evaluate(() => {
		const textOf = (mark: PerformanceEntry) => (mark as PerformanceMark).detail.text as string;
		const painted = performance.getEntriesByName('search:painted');
		const keys = performance.getEntriesByName('bench:key');
		return keys.map((key) => {
			const paint = painted.find((each) => each.startTime > key.startTime && textOf(each).startsWith(textOf(key)));
			return { text: textOf(key), latencyMillis: paint ? paint.startTime - key.startTime : null };
		});
	});
}
