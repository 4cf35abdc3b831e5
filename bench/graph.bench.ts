// A graph of 2,000 things and 6,000 links in the real window: `npm run bench graph`, or `npm run bench:connect -- graph`. How
// long it takes from the press to the picture, of which laying out is a worker's; how long the window itself is held up by
// that; and how many frames a second there are while it is panned and zoomed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { JSHandle } from '@playwright/test';
import { layOutGraph } from '#shared/graph/lay-out-graph.ts';
import { radiusOf } from '#shared/graph/scene.ts';
import { showGraph } from '#shared/graph/shown-graph.ts';
import { artificialGraph } from '#shared/graph/testing/artificial-graph.ts';
import { openArchivePort, type PagePort } from './desktop/archive-port.ts';
import { startMeasured } from './desktop/measured-app.ts';
import { movedFrames } from './desktop/moved-frames.ts';
import { distributionCells, distributionColumns, percentile } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

/** With what the starter archive has they are two thousand. */
const nameCount = 1475;
const eventCount = 500;
const linksPerEvent = 12;
const layoutRounds = 5;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
try {
	printLoad('before');
	measureLayout();
	const { page, pages, close } = await startMeasured({ dataFolder: path.join(folder, 'data') });
	await page.setViewportSize({ width: 1440, height: 900 });
	await fill(await openArchivePort(page));
	const { frame, graph } = pages;
	const tasks = await page.evaluateHandle(() => {
		const long: number[] = [];
		new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({
			type: 'longtask',
		});
		return long;
	});
	const started = performance.now();
	await frame.press('go.graph');
	await graph.picture.waitFor();
	await graph.working.waitFor({ state: 'detached' });
	console.log(`\n${await graph.count.textContent()}`);
	console.log(`\nfrom the press to the picture: ${(performance.now() - started).toFixed(0)} ms`);
	const longest = Math.max(0, ...(await tasks.evaluate((long) => long)));
	console.log(`the longest that the window was held up meanwhile: ${longest.toFixed(0)} ms`);
	printTable(
		['between two frames, ms', ...distributionColumns],
		[
			['panning, all in sight', ...distributionCells(await movedFrames(graph.picture, 'pan'), 1)],
			['zooming in and out', ...distributionCells(await movedFrames(graph.picture, 'zoom'), 1)],
		],
	);
	printAim('30 frames a second: at most 33 ms');
	printLoad('after');
	await close();
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

/** The worker's part alone, in this process. */
function measureLayout(): void {
	const whole = artificialGraph(2000, 6000);
	const shown = showGraph(whole, { groupBy: 'kind', folded: new Set(), collections: [] });
	const nodes = shown.nodes.map((node) => ({ id: node.id, groupKey: node.groupKey, radius: radiusOf(node) }));
	const task = { nodes, edges: shown.edges, places: {}, starts: {} };
	const rounds = Array.from({ length: layoutRounds }, () => {
		const [started, used] = [performance.now(), process.cpuUsage()];
		layOutGraph(task);
		const { user, system } = process.cpuUsage(used);
		return { ms: performance.now() - started, cpu: (user + system) / 1000 };
	});
	const median = (values: number[]) => percentile(values, 0.5).toFixed(0);
	printTable(
		[`${nodes.length} things, ${task.edges.length} lines laid out`, 'p50 ms', 'of the processor'],
		[['', median(rounds.map(({ ms }) => ms)), median(rounds.map(({ cpu }) => cpu))]],
	);
	printAim('within 2 s');
}

/** Names that took part in events, each event with as many as it takes. */
async function fill(port: JSHandle<PagePort>): Promise<void> {
	await port.evaluate(
		async (open, { names, events, perEvent }) => {
			const idOf = (kind: number, at: number) =>
				`01900000-0000-7000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`;
			const source = { description: '', source: '' };
			for (let at = 0; at < names; at += 1) {
				const form = { text: `Artificial name ${at}`, script: 'Latn', language: 'en', kind: 'main', source: '' };
				await open.call('names', 'add', { id: idOf(1, at), fields: { ...source, kind: 'person', forms: [form] } });
			}
			for (let at = 0; at < events; at += 1) {
				const participantIds = Array.from({ length: perEvent }, (_, part) =>
					idOf(1, (at * 31 + part * part * 7) % names),
				);
				const dates = { edtf: String(1900 + (at % 100)), dateWords: '', inferred: '', duration: '' };
				const fields = { ...source, ...dates, title: `Artificial event ${at}`, kind: '', placeIds: [], relations: [] };
				const added = { id: idOf(2, at), attestedBy: [], sameAs: null };
				await open.call('events', 'add', {
					...added,
					fields: { ...fields, participantIds: [...new Set(participantIds)] },
				});
			}
		},
		{ names: nameCount, events: eventCount, perEvent: linksPerEvent },
	);
}
