// Start-up of the packaged app (npm run package -- folder) beside the same app from the source tree.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../e2e/fixtures/places.ts';
import { distributionCells, distributionColumns, median } from './figures/distribution.ts';
import { printLoad, printTable } from './figures/print.ts';
import { timeFirstPaint } from './startup/first-paint.ts';

const rounds = Number(process.env.LECTERN_BENCH_ROUNDS ?? 12);
const packaged = process.env.LECTERN_PACKAGED ?? path.join(projectRoot, 'dist/linux-unpacked/lectern');
const electron = process.env.ELECTRON_EXEC_PATH ?? 'electron';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
const fromTree = () => timeFirstPaint(electron, [projectRoot, '--data', path.join(folder, 'tree')]);
const fromPackage = () => timeFirstPaint(packaged, ['--data', path.join(folder, 'packaged')]);

if (fs.existsSync(packaged)) await compare();
else console.log(`there is no ${packaged}: run \`npm run package -- folder\` first`);

async function compare(): Promise<void> {
	try {
		printLoad('before');
		// The first start makes the starter archive and fills the caches.
		await fromTree();
		await fromPackage();
		const times = { tree: [] as number[], packaged: [] as number[] };
		for (let round = 0; round < rounds; round += 1) {
			times.tree.push(await fromTree());
			times.packaged.push(await fromPackage());
		}
		const ratio = median(times.packaged) / median(times.tree);
		printTable(
			['process start to first paint', ...distributionColumns, 'ratio p50'],
			[
				['source tree', ...distributionCells(times.tree, 0), '1.00'],
				['packaged', ...distributionCells(times.packaged, 0), ratio.toFixed(2)],
			],
		);
		printLoad('after');
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}
