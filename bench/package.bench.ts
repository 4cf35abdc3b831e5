// Packages of 100 MB and 2 GB by the command line: plain beside tar with sha256sum and sha512sum, encrypted to a recipient,
// with the most memory that each took; and a thousand damaged encrypted packages.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { openBag } from '#archive/packages/open-bag.ts';
import { commandLineEntry } from '../e2e/fixtures/places.ts';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { runCommand } from './desktop/command-line.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';

const sizesMegabytes = (process.env.LECTERN_BENCH_SIZES ?? '100,2048').split(',').map(Number);
const fileMegabytes = 50;
const megabyte = 1024 * 1024;
const damagedCount = 1000;
const memoryIntervalMillis = 50;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
const data = ['--data', path.join(folder, 'data')];
const identity = await generateIdentity();
const recipient = await identityToRecipient(identity);
try {
	printLoad('before');
	const rows: string[][] = [];
	for (const size of sizesMegabytes) rows.push(...(await measure(size)));
	printTable(['what', 'MB', 'seconds', 'MB/s', 'of the yardstick', 'most memory'], rows);
	printAim(
		'plain at least 0.7 of the yardstick; encrypted at least 30 MB/s; under 300 MB, as much for 2 GB as for 100 MB',
	);
	await damage();
	printLoad('after');
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

async function measure(size: number): Promise<string[][]> {
	const files = path.join(folder, `files-${size}`);
	writeFiles(files, size);
	const archive = path.join(folder, `${size}.lectern`);
	await runCommand('new', archive, ...data);
	await runCommand('add', files, '--archive', archive, ...data);
	const yardstick = await timed('sh', [
		'-c',
		`tar cf ${folder}/yard.tar -C ${files} . && sync ${folder}/yard.tar && sha256sum ${files}/* && sha512sum ${files}/*`,
	]);
	const to = (name: string) => [
		'export',
		'--archive',
		archive,
		'--package',
		path.join(folder, `${size}-${name}`),
		...data,
	];
	const folderWay = await timed(process.execPath, [commandLineEntry, ...to('bag')]);
	const zip = await timed(process.execPath, [commandLineEntry, ...to('bag.zip'), '--zip']);
	const encrypted = await timed(process.execPath, [commandLineEntry, ...to('bag.age'), '--recipient', recipient]);
	const row = (what: string, { seconds, memoryMegabytes }: Timed, compared: boolean) => [
		what,
		String(size),
		seconds.toFixed(1),
		(size / seconds).toFixed(0),
		compared ? (yardstick.seconds / seconds).toFixed(2) : '',
		compared || what.startsWith('encrypted') ? `${memoryMegabytes.toFixed(0)} MB` : '',
	];
	const rows = [
		row('tar, sha256sum, sha512sum', yardstick, false),
		row('folder, written and read back', folderWay, true),
		row('ZIP, written and read back', zip, true),
		row('encrypted, written and read back', encrypted, false),
	];
	for (const name of [`files-${size}`, 'yard.tar', `${size}.lectern`, `${size}-bag`, `${size}-bag.zip`])
		fs.rmSync(path.join(folder, name), { recursive: true, force: true });
	return rows;
}

/** Bytes that nothing compresses. */
function writeFiles(files: string, size: number): void {
	fs.mkdirSync(files);
	const random = randomFrom(size);
	const piece = new Uint32Array(megabyte / 4);
	for (let written = 0; written < size; written += fileMegabytes) {
		const file = fs.openSync(path.join(files, `${written}.bin`), 'w');
		for (let at = 0; at < Math.min(fileMegabytes, size - written); at += 1) {
			for (let word = 0; word < piece.length; word += 1) piece[word] = random() * 2 ** 32;
			fs.writeSync(file, new Uint8Array(piece.buffer));
		}
		fs.closeSync(file);
	}
}

interface Timed {
	seconds: number;
	/** The most that was resident, as Linux counts it. */
	memoryMegabytes: number;
}

function timed(program: string, args: string[]): Promise<Timed> {
	const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
	const start = performance.now();
	const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
	let memoryMegabytes = 0;
	const look = setInterval(() => {
		const status = fs.readFileSync(`/proc/${child.pid}/status`, 'utf8');
		memoryMegabytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? memoryMegabytes * 1024) / 1024;
	}, memoryIntervalMillis);
	return new Promise((resolve, reject) => {
		child.once('exit', (status) => {
			clearInterval(look);
			if (status === 0) resolve({ seconds: (performance.now() - start) / 1000, memoryMegabytes });
			else reject(new Error(`${program} ${args.join(' ')} ended with ${status}`));
		});
	});
}

/** Every one must be refused: a changed bit, a cut, or a byte too many, at a place drawn by a printed seed. */
async function damage(): Promise<void> {
	const seed = Number(process.env.LECTERN_BENCH_SEED ?? 7);
	const random = randomFrom(seed);
	const archive = path.join(folder, 'small.lectern');
	fs.writeFileSync(path.join(folder, 'small.txt'), 'A sample letter. '.repeat(9000));
	await runCommand('new', archive, ...data);
	await runCommand('add', path.join(folder, 'small.txt'), '--archive', archive, ...data);
	const whole = path.join(folder, 'small.age');
	await runCommand('export', '--archive', archive, '--package', whole, '--recipient', recipient, ...data);
	const bytes = fs.readFileSync(whole);
	const damaged = path.join(folder, 'damaged.age');
	let refused = 0;
	for (let count = 0; count < damagedCount; count += 1) {
		const at = Math.floor(random() * bytes.length);
		const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
		const flipped = Buffer.from(bytes);
		flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
		const kinds = [flipped, before, Buffer.concat([before, Buffer.of(1), after])];
		fs.writeFileSync(damaged, kinds[count % kinds.length] ?? flipped);
		await openBag(damaged, { opener: { identities: [identity] } }).then(
			(source) => source.close(),
			() => {
				refused += 1;
			},
		);
	}
	console.log(`damaged packages refused: ${refused} of ${damagedCount} (seed ${seed}); aim: all`);
}
