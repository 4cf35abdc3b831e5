import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { isOfMedium } from '#archive/db/sqlite-error.ts';
import { isTelegramName } from '#archive/importers/chat/telegram-head.ts';
import { worldFilesBeside } from '#archive/importers/image/world-files-beside.ts';
import type { ImportClient } from '#archive/importers/import-client.ts';
import { refuse } from '#archive/importers/refusal.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { JobCalls } from '#shared/api/jobs-api.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { CollectionId, JobId, ReplicaId, StepId } from '#shared/domain/ids.ts';
import { newId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import { type Arrival, type ArrivalTools, receive, sizeOf } from './arrival.ts';
import { ArrivalWriter, type Receiving, type ReceivingServices } from './arrival-writer.ts';
import { distinctNames } from './distinct-names.ts';
import { FileReader } from './file-reader.ts';
import { type FoundFile, walkFiles } from './file-walk.ts';
import { pairTranscripts } from './transcript-pairs.ts';
import type { UnpackOptions } from './unpack-limits.ts';

/** What to add, as paths on this machine; the host has turned uploads into staged files. */
export interface AddRequest {
	paths: { path: string; name?: string }[];
	collectionId?: CollectionId;
	/** Keeps each ZIP or TAR file too, as the whole that its files are parts of. */
	keepsZip?: boolean;
	/** What was withdrawn comes back. */
	takesWithdrawn?: boolean;
	/** Nobody asked for just now: it came into a folder. */
	isBackground?: boolean;
}

/** As it is kept in the archive, for a retry. */
interface KeptRequest extends AddRequest {
	replicaId: ReplicaId;
}

/** Decision 15: a commit holds at most this many documents, and none waits longer than this for it. */
const documentsPerCommit = 64;
const commitIntervalMillis = 250;
/** Files read ahead of the one being written, and how many bytes they may be together. */
const filesAhead = 16;
const bytesAhead = 64 * 1024 * 1024;
/** The same of small ones: while a commit is written, there must be work for the process that reads. */
const smallFilesAhead = documentsPerCommit + filesAhead;
const smallBytesAhead = 4 * 1024 * 1024;

/** A file on its way: either read, or an entry for the report at once. */
export type Outcome = { arrival: Arrival } | { item: JobItem };

/** Adds files and folders as a job: read ahead, written in groups, every file accounted for. */
export class AddingService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #importer: ImportClient;
	readonly #services: ReceivingServices;

	constructor(database: ArchiveDatabase, jobs: JobsService, importer: ImportClient, services: ReceivingServices) {
		this.#database = database;
		this.#jobs = jobs;
		this.#importer = importer;
		this.#services = services;
	}

	/** Returns at once; throws read-only. The whole job is one step to undo. */
	add(id: JobId, request: AddRequest): JobId {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		this.#start(id, request);
		return id;
	}

	/** Adds bytes that lie on no disk, as a file of that name, with what a person says of them. */
	addBytes(
		id: JobId,
		{ name, bytes, fields }: Pick<FoundFile, 'name' | 'fields'> & { bytes: Uint8Array },
		how: Receiving = {},
	): JobId {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const content = { sizeBytes: bytes.length, open: () => Readable.from([bytes], { objectMode: false }) };
		const file: FoundFile = { path: name, name, content, ...(fields && { fields }) };
		// They are kept nowhere but in the archive, so there is nothing to run again.
		const kept: KeptRequest = { paths: [], replicaId: this.#database.replicaId };
		this.#jobs.start(id, 'add', kept, (run) => this.#addAll(run, new FileReader(run.signal), [file], how));
		return id;
	}

	/**
	 * A new job for the files of an earlier one that failed, were cancelled, or were not reached; with `takesWithdrawn` for
	 * those too that were withdrawn, which come back then. Throws invalid-input for
	 * one that another replica began: a stranger's archive must not name files of this machine.
	 */
	retry({ id, takesWithdrawn = false }: ArgumentOf<JobCalls['retry']>): JobId {
		if (this.#database.isReadOnly) throw new AppError('read-only');
		const { replicaId, ...request } = this.#jobs.requestOf(id) as KeptRequest;
		if (replicaId !== this.#database.replicaId)
			throw new AppError('invalid-input', { reason: message('jobs.reason.elsewhere') });
		const { items } = this.#jobs.items({ id, offset: 0, limit: Number.MAX_SAFE_INTEGER });
		const isLeft = ({ outcome }: JobItem) =>
			outcome === 'failed' || outcome === 'cancelled' || (takesWithdrawn && outcome === 'withdrawn');
		const settled = items.filter((item) => !isLeft(item));
		const retryId = newId<JobId>();
		this.#start(retryId, { ...request, takesWithdrawn, isBackground: false }, settled);
		return retryId;
	}

	/** @param settled files that an earlier job has dealt with */
	#start(id: JobId, request: AddRequest, settled: readonly JobItem[] = []): void {
		const kept: KeptRequest = { ...request, replicaId: this.#database.replicaId };
		const background = request.isBackground ? 'ends-soon' : undefined;
		this.#jobs.start(id, 'add', kept, (run) => this.#run(run, request, settled), background);
	}

	async #run(run: JobRun, request: AddRequest, settled: readonly JobItem[]): Promise<void> {
		const reader = new FileReader(run.signal);
		this.#importer.prepare();
		try {
			const files = pairTranscripts(await this.#listFiles(run, reader, request));
			await this.#addAll(run, reader, leaveOut(files, settled), request, settled);
		} finally {
			reader.close();
		}
	}

	async #addAll(
		run: JobRun,
		reader: FileReader,
		files: readonly FoundFile[],
		how: Receiving,
		earlier: readonly JobItem[] = [],
	): Promise<void> {
		run.setTotal(files.length);
		const writer = new BatchWriter(this.#database, run, new ArrivalWriter(this.#services, how, earlier));
		const ahead: { outcome: Promise<Outcome>; sizeBytes: number }[] = [];
		const takeUntil = async (hasRoom: () => boolean) => {
			for (let first = ahead[0]; first && !run.signal.aborted && !hasRoom(); first = ahead[0]) {
				ahead.shift();
				await writer.take(first.outcome);
			}
		};
		let begun = 0;
		for (const file of files) {
			const sizeBytes = file.problem ? 0 : await sizeOf(file).catch(() => 0);
			await takeUntil(() => hasRoomFor(sizeBytes, ahead));
			if (run.signal.aborted) break;
			run.setCurrent(file.name);
			ahead.push({ outcome: this.#receive(file, run, reader, how), sizeBytes });
			begun += 1;
		}
		await takeUntil(() => false);
		if (run.signal.aborted) writer.letGo(await Promise.all(ahead.map(({ outcome }) => outcome)), files.slice(begun));
		else writer.flush();
	}

	async #listFiles(run: JobRun, reader: FileReader, request: AddRequest): Promise<FoundFile[]> {
		const files: FoundFile[] = [];
		const { keepsZip = false } = request;
		const names = distinctNames(request.paths.map(({ path }) => path));
		for (const [at, { path, name = names[at] }] of request.paths.entries()) {
			for await (const file of unpack(walkFiles(path, name), { signal: run.signal, files: reader, keepsZip })) {
				files.push(file);
				run.setCurrent(file.name);
				run.setTotal(files.length);
				if (run.signal.aborted) return files;
			}
		}
		return files;
	}

	async #receive(
		file: FoundFile,
		run: JobRun,
		reader: FileReader,
		{ takesWithdrawn = false }: Receiving,
	): Promise<Outcome> {
		const { name, problem } = file;
		if (problem instanceof AppError) return { item: { name, outcome: 'failed', error: toErrorData(problem) } };
		if (problem) {
			const error = toErrorData(refuse(name, message(`import.reason.${problem}`)));
			return { item: { name, outcome: 'left-out', error } };
		}
		const tools: ArrivalTools = {
			files: reader,
			originals: this.#services.originals,
			importer: this.#importer,
			// Bytes that were withdrawn must not even be on their way into the file.
			isHeld: (sha256) =>
				this.#services.records.holdersOf(sha256).some((holder) => !holder.isInBin) ||
				(!takesWithdrawn && this.#services.withdrawals.findOf(sha256) !== undefined),
			signal: run.signal,
		};
		try {
			return { arrival: await receive(file, tools) };
		} catch (error) {
			const data = toErrorData(error);
			if (data.code === 'cancelled') return { item: { name, outcome: 'cancelled' } };
			return { item: { name, outcome: 'failed', error: data } };
		}
	}
}

/** Gathers what was received and writes it in groups; an entry of the report is kept in the same commit as its file. */
export class BatchWriter {
	readonly #database: ArchiveDatabase;
	readonly #run: JobRun;
	readonly #writer: ArrivalWriter;
	#stepId: StepId;
	#batch: Outcome[] = [];
	#flushAtMillis = 0;

	constructor(database: ArchiveDatabase, run: JobRun, writer: ArrivalWriter) {
		this.#database = database;
		this.#run = run;
		this.#writer = writer;
		this.#stepId = run.id as string as StepId;
	}

	/** Waits for a file, writing what is due meanwhile: a slow file does not hold back those before it. */
	async take(outcome: Promise<Outcome>): Promise<void> {
		if (this.#batch.length > 0 && !(await hasCome(outcome, this.#flushAtMillis))) this.flush();
		if (this.#batch.length === 0) this.#flushAtMillis = performance.now() + commitIntervalMillis;
		this.#batch.push(await outcome);
		if (this.#batch.length < documentsPerCommit) return;
		this.flush();
		// Subtle: what was read ahead is there already, and nothing else would give way between one commit and the next: a
		// cancel, and whoever asks something, would wait for both.
		await nextTurn();
	}

	/**
	 * Writes what was gathered. When the group cannot be written, its files are written one by one, so that one bad file costs
	 * itself only. Throws disk-full, disk-error and read-only at the first file that cannot be kept for that.
	 */
	flush(): void {
		const batch = this.#batch;
		this.#batch = [];
		if (batch.length === 0) return;
		try {
			this.#commit(batch);
		} catch (error) {
			// Of a group for which the disk has no room left, the first files may have some.
			if (isOfMedium(error) && !(isDiskFull(error) && batch.length > 1)) throw error;
			for (const outcome of batch) this.#commitAlone(outcome);
		}
	}

	/**
	 * Calls off what is not written yet, and the files that were not begun: whoever cancels waits for no group. A large file
	 * that was read is written all the same, for its pieces are in the archive already.
	 */
	letGo(ahead: readonly Outcome[], left: readonly FoundFile[]): void {
		this.#batch = [...this.#batch, ...ahead].map((outcome) =>
			'arrival' in outcome && outcome.arrival.bytes ? { item: calledOff(outcome.arrival.file) } : outcome,
		);
		this.flush();
		this.keep(left.map(calledOff));
	}

	/** Entries of the report that have nothing to write. */
	keep(items: JobItem[]): void {
		this.#database.write((writer) => this.#run.keepWithin(writer, items));
		this.#run.count(items);
	}

	#commit(batch: readonly Outcome[]): void {
		const items = this.#database.step(
			'filesAdded',
			(step) => {
				this.#stepId = step.id;
				const written = batch.flatMap((outcome) =>
					'item' in outcome ? [outcome.item] : this.#writer.write(step, outcome.arrival),
				);
				this.#run.keepWithin(step.writer, written);
				return written;
			},
			{ id: this.#stepId },
		);
		// Files within files are known only now.
		this.#run.setTotal(this.#run.progress.total + items.length - batch.length);
		this.#run.count(items);
	}

	#commitAlone(outcome: Outcome): void {
		try {
			this.#commit([outcome]);
		} catch (error) {
			if (isOfMedium(error)) throw error;
			const name = 'item' in outcome ? outcome.item.name : outcome.arrival.file.name;
			this.keep([{ name, outcome: 'failed', error: toErrorData(error) }]);
		}
	}
}

function calledOff({ name }: FoundFile): JobItem {
	return { name, outcome: 'cancelled' };
}

/** Loaded with the first file, as what tells files apart is. */
async function* unpack(files: AsyncIterable<FoundFile>, options: UnpackOptions): AsyncGenerator<FoundFile> {
	yield* (await import('./unpacking.ts')).unpack(files, options);
}

/** Whether it has settled by that moment of `performance.now`; returns no later. */
async function hasCome(awaited: Promise<unknown>, untilMillis: number): Promise<boolean> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const due = new Promise<false>((resolve) => {
		timer = setTimeout(resolve, Math.max(0, untilMillis - performance.now()), false);
	});
	const has = await Promise.race([awaited.then(() => true), due]);
	clearTimeout(timer);
	return has;
}

function isDiskFull(error: unknown): boolean {
	return error instanceof AppError && error.code === 'disk-full';
}

/**
 * Without those whose name is settled as often as there are files with it: files of two folders may have one name. A file
 * that was unpacked, or whose transcript is left, comes again with that, which is joined to it; so does one that a file
 * which is left may belong to.
 */
function leaveOut(files: FoundFile[], settled: readonly JobItem[]): FoundFile[] {
	if (settled.length === 0) return files;
	const dealtWith = countNames(settled);
	const there = countNames(files);
	const left = files.filter(({ name }) => (dealtWith.get(name) ?? 0) < (there.get(name) ?? 0));
	const wholes = new Set<string | FoundFile | undefined>(left);
	for (const { whole, transcriptOf } of left) wholes.add(transcriptOf ?? whole);
	const mayOwn = ownersAmong(left.map(({ name }) => name));
	return files.filter((file) => wholes.has(file) || wholes.has(file.name) || mayOwn(file.name));
}

/** Tells from a file's name whether one of these files, which lie beside it, may belong to it: what is in it is read then. */
function ownersAmong(names: readonly string[]): (name: string) => boolean {
	const parts = new Set(names);
	const folders = new Set(names.flatMap(foldersOf));
	return (name) => {
		const folder = foldersOf(name).at(-1) as string;
		if (isTelegramName(name)) return folders.has(folder);
		return worldFilesBeside(name).some((beside) => parts.has(`${folder}${beside}`));
	};
}

/** Those that a file lies in by its name, from the outermost, which is '', to its own; each with its '/'. */
function foldersOf(name: string): string[] {
	const folders = name.split('/').slice(0, -1);
	return ['', ...folders.map((_, at) => `${folders.slice(0, at + 1).join('/')}/`)];
}

function countNames(named: readonly { name: string }[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { name } of named) counts.set(name, (counts.get(name) ?? 0) + 1);
	return counts;
}

function hasRoomFor(sizeBytes: number, ahead: readonly { sizeBytes: number }[]): boolean {
	if (ahead.length === 0) return true;
	const bytes = ahead.reduce((total, next) => total + next.sizeBytes, sizeBytes);
	return ahead.length < filesAhead ? bytes <= bytesAhead : ahead.length < smallFilesAhead && bytes <= smallBytesAhead;
}
