// A document of 300 pages with 5,000 annotations beside the same one without: how long each takes to open, how the window
// bears scrolling, how soon a mark is seen; and how long a note takes to be on disk when the archive holds 100,000.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { JSHandle, Page } from '@playwright/test';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { writePassages } from './artificial/texts.ts';
import { type AddedDocument, addDocument, ended, madeUpId } from './desktop/added-document.ts';
import { openArchivePort, type PagePort } from './desktop/archive-port.ts';
import { startMeasured } from './desktop/measured-app.ts';
import { whenStill } from './desktop/when-still.ts';
import { distributionCells, distributionColumns, percentile } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

/** Some 400 words a page. */
const passageCount = 2000;
const markCount = 5000;
/** Fewer tell nothing: an opening is some four frames long, and each may be a frame early or late. */
const openings = Number(process.env.LECTERN_BENCH_ROUNDS ?? 25);
const madeCount = 40;
const noteCount = Number(process.env.LECTERN_BENCH_NOTES ?? 100_000);
const writtenCount = 300;
const scrollStepPx = 1500;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
try {
	printLoad('before');
	const { page, pages, close } = await startMeasured({ dataFolder: path.join(folder, 'data') });
	const port = await openArchivePort(page);
	const plain = await addDocument(page, port, writeText(1));
	const marked = await addDocument(page, port, writeText(2));
	await mark(port, marked);

	const millis = { plain: [] as number[], marked: [] as number[], marks: [] as number[] };
	// In turns, so that what else the machine does falls on both.
	for (let round = -1; round < openings; round += 1) {
		for (const [name, document] of [
			['plain', plain],
			['marked', marked],
		] as const) {
			await pages.frame.press('go.library');
			await pages.library.grid.waitFor();
			await whenStill(page);
			const { textMillis, marksMillis } = await open(page, document, name === 'marked');
			if (round < 0) continue;
			millis[name].push(textMillis);
			if (name === 'marked') millis.marks.push(marksMillis);
		}
	}
	const ratio = percentile(millis.marked, 0.5) / percentile(millis.plain, 0.5);
	printTable(
		['opening a document of 300 pages', ...distributionColumns],
		[
			['without annotations', ...distributionCells(millis.plain, 0)],
			[`with ${markCount}`, ...distributionCells(millis.marked, 0)],
			['its marks', ...distributionCells(millis.marks, 0)],
		],
	);
	console.log(`ratio of the medians ${ratio.toFixed(2)}`);
	printAim('at most 1.2');

	const tasks = await scroll(page);
	console.log(
		`\nscrolling through: ${tasks.length} tasks over 50 ms, the longest ${Math.max(0, ...tasks).toFixed(0)} ms`,
	);
	printAim('none over 100 ms');

	const shown = await makeMarks(page);
	printTable(['from the command to the painted mark', ...distributionColumns], [['', ...distributionCells(shown, 1)]]);
	printAim('p95 at most 50 ms');

	await fillWithNotes(page, port, plain);
	const written = await writeNotes(port, plain);
	printTable(
		[`a note on disk, ${noteCount} in the archive`, ...distributionColumns],
		[['', ...distributionCells(written, 2)]],
	);
	printAim('p95 at most 30 ms');
	printLoad('after');
	await close();
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

/** Each of a seed of its own: the same bytes twice would be one original. */
function writeText(seed: number): string {
	const texts = path.join(folder, `texts-${seed}`);
	writePassages(texts, randomFrom(seed), { passageCount, passagesPerFile: passageCount });
	return path.join(texts, 'sample-00001.txt');
}

/** Marks over words of passages all through the text, some over others. */
async function mark(port: JSHandle<PagePort>, document: AddedDocument): Promise<void> {
	const random = randomFrom(3);
	const marks = Array.from({ length: markCount }, (_, number) => {
		const startOrdinal = Math.floor(random() * passageCount);
		const startOffset = Math.floor(random() * 100);
		return {
			id: madeUpId(1000 + number),
			startOrdinal,
			startOffset,
			endOffset: startOffset + 10 + Math.floor(random() * 60),
		};
	});
	await port.evaluate(
		async (open, { recordId, editionId, marks }) => {
			const purposes = ['note', 'claim', 'evidence', 'dispute', 'question'];
			for (const [at, { id, startOrdinal, startOffset, endOffset }] of marks.entries()) {
				const range = { editionId, startOrdinal, startOffset, endOrdinal: startOrdinal, endOffset };
				const fields = { purpose: purposes[at % 5], body: at % 3 ? 'A sample note.' : '', tags: [], isResolved: false };
				await open.call('annotations', 'add', { id, recordId, range, fields });
			}
		},
		{ ...document, marks },
	);
}

interface Opening {
	/** From the change of the address to the end of the frame that has the text. */
	textMillis: number;
	/** The same for its marks, where it has some. */
	marksMillis: number;
}

function open(page: Page, { recordId, editionId }: AddedDocument, hasMarks: boolean): Promise<Opening> {
	return page.evaluate(
		async ({ recordId, editionId, hasMarks }) => {
			const start = performance.now();
			/** A message runs after the frame in which something is there. */
			const painted = (isThere: () => boolean) =>
				new Promise<number>((resolve) => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now() - start);
					const look = () => (isThere() ? port2.postMessage(null) : requestAnimationFrame(look));
					requestAnimationFrame(look);
				});
			location.hash = `#/record/${recordId}/${editionId}/0`;
			const textMillis = await painted(() => document.querySelector('main article [data-ordinal="1"]') !== null);
			if (!hasMarks) return { textMillis, marksMillis: textMillis };
			const marksMillis = await painted(() => [...CSS.highlights.values()].some((marks) => marks.size > 0));
			return { textMillis, marksMillis };
		},
		{ recordId, editionId, hasMarks },
	);
}

/** Tasks of the main thread over 50 ms while the whole text goes by, once all of it is drawn. */
async function scroll(page: Page): Promise<number[]> {
	await whenStill(page);
	return page.evaluate(
		(stepPx) =>
			new Promise<number[]>((resolve) => {
				const tasks: number[] = [];
				const keep = (entries: PerformanceEntryList) => tasks.push(...entries.map(({ duration }) => duration));
				const observer = new PerformanceObserver((list) => keep(list.getEntries()));
				observer.observe({ type: 'longtask' });
				const text = document.querySelector('main article');
				const step = () => {
					if (!text || text.scrollTop + text.clientHeight >= text.scrollHeight - 2)
						requestIdleCallback(() => {
							keep(observer.takeRecords());
							resolve(tasks);
						});
					else {
						text.scrollTop += stepPx;
						requestAnimationFrame(step);
					}
				};
				step();
			}),
		scrollStepPx,
	);
}

/** Makes marks on whole passages by the archive's call, as the command does, and waits until each is painted. */
async function makeMarks(page: Page): Promise<number[]> {
	await page.evaluate(() => document.querySelector<HTMLElement>('main article')?.scrollTo(0, 0));
	await whenStill(page);
	const millis: number[] = [];
	for (let number = 0; number < madeCount; number += 1) {
		await page.locator('main article').focus();
		await page.keyboard.press('KeyJ');
		// What is measured begins with the command, not with the way to the passage.
		await whenStill(page);
		millis.push(
			await page.evaluate(
				() =>
					new Promise<number>((resolve) => {
						const passage = document.activeElement;
						// All of the passage, which none of the marks made before is.
						const isMarked = () =>
							[...(CSS.highlights.get('purpose-note') ?? [])].some(
								(range) => passage?.contains((range as Range).startContainer) && String(range) === passage.textContent,
							);
						const start = performance.now();
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = () => resolve(performance.now() - start);
						// A message runs after the frame in which the mark is there.
						const look = () => (isMarked() ? port2.postMessage(null) : requestAnimationFrame(look));
						const press = { key: 'n', code: 'KeyN', bubbles: true };
						(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', press));
						requestAnimationFrame(look);
					}),
			),
		);
		await page.keyboard.press('Escape');
	}
	return millis;
}

/** By a file, since one by one they would take as long as all the rest. */
async function fillWithNotes(page: Page, port: JSHandle<PagePort>, { recordId }: AddedDocument): Promise<void> {
	const file = path.join(folder, 'notes.jsonld');
	const notes = Array.from({ length: noteCount }, (_, number) => ({
		id: `urn:uuid:${madeUpId(1_000_000 + number)}`,
		type: 'Annotation',
		motivation: 'commenting',
		body: [{ type: 'TextualBody', value: `Sample note ${number}.`, format: 'text/markdown' }],
		target: { id: `urn:uuid:${recordId}` },
	}));
	fs.writeFileSync(file, JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', '@graph': notes }));
	const id = madeUpId(9);
	await port.evaluate((open, argument) => open.call('annotations', 'importFrom', argument), {
		id,
		source: { kind: 'path', path: file },
	});
	await ended(page, port, id);
}

/** From the call to the answer, which comes once the commit is on disk. */
function writeNotes(port: JSHandle<PagePort>, document: AddedDocument): Promise<number[]> {
	return port.evaluate(
		async (open, { recordId, editionId, ids }) => {
			const millis: number[] = [];
			for (const [at, id] of ids.entries()) {
				const range = { editionId, startOrdinal: at, startOffset: 0, endOrdinal: at, endOffset: 20 };
				const fields = { purpose: 'note', body: 'Written while measured.', tags: [], isResolved: false };
				const start = performance.now();
				await open.call('annotations', 'add', { id, recordId, range, fields });
				millis.push(performance.now() - start);
			}
			return millis;
		},
		{ ...document, ids: Array.from({ length: writtenCount }, (_, number) => madeUpId(5_000_000 + number)) },
	);
}
