import { openSocket, portChannel } from '#renderer/lib/channels.ts';
import type { Channel } from '#shared/api/envelope.ts';
import { openImage } from './image-original.ts';
import { OriginalBytes } from './original-bytes.ts';
import { type PagedOriginal, problemOf } from './paged-original.ts';
import type { FromPagesWorker, PagedFile, ToPagesWorker } from './pages-messages.ts';
import { openPdf } from './pdf-original.ts';

type DrawMessage = Extract<ToPagesWorker, { type: 'draw' }>;

const bytes = new OriginalBytes();
const files = new Map<number, Promise<PagedOriginal>>();
/** Pages that are asked for and not begun, in the order they were asked for. */
const waiting = new Map<number, DrawMessage>();
let current: { id: number; abort: AbortController } | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToPagesWorker>) => {
	switch (data.type) {
		case 'port':
			listenTo(portChannel(data.port));
			break;
		case 'socket':
			openSocket(data.host).then(listenTo, () => tell({ type: 'lost' }));
			break;
		case 'open':
			void open(data.fileId, data.file);
			break;
		case 'close':
			close(data.fileId);
			break;
		case 'draw':
			waiting.set(data.id, data);
			void drawWaiting();
			break;
		case 'cancel':
			waiting.delete(data.id);
			if (current?.id === data.id) current.abort.abort();
			break;
	}
});

async function open(fileId: number, file: PagedFile): Promise<void> {
	const opening = file.mediaType === 'application/pdf' ? openPdf(file, bytes) : openImage(file, bytes);
	files.set(fileId, opening);
	try {
		const { pageCount, size } = await opening;
		tell({ type: 'opened', fileId, pageCount, size });
	} catch (error) {
		tell({ type: 'failed', fileId, problem: problemOf(error) });
	}
}

function close(fileId: number): void {
	// One that could not be opened was told of then.
	files.get(fileId)?.then(
		(original) => original.close(),
		() => undefined,
	);
	files.delete(fileId);
	for (const [id, message] of waiting) if (message.fileId === fileId) waiting.delete(id);
}

/** One page at a time: two would only take turns on the one thread, and both come late. */
async function drawWaiting(): Promise<void> {
	if (current) return;
	for (let [next] = waiting.values(); next; [next] = waiting.values()) {
		waiting.delete(next.id);
		current = { id: next.id, abort: new AbortController() };
		await draw(next, current.abort.signal);
	}
	current = null;
}

async function draw({ id, fileId, page, widthPx, turns }: DrawMessage, signal: AbortSignal): Promise<void> {
	try {
		const original = await files.get(fileId);
		if (!original || signal.aborted) return;
		const { picture, size } = await original.draw(page, widthPx, turns, signal);
		if (signal.aborted) picture.close();
		else tell({ type: 'drawn', id, picture, size }, [picture]);
	} catch (error) {
		if (!signal.aborted) tell({ type: 'not-drawn', id, problem: problemOf(error) });
	}
}

function listenTo(channel: Channel): void {
	bytes.connect(channel, () => tell({ type: 'lost' }));
}

function tell(message: FromPagesWorker, transfer: Transferable[] = []): void {
	self.postMessage(message, { transfer });
}
