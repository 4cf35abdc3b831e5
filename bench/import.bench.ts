// Receiving: files of text a second, pages of PDF a second beside poppler, verifying beside `sha256sum`, all by the desktop
// app; and ten thousand files of several formats in one batch: memory, the window meanwhile, and calling it off. With
// LECTERN_BENCH_PARTS=text,pdf,verify,batch only those that are named.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RecordId } from '#shared/domain/ids.ts';
import type { JobProgress } from '#shared/domain/job.ts';
import { randomFrom } from '../e2e/fixtures/random.ts';
import { writeFiles } from './artificial/texts.ts';
import { strainOf, watchMainThread } from './desktop/main-thread.ts';
import { type MeasuredApp, startMeasured } from './desktop/measured-app.ts';
import { whenQuiet } from './desktop/when-quiet.ts';
import { printAim, printLoad, printTable } from './figures/print.ts';
import { AddingJobs, secondsOf } from './import/adding-jobs.ts';
import { document, writeMixedFiles } from './import/mixed-files.ts';
import { filesBelow, hasProgram, type ReadPages, readByPoppler, secondsOfSha256sum } from './import/other-programs.ts';

const rounds = Number(process.env.LECTERN_BENCH_ROUNDS ?? 2);
const parts = new Set((process.env.LECTERN_BENCH_PARTS ?? 'text,pdf,verify,batch').split(','));
const texts = { fileCount: 1000, sizeBytes: 10 * 1024 };
const largeFiles = { count: 8, sizeBytes: 32 * 1024 * 1024 };
const longDocument = { count: 2, pageCount: 300 };
const mixedCount = Number(process.env.LECTERN_BENCH_FILES ?? 10_000);
/** Of the second batch so many are done when it is called off. */
const doneBeforeCancel = 500;
const fixtures = path.join(process.env.LECTERN_SHARED ?? '../shared', 'fixtures/pdfjs-small');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lectern-bench-'));
try {
	printLoad('before');
	if (['text', 'pdf', 'verify'].some((part) => parts.has(part))) await measureSpeed();
	if (parts.has('batch')) await measureBatch();
	printLoad('after');
} finally {
	fs.rmSync(folder, { recursive: true, force: true });
}

async function measureSpeed(): Promise<void> {
	const textFolder = path.join(folder, 'texts');
	if (parts.has('text')) writeFiles(textFolder, randomFrom(21), texts);
	const largeFolder = path.join(folder, 'large');
	if (parts.has('verify')) writeLargeFiles(largeFolder);
	const documents = parts.has('pdf') ? writeDocuments() : {};
	const rows: string[][] = [];
	for (let round = 1; round <= rounds; round += 1) {
		const app = await startMeasured({ dataFolder: path.join(folder, `speed-${round}`) });
		const jobs = await AddingJobs.of(app);
		await whenQuiet(app);
		if (parts.has('text')) {
			const added = await finished(jobs, await jobs.add(textFolder));
			rows.push(row('text, 10 KB a file', round, texts.fileCount / secondsOf(added), null, 'files/s'));
		}
		for (const [name, below] of Object.entries(documents)) {
			await whenQuiet(app);
			rows.push(await readPages(jobs, round, name, below));
		}
		if (parts.has('verify')) {
			const before = await jobs.recordIds();
			await finished(jobs, await jobs.add(largeFolder));
			await whenQuiet(app);
			const large = [...(await jobs.recordIds())].filter((id) => !before.has(id));
			rows.push(await verify(jobs, round, large, largeFolder));
		}
		await app.close();
	}
	printTable(['what', 'round', 'Lectern', 'beside it', 'ratio'], rows.sort());
	printAim("at least 300 files a second, 0.5 of pdftotext's pages a second, 0.8 of sha256sum's speed");
}

function writeLargeFiles(below: string): void {
	fs.mkdirSync(below);
	for (let number = 0; number < largeFiles.count; number += 1)
		fs.writeFileSync(path.join(below, `sample-${number}.bin`), randomBytes(largeFiles.sizeBytes));
}

/** Folders with documents, each by its name: what poppler's own tests were collected for, and long ones. */
function writeDocuments(): Record<string, string> {
	const long = path.join(folder, 'long');
	fs.mkdirSync(long);
	for (let number = 0; number < longDocument.count; number += 1)
		fs.writeFileSync(
			path.join(long, `sample-${number}.pdf`),
			document(number, randomFrom(31 + number), longDocument.pageCount),
		);
	if (fs.existsSync(fixtures)) return { 'PDF, fixtures': fixtures, 'PDF, long': long };
	console.log(`${fixtures} is not here: PDF files of others are left out`);
	return { 'PDF, long': long };
}

async function readPages(jobs: AddingJobs, round: number, name: string, below: string): Promise<string[]> {
	if (!hasProgram('pdftotext', '-v')) return [name, String(round), 'left out'];
	const read = readByPoppler(filesBelow(below).filter((file) => file.endsWith('.pdf')));
	const job = await finished(jobs, await jobs.add(copied(read, `${name} ${round}`)));
	return row(name, round, read.pageCount / secondsOf(job), read.pageCount / read.seconds, 'pages/s');
}

/** A folder of just the files that poppler has read, and no others. */
function copied({ files }: ReadPages, name: string): string {
	const target = path.join(folder, name);
	fs.mkdirSync(target);
	for (const [at, file] of files.entries()) fs.copyFileSync(file, path.join(target, `${at}-${path.basename(file)}`));
	return target;
}

async function verify(
	jobs: AddingJobs,
	round: number,
	recordIds: readonly RecordId[],
	below: string,
): Promise<string[]> {
	const megabytes = (largeFiles.count * largeFiles.sizeBytes) / 1e6;
	const beside = hasProgram('sha256sum', '--version') ? megabytes / secondsOfSha256sum(filesBelow(below)) : null;
	const checked = await finished(jobs, await jobs.verify(recordIds));
	if (checked.counts.intact !== largeFiles.count)
		throw new Error(`not all is intact: ${JSON.stringify(checked.counts)}`);
	return row('verify', round, megabytes / secondsOf(checked), beside, 'MB/s');
}

/** One batch to its end, another that is called off. */
async function measureBatch(): Promise<void> {
	const [whole, broken] = ['whole', 'broken'].map((name) => path.join(folder, name)) as [string, string];
	writeMixedFiles(whole, randomFrom(41), mixedCount);
	writeMixedFiles(broken, randomFrom(43), doneBeforeCancel * 4);
	const app = await startMeasured({ dataFolder: path.join(folder, 'batch') });
	const jobs = await AddingJobs.of(app);
	await whenQuiet(app);
	await watchMainThread(app.page);
	const job = await finished(jobs, await jobs.add(whole));
	const { longTasks, frameGaps } = await strainOf(app.page);
	const peak = await peakMegabytes(app);
	await whenQuiet(app);
	const cancelled = await callOff(jobs, broken);
	await app.close();
	printTable(
		[`${mixedCount} mixed files`, 'measured', 'aim'],
		[
			['files/s', (mixedCount / secondsOf(job)).toFixed(0), ''],
			['outcomes', JSON.stringify(job.counts), `${mixedCount} accounted for`],
			['peak memory of the archive process', `${peak.toFixed(0)} MB`, 'under 400 MB'],
			['longest task of the window', `${Math.max(0, ...longTasks).toFixed(0)} ms`, 'at most 100 ms'],
			['tasks over 50 ms', String(longTasks.length), ''],
			['longest gap between frames', `${Math.max(0, ...frameGaps).toFixed(0)} ms`, ''],
			['from calling off to the end', `${(cancelled.seconds * 1000).toFixed(0)} ms`, 'within 1 s'],
			['records that are not whole', String(cancelled.brokenCount), '0'],
		],
	);
}

interface CalledOff {
	seconds: number;
	/** Of the records of the job that is called off: those without their file, or not intact when read back. */
	brokenCount: number;
}

async function callOff(jobs: AddingJobs, below: string): Promise<CalledOff> {
	const before = await jobs.recordIds();
	const id = await jobs.add(below);
	await jobs.reached(id, doneBeforeCancel);
	const began = performance.now();
	await jobs.call('jobs', 'cancel', { id });
	const job = await jobs.reached(id);
	const seconds = (performance.now() - began) / 1000;
	if (job.state !== 'cancelled') throw new Error(`the job ended otherwise: ${JSON.stringify(job)}`);
	const recordIds = [...(await jobs.recordIds())].filter((record) => !before.has(record));
	const checked = await finished(jobs, await jobs.verify(recordIds));
	const withoutFile = await jobs.countWithoutFile(recordIds);
	const accounted = (job.counts.added ?? 0) + (job.counts['no-text'] ?? 0);
	const notIntact = checked.total - (checked.counts.intact ?? 0);
	return { seconds, brokenCount: withoutFile + notIntact + Math.abs(accounted - recordIds.length) };
}

/** The most that the archive process has held at a time since it began. */
async function peakMegabytes({ app }: MeasuredApp): Promise<number> {
	const kilobytes = await app.evaluate(({ app: own }) =>
		own
			.getAppMetrics()
			.filter(({ serviceName, name }) => [serviceName, name].includes('lectern-archive'))
			.map(({ memory }) => memory.peakWorkingSetSize),
	);
	if (kilobytes.length !== 1) throw new Error('the archive process is not to be told from the others');
	return Math.max(...kilobytes) / 1024;
}

async function finished(jobs: AddingJobs, id: JobProgress['id']): Promise<JobProgress> {
	const job = await jobs.reached(id);
	if (job.state !== 'done') throw new Error(`the job ended otherwise: ${JSON.stringify(job)}`);
	return job;
}

function row(what: string, round: number, own: number, other: number | null, unit: string): string[] {
	const figure = (value: number | null) => (value === null ? '' : `${value.toFixed(0)} ${unit}`);
	return [what, String(round), figure(own), figure(other), other === null ? '' : (own / other).toFixed(2)];
}
