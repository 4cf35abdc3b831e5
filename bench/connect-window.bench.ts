// The chronology of 10,000 events, the page of a name with 5,000 mentions and a layer of the map in the real window: `npm run bench
// connect-window`, or `npm run bench:connect -- window`. From the press until they are painted, and how many frames a second
// the chronology has while it is panned and zoomed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { JSHandle } from '@playwright/test';
import { message } from '#shared/messages/messages.ts';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { artificialLayer } from './connect/map.ts';
import { addDocument, madeUpId } from './desktop/added-document.ts';
import { openArchivePort, type PagePort } from './desktop/archive-port.ts';
import { startMeasured } from './desktop/measured-app.ts';
import { movedFrames } from './desktop/moved-frames.ts';
import { timePainted } from './desktop/painted.ts';
import { whenStill } from './desktop/when-still.ts';
import { distributionCells, distributionColumns } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const eventCount = 10_000;
const mentionCount = 5000;
const addedAtOnce = 1000;
const visits = 3;
/** Among the first in the list, which draws only what is in sight. */
const name = 'Aarimwald';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
try {
	printLoad('before');
	const { page, pages, close } = await startMeasured({ dataFolder: path.join(folder, 'data') });
	await page.setViewportSize({ width: 1440, height: 900 });
	const { frame, chronology, names, namePage, map, search } = pages;
	const port = await openArchivePort(page);
	await addEvents(port);
	const file = path.join(folder, 'mentions.txt');
	fs.writeFileSync(file, Array.from({ length: mentionCount }, (_, at) => `${name} was seen ${at} times.`).join('\n\n'));
	await addDocument(page, port, file);
	const layer = path.join(folder, 'artificial.geojson');
	fs.writeFileSync(layer, artificialLayer(randomFrom(7)));
	await addDocument(page, port, layer);
	await addName(port);
	await whenStill(page);

	const rows: string[][] = [];
	for (let visit = 1; visit <= visits; visit += 1) {
		await frame.goTo('library.title');
		await whenStill(page);
		const link = page.getByRole('link', { name: new RegExp(`^${message('navigation.chronology')}`) });
		const { ms, longestMs } = await timePainted(page, link, '[role="listbox"] [data-mark]');
		rows.push([`chronology of ${eventCount} events, visit ${visit}`, ms.toFixed(0), longestMs.toFixed(0)]);
	}
	await whenStill(page);
	const cellsOf = (frames: readonly number[]) => [...distributionCells(frames, 1), String(missed(frames))];
	const moving = [
		['panning', ...cellsOf(await movedFrames(chronology.picture, 'pan'))],
		['zooming in and out', ...cellsOf(await movedFrames(chronology.picture, 'zoom'))],
	];
	printTable(['chronology, between two frames, ms', ...distributionColumns, 'missed'], moving);
	printAim('50 frames a second: at most 20 ms');
	// The index takes in what was just added; a name's page of an archive that has settled does not wait for that.
	await frame.goTo('navigation.search');
	await search.box.fill(name);
	await search.hits.first().waitFor();
	for (let visit = 1; visit <= visits; visit += 1) {
		await frame.goTo('navigation.names');
		await names.option(name).click();
		await namePage.openLink.waitFor();
		await whenStill(page);
		const awaited = `[aria-label="${message('names.mentions')}"] mark`;
		const { ms, longestMs } = await timePainted(page, namePage.openLink, awaited);
		rows.push([`page of a name with ${mentionCount} mentions, visit ${visit}`, ms.toFixed(0), longestMs.toFixed(0)]);
	}
	await frame.goTo('navigation.map');
	await map.land.first().waitFor({ state: 'attached' });
	await map.tool(message('map.layers')).click();
	await whenStill(page);
	const { ms, longestMs } = await timePainted(
		page,
		page.getByRole('menuitem', { name: 'artificial' }),
		'[role="application"] g[opacity] path',
	);
	rows.push(['a layer of 100000 positions on the map', ms.toFixed(0), longestMs.toFixed(0)]);
	printTable(['from the press until it is painted', 'ms', 'window held up, ms'], rows);
	printAim('300 ms for chronology and name; none yet for the layer, which is to hold up nobody');
	printLoad('after');
	await close();
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

/** How many frames of a screen of sixty a second had nothing new. */
function missed(frames: readonly number[]): number {
	return frames.reduce((sum, ms) => sum + Math.max(0, Math.round((ms * 60) / 1000) - 1), 0);
}

/** Days, months, spans, doubts and open ends, all over a century. */
async function addEvents(port: JSHandle<PagePort>): Promise<void> {
	await port.evaluate(
		async (open, { count, id, atOnce }) => {
			let added: Promise<unknown>[] = [];
			const pad = (value: number) => String(value).padStart(2, '0');
			for (let at = 0; at < count; at += 1) {
				const year = 1900 + ((at * 7) % 120);
				const day = `${year}-${pad(1 + ((at * 5) % 12))}-${pad(1 + ((at * 11) % 28))}`;
				const edtf = [day, day.slice(0, 7), `${day}?`, `[${day}..]`, `${day}/${year + 1}`, String(year)][at % 6];
				const dates = { edtf, dateWords: '', inferred: '', duration: '', description: '', source: '' };
				const title = `Artificial event number ${at}, with a title of some length`;
				const fields = { ...dates, title, kind: '', placeIds: [], participantIds: [], relations: [] };
				const event = { id: `${id.slice(0, -6)}${String(at).padStart(6, '0')}`, fields, attestedBy: [], sameAs: null };
				added.push(open.call('events', 'add', event));
				// The window asks for all of them anew after each answer that it has time for.
				if (added.length < atOnce) continue;
				await Promise.all(added);
				added = [];
			}
			await Promise.all(added);
		},
		{ count: eventCount, id: madeUpId(700_000_000_000), atOnce: addedAtOnce },
	);
}

async function addName(port: JSHandle<PagePort>): Promise<void> {
	const form = { text: name, script: 'Latn', language: 'en', kind: 'main', source: '' };
	const fields = { kind: 'place', description: '', source: '', forms: [form] };
	await port.evaluate((open, added) => open.call('names', 'add', added), { id: madeUpId(800_000_000_000), fields });
}
