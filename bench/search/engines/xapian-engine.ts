import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { BenchQuery } from '../queries/bench-query.ts';
import type { BenchEngine, Found } from './bench-engine.ts';
import { compileXapianDriver, xapianDriver } from './xapian-compile.ts';

type Driver = ChildProcessByStdio<Writable, Readable, null>;

/** Xapian from Debian, in a small program beside this one. It has no near spellings. */
export const xapianEngine: BenchEngine = {
	name: 'xapian',
	version: 1,
	prepare: compileXapianDriver,
	canAnswer: ({ isNear }) => !isNear,
	build({ file, count }, folder) {
		// Its default writes out what it has after every 10,000 documents, and merges for ever.
		const env = { ...process.env, XAPIAN_FLUSH_THRESHOLD: '200000' };
		execFileSync(xapianDriver, ['build', file, String(count), folder], {
			env,
			stdio: ['ignore', 'ignore', 'inherit'],
		});
	},
	async open(folder) {
		const driver = spawn(xapianDriver, ['serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
		const ask = asker(driver);
		const [openMillis = 0] = await ask(['open', path.join(folder, 'index')]);
		return {
			openMillis,
			processId: driver.pid ?? 0,
			async search(query, limit): Promise<Found> {
				const [tookMillis = 0, ...ids] = await ask(['search', String(limit), ...fieldsOf(query)]);
				return { tookMillis, total: null, ids };
			},
			close: () => {
				driver.stdin.end();
			},
		};
	},
};

/** Sends one line at a time and gives the numbers of the line that answers. */
function asker(driver: Driver): (fields: readonly string[]) => Promise<number[]> {
	const waiting: { resolve(numbers: number[]): void; reject(error: Error): void }[] = [];
	readline.createInterface({ input: driver.stdout }).on('line', (line) => {
		waiting.shift()?.resolve(line.split('\t').map(Number));
	});
	driver.on('exit', () => {
		for (const { reject } of waiting) reject(new Error('the Xapian program ended'));
	});
	return (fields) =>
		new Promise((resolve, reject) => {
			waiting.push({ resolve, reject });
			driver.stdin.write(`${fields.join('\t')}\n`);
		});
}

function fieldsOf({ words, isPrefix, isPhrase, filter }: BenchQuery): string[] {
	const { kind = '', language = '', years } = filter ?? {};
	const span = years ? [String(years.from), String(years.to)] : ['', ''];
	return [isPrefix ? '1' : '0', isPhrase ? '1' : '0', kind, language, ...span, ...words];
}
