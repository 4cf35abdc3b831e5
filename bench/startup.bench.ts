// Time from process start to painted rows of the starter archive, beside a bare window of the same runtime.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../e2e/fixtures/places.ts';
import { distributionCells, distributionColumns, median, percentile } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';
import { type TimedApp, timeStart } from './startup/timed-start.ts';

const rounds = Number(process.env.LECTERN_BENCH_ROUNDS ?? 12);
/** Starts before the measured ones: the first fills Chromium's caches, so that what is measured is the second and later. */
const practiceStarts = 1;
/** What Chromium writes to its caches, it writes a little after the paint. */
const practiceStayMillis = 3000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
const bare: TimedApp = {
	args: [path.join(projectRoot, 'bench/desktop/bare-window')],
	selector: '#sample',
	environment: { LECTERN_BENCH_PROFILE: path.join(folder, 'bare') },
};
const lectern = (dataFolder: string): TimedApp => ({
	args: [projectRoot, '--data', path.join(folder, dataFolder)],
	selector: '[role="gridcell"]',
});

try {
	printLoad('before');
	for (let start = 0; start < practiceStarts; start += 1) {
		await timeStart(bare, practiceStayMillis);
		await timeStart(lectern('used'), practiceStayMillis);
	}
	const times = { bare: [] as number[], used: [] as number[], first: [] as number[] };
	for (let round = 0; round < rounds; round += 1) {
		times.bare.push(await timeStart(bare));
		times.used.push(await timeStart(lectern('used')));
		times.first.push(await timeStart(lectern(`first-${round}`)));
	}
	printTable(
		['process start to paint', ...distributionColumns, 'ratio p50', 'ratio p95', 'pairs p50'],
		[
			['bare window', ...distributionCells(times.bare, 0), '1.00', '1.00', '1.00'],
			['Lectern, later starts', ...distributionCells(times.used, 0), ...ratios(times.used, times.bare)],
			['Lectern, first start of all', ...distributionCells(times.first, 0), ...ratios(times.first, times.bare)],
		],
	);
	console.log('ratio: of the percentiles; pairs: median of each start to the bare window beside it in time');
	printAim('Lectern with the starter archive at most 1.5 times the bare window');
	printLoad('after');
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

function ratios(times: readonly number[], yardstick: readonly number[]): string[] {
	const pairs = times.map((time, round) => time / (yardstick[round] ?? Number.NaN));
	return [median(times) / median(yardstick), percentile(times, 0.95) / percentile(yardstick, 0.95), median(pairs)].map(
		(ratio) => ratio.toFixed(2),
	);
}
