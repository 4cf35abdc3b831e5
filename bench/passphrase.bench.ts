// What a passphrase costs: an archive beside the same one encrypted. Opening it, reading everything that is in it, adding,
// searching from the command line, and writing the one from the other.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openForReading, openForWriting } from '#archive/db/archive-file.ts';
import { type ArchiveKey, keyOf, makeKey } from '#archive/db/archive-key.ts';
import { rewriteFile } from '#archive/db/rewrite-file.ts';
import { writeLetters } from '../e2e/fixtures/artificial-texts.ts';
import { runCommand } from './desktop/command-line.ts';
import { printLoad, printTable } from './figures/print.ts';

const letterCount = Number(process.env.LECTERN_BENCH_LETTERS ?? 2000);
const passphrase = 'sample words of a bench';
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
const plain = path.join(folder, 'plain.lectern');
const secret = path.join(folder, 'secret.lectern');
const passphraseFile = path.join(folder, 'passphrase');
const data = ['--data', path.join(folder, 'data')];

try {
	printLoad('before');
	const letters = path.join(folder, 'letters');
	writeLetters(letters, letterCount);
	fs.writeFileSync(passphraseFile, passphrase);
	await runCommand('new', plain, ...data);
	await runCommand('add', letters, '--archive', plain, ...data);
	const derived = await milliseconds(() => makeKey(passphrase));
	fs.copyFileSync(plain, secret);
	const to = await makeKey(passphrase);
	const begun = performance.now();
	await rewriteFile(secret, { from: null, to, onProgress: () => undefined });
	const rewritten = performance.now() - begun;
	const key = await keyOf(secret, passphrase);
	const withKey = ['--passphrase-file', passphraseFile];
	printTable(
		['what', 'plain ms', 'encrypted ms', 'ratio'],
		[
			await compare('open for reading, with all checks', (file, opener) => openForReading(file, opener).close()),
			await compare('open for writing', (file, opener) => openForWriting(file, opener).close()),
			await compare('read every passage and piece of an original', readAll),
			await compare('search, as a command of its own', (file, opener) =>
				runCommand('search', 'marker7x3', '--archive', file, ...(opener ? withKey : []), ...data),
			),
		].map(([what, ...figures]) => [String(what), ...figures.map(String)]),
	);
	printTable(
		['what', 'ms'],
		[
			['derive the key, once an opening', derived.toFixed(0)],
			[`write ${(fs.statSync(secret).size / 1e6).toFixed(0)} MB anew, and compare`, rewritten.toFixed(0)],
		],
	);
	printLoad('after');

	async function compare(what: string, work: (file: string, opener: ArchiveKey | null) => unknown) {
		const without = await milliseconds(() => work(plain, null));
		const encrypted = await milliseconds(() => work(secret, key));
		return [what, without.toFixed(0), encrypted.toFixed(0), (encrypted / without).toFixed(2)];
	}
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

function readAll(file: string, key: ArchiveKey | null): void {
	const connection = openForReading(file, key);
	for (const sql of ['SELECT text FROM blocks', 'SELECT bytes FROM original_chunks'])
		for (const _ of connection.each(sql));
	connection.close();
}

/** The middle of three. */
async function milliseconds(work: () => unknown): Promise<number> {
	const times: number[] = [];
	for (let round = 0; round < 3; round += 1) {
		const begun = performance.now();
		await work();
		times.push(performance.now() - begun);
	}
	return times.sort((a, b) => a - b)[1] ?? 0;
}
