// A reading copy of 20,000 artificial passages in four scripts: how long until a browser that was just started has drawn
// the first result of a search, from a disk, and how much memory it took, beside an empty page of the same browser in the
// same run. Firefox where the system has it.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { writePassages } from './artificial/texts.ts';
import { openInChromium } from './browsers/open-in-chromium.ts';
import { hasFirefox, openInFirefox } from './browsers/open-in-firefox.ts';
import { type OpenedPage, tellWhenSeen } from './browsers/timed-page.ts';
import { runCommand } from './desktop/command-line.ts';
import { median } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const passageCount = Number(process.env.LECTERN_BENCH_PASSAGES ?? 20_000);
const openings = 5;
const teller = '<script src="seen.js"></script>';
/** Has at once what a copy is waited for. */
const emptyPage = `<!doctype html><title>Empty</title>${teller}<header></header><p role="option"></p>\n`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
try {
	printLoad('before');
	const random = randomFrom(1);
	const texts = writePassages(path.join(folder, 'texts'), random, { passageCount, passagesPerFile: 100 });
	const archive = path.join(folder, 'bench.lectern');
	const own = ['--archive', archive, '--data', path.join(folder, 'data')];
	await runCommand('new', archive, '--data', path.join(folder, 'data'));
	await runCommand('add', texts.folder, ...own);
	const copy = path.join(folder, 'copy');
	const began = performance.now();
	await runCommand('export', '--reading-copy', copy, ...own);
	process.stdout.write(`written and read back in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
	const word = texts.streams[0]?.next() ?? '';
	const url = `file://${copy}/index.html#/search?q=${encodeURIComponent(JSON.stringify(word))}`;
	const index = path.join(copy, 'index.html');
	fs.writeFileSync(index, fs.readFileSync(index, 'utf8').replace('<link rel="stylesheet"', `${teller}$&`));
	for (const place of [folder, copy]) fs.writeFileSync(path.join(place, 'seen.js'), tellWhenSeen);
	const empty = path.join(folder, 'empty.html');
	fs.writeFileSync(empty, emptyPage);
	const rows = [await measure('Chromium', openInChromium, { url, empty: `file://${empty}` })];
	if (hasFirefox()) rows.push(await measure('Firefox', openInFirefox, { url, empty: `file://${empty}` }));
	printTable(
		['browser', 'drawn', 'first result', 'slowest', 'all processes', 'an empty page', 'times that', 'the largest'],
		rows,
	);
	printAim('the first result within 2 s of opening, under 400 MB');
	printLoad('after');
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

async function measure(
	browser: string,
	open: (url: string) => Promise<OpenedPage>,
	pages: { url: string; empty: string },
): Promise<string[]> {
	const opened: OpenedPage[] = [];
	const others: OpenedPage[] = [];
	for (let count = 0; count < openings; count += 1) {
		others.push(await open(pages.empty));
		opened.push(await open(pages.url));
	}
	const middle = (value: (one: OpenedPage) => number) => median(opened.map(value));
	const [all, emptyAll] = [middle(({ memory }) => memory.all), median(others.map(({ memory }) => memory.all))];
	const millis = (value: number) => `${value.toFixed(0)} ms`;
	const megabytes = (value: number) => `${value.toFixed(0)} MB`;
	return [
		browser,
		millis(middle(({ drawnMillis }) => drawnMillis)),
		millis(middle(({ foundMillis }) => foundMillis)),
		millis(Math.max(...opened.map(({ foundMillis }) => foundMillis))),
		megabytes(all),
		megabytes(emptyAll),
		(all / emptyAll).toFixed(2),
		megabytes(middle(({ memory }) => memory.largest)),
	];
}
