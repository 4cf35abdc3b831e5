import { hasPorts, requestPort } from '#renderer/lib/connect.ts';
import { startWorker } from '#renderer/lib/trusted-scripts.ts';
import type { Turns } from '#shared/domain/page-box.ts';
import type { FromPagesWorker, PagedFile, PageProblem, PageSize, ToPagesWorker } from './pages-messages.ts';

const firstPauseMs = 100;
const longestPauseMs = 4000;
/** A worker that is silent for so long while something is asked of it hangs on a file that was made to hang it. */
const patienceMs = 60_000;

export interface OpenedFile {
	pageCount: number;
	/** Of the first page. */
	size: PageSize;
}

export interface DrawnPicture {
	picture: ImageBitmap;
	size: PageSize;
}

interface Listener<T> {
	done(value: T): void;
	failed(problem: PageProblem): void;
}

let worker: Worker | null = null;
let lastId = 0;
let pauseMs = firstPauseMs;
let patience: ReturnType<typeof setTimeout> | undefined;
const openings = new Map<number, Listener<OpenedFile>>();
/** Files that the present worker has open, and who is to know when it dies. */
const opened = new Map<number, Listener<OpenedFile>>();
const drawings = new Map<number, Listener<DrawnPicture>>();

/** Opens a file in the worker; `failed` may come later too, when the worker had to be stopped. Gives its id. */
export function openFile(file: PagedFile, listener: Listener<OpenedFile>): number {
	const fileId = nextId();
	openings.set(fileId, listener);
	opened.set(fileId, listener);
	tell({ type: 'open', fileId, file });
	return fileId;
}

export function closeFile(fileId: number): void {
	const isKnown = opened.delete(fileId);
	openings.delete(fileId);
	if (isKnown) tell({ type: 'close', fileId });
}

export interface Drawing {
	fileId: number;
	/** From 1. */
	page: number;
	/** In device pixels, of the page as it lies after turning. */
	widthPx: number;
	turns: Turns;
}

/** Draws a page; the function that it gives takes that back. The picture is the listener's to close. */
export function drawPage(drawing: Drawing, listener: Listener<DrawnPicture>): () => void {
	const id = nextId();
	drawings.set(id, listener);
	tell({ type: 'draw', id, ...drawing });
	return () => {
		if (!drawings.delete(id)) return;
		tell({ type: 'cancel', id });
		waitOn();
	};
}

function nextId(): number {
	lastId += 1;
	return lastId;
}

function tell(message: ToPagesWorker, transfer: Transferable[] = []): void {
	if (!worker) {
		worker = startWorker('pages');
		worker.addEventListener('message', ({ data }: MessageEvent<FromPagesWorker>) => receive(data));
		// What is no message of ours is a fault of the script itself: it can do no more.
		worker.addEventListener('error', giveUp);
		void supplyArchive();
	}
	worker.postMessage(message, transfer);
	waitOn();
}

function receive(message: FromPagesWorker): void {
	switch (message.type) {
		case 'lost':
			setTimeout(() => void supplyArchive(), pauseMs);
			pauseMs = Math.min(pauseMs * 2, longestPauseMs);
			break;
		case 'opened':
			pauseMs = firstPauseMs;
			take(openings, message.fileId)?.done(message);
			break;
		case 'failed':
			take(openings, message.fileId)?.failed(message.problem);
			break;
		case 'drawn': {
			const drawing = take(drawings, message.id);
			if (drawing) drawing.done(message);
			else message.picture.close();
			break;
		}
		case 'not-drawn':
			take(drawings, message.id)?.failed(message.problem);
			break;
	}
	waitOn();
}

function waitOn(): void {
	clearTimeout(patience);
	if (openings.size + drawings.size > 0) patience = setTimeout(giveUp, patienceMs);
}

/** Ends the worker with all that it has open: the next thing that is asked starts another. */
function giveUp(): void {
	worker?.terminate();
	worker = null;
	clearTimeout(patience);
	const listeners = new Set<Pick<Listener<never>, 'failed'>>([...opened.values(), ...drawings.values()]);
	for (const map of [openings, opened, drawings]) map.clear();
	for (const listener of listeners) listener.failed('stuck');
}

function take<T>(map: Map<number, Listener<T>>, id: number): Listener<T> | undefined {
	const listener = map.get(id);
	map.delete(id);
	return listener;
}

/** Gives the worker its own way to the archive: a port that only the page can ask for, or the host for a socket. */
async function supplyArchive(): Promise<void> {
	const asked = worker;
	if (!asked) return;
	if (!hasPorts) {
		asked.postMessage({ type: 'socket', host: window.location.host } satisfies ToPagesWorker);
		return;
	}
	const port = await requestPort('pages').catch(() => null);
	if (asked !== worker) port?.close();
	else if (port) asked.postMessage({ type: 'port', port } satisfies ToPagesWorker, [port]);
	else receive({ type: 'lost' });
}
