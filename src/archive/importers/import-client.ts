import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { AnchoringResult } from '#shared/text/anchor/anchor-marks.ts';
import type { CarryingResult, CarryingTask } from '#shared/writing/carry-over.ts';
import type {
	ImportAnswer,
	ImportProcess,
	ImportReport,
	ImportRequest,
	MediaRequest,
	StartImportProcess,
} from './import-protocol.ts';
import type { Extraction, ReadOptions } from './importer.ts';
import type { RecognitionResult, RecognitionTask } from './recognition/recognise.ts';
import type { RereadingTask } from './rereading.ts';

export interface ImportLimits {
	/** Working time of one document, and of the process for coming up. */
	documentMs: number;
	/** Requests that may wait in the process, so that it never waits for the next; one may exceed the bytes alone. */
	inFlight: number;
	inFlightBytes: number;
}

export const importLimits: ImportLimits = { documentMs: 60_000, inFlight: 64, inFlightBytes: 16 * 1024 * 1024 };

/** Times that a process which never got ready is started again before all that waits for it fails. */
const startAttempts = 3;

export type ReadingOptions = Omit<ReadOptions, 'fileName'>;

export interface ImportClient {
	/** Starts the process, which takes a while, ahead of what it will be asked. */
	prepare(): void;
	/**
	 * Reads a file in the import process. Throws what the importer threw, `import-timeout` or `import-crashed` where the
	 * process had to be given up over this very document, and `cancelled`. Callers bound how many files they hold at once.
	 */
	read(fileName: string, bytes: Uint8Array, options?: ReadingOptions, signal?: AbortSignal): Promise<Extraction>;
	/** Looks into a recording on the disk, of any size, with the same limits and faults. */
	lookInto(recording: Omit<MediaRequest, 'id'>, signal?: AbortSignal): Promise<Extraction>;
	/** Finds marks again in a new edition, in the same process, with the same limits and faults. */
	anchor(fileName: string, task: RereadingTask, signal?: AbortSignal): Promise<AnchoringResult>;
	/** Finds in the same process what of a text stays in the one typed from it. */
	carry(task: CarryingTask): Promise<CarryingResult>;
	/** Does one task of recognising text in the process; throws as `read` does, and kills the process on cancel. */
	recognise<K extends RecognitionTask['kind']>(
		fileName: string,
		task: RecognitionTask & { kind: K },
		signal?: AbortSignal,
	): Promise<RecognitionResult & { kind: K }>;
	/** Ends the process; what is still being read is cancelled. */
	close(): void;
}

export function createImportClient(start: StartImportProcess, limits: ImportLimits = importLimits): ImportClient {
	return new Client(start, limits);
}

type Done = Extract<ImportAnswer, { ok: true }>;

/** A request that is waiting or being worked on. */
interface Reading {
	request: ImportRequest;
	isSettled: boolean;
	settle(outcome: Done | { error: Error }): void;
}

class Client implements ImportClient {
	readonly #start: StartImportProcess;
	readonly #limits: ImportLimits;
	#process: ImportProcess | null = null;
	#isReady = false;
	#failedStarts = 0;
	#waiting: Reading[] = [];
	/** In the order they were sent, which is the order of work: the first is the one being worked on. */
	#sent: Reading[] = [];
	#watchdog: ReturnType<typeof setTimeout> | undefined;
	#lastId = 0;
	#isClosed = false;

	constructor(start: StartImportProcess, limits: ImportLimits) {
		this.#start = start;
		this.#limits = limits;
	}

	prepare(): void {
		if (!this.#isClosed && this.#process === null) this.#startProcess();
	}

	async read(
		fileName: string,
		bytes: Uint8Array,
		options: ReadingOptions = {},
		signal?: AbortSignal,
	): Promise<Extraction> {
		const request = { ...options, fileName, bytes: wholeBuffer(bytes) };
		const done = await this.#ask((id) => ({ id, ...request }), signal);
		if (!('extraction' in done)) throw new AppError('import-crashed', { file: fileName });
		return done.extraction;
	}

	async lookInto(recording: Omit<MediaRequest, 'id'>, signal?: AbortSignal): Promise<Extraction> {
		const done = await this.#ask((id) => ({ id, ...recording }), signal);
		if (!('extraction' in done)) throw new AppError('import-crashed', { file: recording.fileName });
		return done.extraction;
	}

	async anchor(fileName: string, anchoring: RereadingTask, signal?: AbortSignal): Promise<AnchoringResult> {
		const done = await this.#ask((id) => ({ id, fileName, anchoring }), signal);
		if (!('anchored' in done)) throw new AppError('import-crashed', { file: fileName });
		return done.anchored;
	}

	async carry(carrying: CarryingTask): Promise<CarryingResult> {
		const done = await this.#ask((id) => ({ id, fileName: '', carrying }));
		if (!('carried' in done)) throw new AppError('import-crashed', { file: '' });
		return done.carried;
	}

	async recognise<K extends RecognitionTask['kind']>(
		fileName: string,
		recognition: RecognitionTask & { kind: K },
		signal?: AbortSignal,
	): Promise<RecognitionResult & { kind: K }> {
		const done = await this.#ask((id) => ({ id, fileName, recognition }), signal);
		if (!('recognised' in done) || done.recognised.kind !== recognition.kind)
			throw new AppError('import-crashed', { file: fileName });
		return done.recognised as RecognitionResult & { kind: K };
	}

	#ask(makeRequest: (id: number) => ImportRequest, signal?: AbortSignal): Promise<Done> {
		return new Promise((resolve, reject) => {
			if (this.#isClosed || signal?.aborted) {
				reject(new AppError('cancelled'));
				return;
			}
			this.#lastId += 1;
			const cancel = () => this.#cancel(reading);
			const reading: Reading = {
				request: makeRequest(this.#lastId),
				isSettled: false,
				settle: (outcome) => {
					if (reading.isSettled) return;
					reading.isSettled = true;
					signal?.removeEventListener('abort', cancel);
					if ('error' in outcome) reject(outcome.error);
					else resolve(outcome);
				},
			};
			signal?.addEventListener('abort', cancel, { once: true });
			this.#waiting.push(reading);
			this.#advance();
		});
	}

	close(): void {
		this.#isClosed = true;
		this.#dropProcess();
		for (const reading of [...this.#sent, ...this.#waiting]) reading.settle({ error: new AppError('cancelled') });
		this.#sent = [];
		this.#waiting = [];
	}

	#cancel(reading: Reading): void {
		reading.settle({ error: new AppError('cancelled') });
		this.#waiting = this.#waiting.filter((other) => other !== reading);
		// Nobody waits for what the process is doing any more, and it may take long.
		if (this.#sent.length > 0 && this.#sent.every((sent) => sent.isSettled)) this.#restart();
	}

	/** Starts the process if there is work, and sends as much as may be in flight. */
	#advance(): void {
		if (this.#isClosed || this.#waiting.length === 0) return;
		if (this.#process === null) this.#startProcess();
		if (!this.#isReady) return;
		for (let next = this.#waiting[0]; next && this.#hasRoomFor(next); next = this.#waiting[0]) {
			this.#waiting.shift();
			this.#sent.push(next);
			if (this.#sent.length === 1) this.#watchFirst();
			this.#process?.send(next.request);
		}
	}

	#hasRoomFor({ request }: Reading): boolean {
		if (this.#sent.length === 0) return true;
		const bytes = this.#sent.reduce((sum, sent) => sum + sizeBytesOf(sent.request), sizeBytesOf(request));
		return this.#sent.length < this.#limits.inFlight && bytes <= this.#limits.inFlightBytes;
	}

	#startProcess(): void {
		const started = this.#start();
		this.#process = started;
		this.#isReady = false;
		// What a process still says after it was given up is not listened to.
		started.onMessage((report) => {
			if (this.#process === started) this.#hear(report);
		});
		started.onExit(() => {
			if (this.#process === started) this.#lose();
		});
		this.#setWatchdog(() => this.#lose());
	}

	#hear(report: ImportReport): void {
		if ('type' in report) {
			this.#isReady = true;
			this.#failedStarts = 0;
			clearTimeout(this.#watchdog);
		} else {
			this.#answer(report);
		}
		this.#advance();
	}

	#answer(answer: ImportAnswer): void {
		if (this.#sent[0]?.request.id !== answer.id) {
			this.#lose();
			return;
		}
		const reading = this.#sent.shift();
		if (answer.ok) reading?.settle(answer);
		else reading?.settle({ error: new AppError(answer.error.code, answer.error.detail) });
		this.#watchFirst();
	}

	#watchFirst(): void {
		clearTimeout(this.#watchdog);
		const [first] = this.#sent;
		if (!first) return;
		const seconds = Math.max(1, Math.round(this.#limits.documentMs / 1000));
		const error = () => new AppError('import-timeout', { file: first.request.fileName, seconds });
		this.#setWatchdog(() => {
			first.settle({ error: error() });
			this.#restart();
		});
	}

	#setWatchdog(bark: () => void): void {
		clearTimeout(this.#watchdog);
		this.#watchdog = setTimeout(bark, this.#limits.documentMs);
	}

	/** The process is gone, or never came up: its first document pays, if it had one. */
	#lose(): void {
		const [first] = this.#sent;
		first?.settle({ error: new AppError('import-crashed', { file: first.request.fileName }) });
		if (!this.#isReady) this.#countFailedStart();
		this.#restart();
	}

	#countFailedStart(): void {
		this.#failedStarts += 1;
		if (this.#failedStarts < startAttempts) return;
		this.#failedStarts = 0;
		const error = () => new AppError('unexpected', { reason: message('import.reason.start') });
		for (const reading of this.#waiting) reading.settle({ error: error() });
		this.#waiting = [];
	}

	/** Ends the process, takes back what was sent and is still wanted, and goes on with a new one. */
	#restart(): void {
		this.#dropProcess();
		this.#waiting = [...this.#sent.filter((reading) => !reading.isSettled), ...this.#waiting];
		this.#sent = [];
		this.#advance();
	}

	#dropProcess(): void {
		clearTimeout(this.#watchdog);
		const dropped = this.#process;
		this.#process = null;
		this.#isReady = false;
		dropped?.kill();
	}
}

/** A port copies the whole buffer behind a view: a few bytes cut from a large file must not carry all of it along. */
function wholeBuffer(bytes: Uint8Array): Uint8Array {
	return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

function sizeBytesOf(request: ImportRequest): number {
	if ('bytes' in request) return request.bytes.byteLength;
	if ('path' in request) return 0;
	if ('recognition' in request) return 'bytes' in request.recognition ? request.recognition.bytes.byteLength : 0;
	if ('carrying' in request) return textBytes([...request.carrying.before, ...request.carrying.written]);
	const { new: passages, old } = request.anchoring;
	return textBytes([passages, ...old.map((each) => each.passages)].flat());
}

function textBytes(texts: readonly { text: string }[]): number {
	return texts.reduce((sum, { text }) => sum + 2 * text.length, 0);
}
