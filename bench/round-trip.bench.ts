// Time of one call from the window's page to the archive process and back, with 1 KB of data each way it goes.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { JSHandle, Page } from '@playwright/test';
import { openArchivePort, type PagePort } from './desktop/archive-port.ts';
import { startMeasured } from './desktop/measured-app.ts';
import { distributionCells, distributionColumns } from './figures/distribution.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const calls = 2000;
const practiceCalls = 200;
const kilobyte = 'x'.repeat(1024);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
try {
	printLoad('before');
	const { page, runtime, close } = await startMeasured({ dataFolder: path.join(folder, 'data') });
	const port = await openArchivePort(page);
	const records = (await port.evaluate((open) => open.call('records', 'list', {}))) as { id: string }[];
	const rows = [
		await measure(page, port, 'profile.get, 1 KB back', 'profile', 'get', { key: 'bench' }),
		await measure(page, port, 'profile.set, 1 KB there', 'profile', 'set', { key: 'bench', value: kilobyte }),
		await measure(page, port, 'records.get, from SQLite', 'records', 'get', { id: records[0]?.id }),
	];
	printTable([`call in ${runtime}`, ...distributionColumns, 'answer'], rows);
	printAim('p95 at most 3 ms');
	printLoad('after');
	await close();
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

async function measure(
	page: Page,
	port: JSHandle<PagePort>,
	label: string,
	noun: string,
	call: string,
	argument: unknown,
): Promise<string[]> {
	await port.evaluate((open, value) => open.call('profile', 'set', { key: 'bench', value }), kilobyte);
	const { millis, bytes } = await page.evaluate(
		async ({ open, noun, call, argument, count, practice }) => {
			const millis: number[] = [];
			let bytes = 0;
			for (let turn = -practice; turn < count; turn += 1) {
				const start = performance.now();
				const value = await open.call(noun, call, argument);
				if (turn >= 0) millis.push(performance.now() - start);
				bytes = JSON.stringify(value ?? null).length;
			}
			return { millis, bytes };
		},
		{ open: port, noun, call, argument, count: calls, practice: practiceCalls },
	);
	return [label, ...distributionCells(millis, 2), `${bytes} B`];
}
