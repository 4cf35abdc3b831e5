// Texts of 100 KB and of 10 MB: how soon each is seen, how the window bears scrolling, how soon another theme or size is
// seen; beside the same texts as HTML and nothing else in a window of the same Electron.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { writeFiles } from './artificial/texts.ts';
import { type AddedDocument, addDocument } from './desktop/added-document.ts';
import { openArchivePort } from './desktop/archive-port.ts';
import { type MeasuredApp, startMeasured } from './desktop/measured-app.ts';
import { whenStill } from './desktop/when-still.ts';
import { distributionCells, distributionColumns, median, percentile } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';
import { openBarePage, openBareWindow, writeBarePage } from './reader/bare-page.ts';
import { type Change, repaint } from './reader/repainting.ts';
import { type Place, type Scrolling, scroll, type Way } from './reader/scrolling.ts';

const sizes = [
	{ name: '100 KB', sizeBytes: 100_000, aim: 'p95 at most 150 ms' },
	{ name: '10 MB', sizeBytes: 10_000_000, aim: 'p95 at most 500 ms' },
];
const openings = Number(process.env.LECTERN_BENCH_ROUNDS ?? 7);
const repaints = 5;
const smoothFrameMillis = 20;

const random = randomFrom(5);
const ways: Record<string, Way> = {
	'120 px a frame': Array.from({ length: 400 }, (_, at) => ({ px: 120 * at })),
	'top to bottom': Array.from({ length: 600 }, (_, at) => ({ share: at / 599 })),
	'40 jumps': Array.from({ length: 40 }, random).flatMap((share) => Array<Place>(10).fill({ share })),
};

/** One text, in the archive and as a bare page. */
interface Sample {
	name: string;
	aim: string;
	document: AddedDocument;
	barePage: string;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
try {
	printLoad('before');
	const measured = await startMeasured({ dataFolder: path.join(folder, 'data') });
	const samples = await addSamples(measured.page);
	const bare = await openBareWindow(folder, samples[0]?.barePage ?? '');

	for (const sample of samples) await timeOpenings(measured, bare.page, sample);

	const long = samples.at(-1);
	if (!long) throw new Error('no text to scroll');
	await openDocument(measured.page, long.document);
	await openBarePage(bare.page, long.barePage);
	await scrollThrough(measured.page, bare.page, long.name);
	await timeRepaints(measured, bare.page, long.name);
	printLoad('after');
	await bare.close();
	await measured.close();
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

async function addSamples(page: Page): Promise<Sample[]> {
	const port = await openArchivePort(page);
	const samples: Sample[] = [];
	for (const { name, sizeBytes, aim } of sizes) {
		const texts = path.join(folder, name);
		writeFiles(texts, random, { fileCount: 1, sizeBytes });
		const file = path.join(texts, fs.readdirSync(texts)[0] ?? '');
		samples.push({ name, aim, document: await addDocument(page, port, file), barePage: writeBarePage(file) });
	}
	return samples;
}

async function timeOpenings({ page, pages }: MeasuredApp, barePage: Page, sample: Sample): Promise<void> {
	const millis = { bare: [] as number[], first: [] as number[], again: [] as number[] };
	// In turns, so that what else the machine does falls on all; the first round only fills caches.
	for (let round = -1; round < openings; round += 1) {
		const times = { bare: await openBarePage(barePage, sample.barePage), first: 0, again: 0 };
		await pages.frame.press('go.library');
		await page.reload();
		for (const kind of ['first', 'again'] as const) {
			await pages.frame.press('go.library');
			await pages.library.grid.waitFor();
			await whenStill(page);
			times[kind] = await openDocument(page, sample.document);
		}
		if (round < 0) continue;
		for (const kind of ['bare', 'first', 'again'] as const) millis[kind].push(times[kind]);
	}
	const ratio = (times: readonly number[]) => (median(times) / median(millis.bare)).toFixed(2);
	printTable(
		[`opening a text of ${sample.name}`, ...distributionColumns, 'ratio p50'],
		[
			['bare page', ...distributionCells(millis.bare, 0), '1.00'],
			['Lectern, first time in a window', ...distributionCells(millis.first, 0), ratio(millis.first)],
			['Lectern, once more', ...distributionCells(millis.again, 0), ratio(millis.again)],
		],
	);
	printAim(`${sample.aim}\n`);
}

/** Milliseconds from the change of the address to the end of the frame that has the text. */
function openDocument(page: Page, { recordId, editionId }: AddedDocument): Promise<number> {
	return page.evaluate(
		(hash) =>
			new Promise<number>((resolve) => {
				const start = performance.now();
				// A message runs after the frame in which something is there.
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => resolve(performance.now() - start);
				const look = () =>
					document.querySelector('main article [data-ordinal="1"]')
						? port2.postMessage(null)
						: requestAnimationFrame(look);
				location.hash = hash;
				requestAnimationFrame(look);
			}),
		`#/record/${recordId}/${editionId}/0`,
	);
}

/** Once all of it is drawn: at once, and then once what was never seen is laid out too. */
async function scrollThrough(page: Page, barePage: Page, name: string): Promise<void> {
	await page.waitForFunction(() => !document.querySelector('main article [data-first-ordinal]:empty'));
	const rows: string[][] = [];
	for (const [way, how] of Object.entries(ways))
		rows.push([`Lectern at once, ${way}`, ...scrollingCells(await scroll(page, 'main article', how))]);
	const startMillis = performance.now();
	await page.waitForFunction(
		// Those in sight stay in parts.
		() => document.querySelectorAll('main article [data-bundle-from]:not([data-laid-out])').length <= 4,
		undefined,
		{ timeout: 120_000 },
	);
	process.stdout.write(`all of it laid out after ${((performance.now() - startMillis) / 1000).toFixed(1)} s more\n\n`);
	await whenStill(page);
	for (const [way, how] of Object.entries(ways)) {
		rows.push([`bare page, ${way}`, ...scrollingCells(await scroll(barePage, 'html', how))]);
		rows.push([`Lectern, ${way}`, ...scrollingCells(await scroll(page, 'main article', how))]);
	}
	printTable([`scrolling ${name}`, 'frames', 'within 20 ms', 'p95', 'tasks over 50 ms', 'longest'], rows);
	printAim('no task over 50 ms, 95 % of frames within 20 ms\n');
}

function scrollingCells({ tasks, frames }: Scrolling): string[] {
	const smooth = frames.filter((millis) => millis <= smoothFrameMillis).length / frames.length;
	return [
		String(frames.length),
		`${(100 * smooth).toFixed(1)} %`,
		`${percentile(frames, 0.95).toFixed(1)} ms`,
		String(tasks.length),
		`${Math.max(0, ...tasks).toFixed(0)} ms`,
	];
}

async function timeRepaints({ page, pages }: MeasuredApp, barePage: Page, name: string): Promise<void> {
	await page.evaluate(() => document.querySelector('main article')?.scrollTo({ top: 100_000 }));
	await pages.settings.readingButton.click();
	const { more, less } = pages.settings.stepper('size');
	const themes = (['light', 'dark'] as const).map((id) => pages.settings.readingChoice(message(`reading.theme.${id}`)));
	// The first press of each only chooses what the system had chosen.
	const toDark = await pressOf(themes[1]);
	await repaint(page, toDark, 'main article', 'color');
	const colours = [{ style: { color: '#222' } }, { style: { color: '#ddd' } }];
	const fontSizes = [{ style: { 'font-size': '19px' } }, { style: { 'font-size': '18px' } }];
	const rows: [string, number[]][] = [
		['bare page, other colour', await repeat(barePage, colours, 'body', 'color')],
		['Lectern, other theme', await repeat(page, [await pressOf(themes[0]), toDark], 'main article', 'color')],
		['bare page, other size', await repeat(barePage, fontSizes, 'body', 'fontSize')],
		['Lectern, other size', await repeat(page, [await pressOf(more), await pressOf(less)], 'main article', 'fontSize')],
	];
	printTable(
		[`repainting ${name}`, ...distributionColumns, 'ratio p50'],
		rows.map(([what, millis], at) => {
			const yardstick = rows[at - (at % 2)]?.[1] ?? [];
			return [what, ...distributionCells(millis, 0), (median(millis) / median(yardstick)).toFixed(2)];
		}),
	);
	printAim('at most 100 ms');
}

async function pressOf(control: Locator | undefined): Promise<Change> {
	const press = await control?.elementHandle();
	if (!press) throw new Error('the reading settings lack a control');
	return { press };
}

/** Makes changes in turn, each on a page that has come to rest. */
async function repeat(
	page: Page,
	changes: readonly Change[],
	selector: string,
	property: 'fontSize' | 'color',
): Promise<number[]> {
	const millis: number[] = [];
	for (let round = 0; round < repaints; round += 1)
		for (const change of changes) {
			await whenStill(page);
			millis.push(await repaint(page, change, selector, property));
		}
	return millis;
}
