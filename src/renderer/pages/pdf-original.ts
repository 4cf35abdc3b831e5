import './worker-window.ts';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { OriginalBytes } from './original-bytes.ts';
import { CannotShow, type PagedOriginal, pictureSize } from './paged-original.ts';
import type { PagedFile } from './pages-messages.ts';

/** Where the app keeps the parser's own tables and fonts (scripts/vite-plugins/pdf-assets.ts). */
const assets = `/pdf-${pdfjs.version}/`;
/** What is asked of the archive at once: a page of text needs one or two of these. */
const rangeBytes = 256 * 1024;
/** Pictures within a page that are larger in one direction than any scanner makes are left out. */
const mostImagePixels = 128_000_000;

/** Reads a PDF as its parts are needed: never the whole of a large one. */
class ArchiveRanges extends pdfjs.PDFDataRangeTransport {
	readonly #file: PagedFile;
	readonly #bytes: OriginalBytes;
	readonly #onFailure: (error: unknown) => void;

	constructor(file: PagedFile, bytes: OriginalBytes, onFailure: (error: unknown) => void) {
		super(file.sizeBytes, null);
		this.#file = file;
		this.#bytes = bytes;
		this.#onFailure = onFailure;
	}

	override requestDataRange(begin: number, end: number): void {
		this.#bytes.read(this.#file.sha256, begin, Math.min(end, this.#file.sizeBytes)).then(
			(chunk) => this.onDataRange(begin, chunk),
			(error: unknown) => this.#onFailure(error),
		);
	}
}

class WorkerCanvases {
	create(
		width: number,
		height: number,
	): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D | null } {
		const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
		return { canvas, context: canvas.getContext('2d') };
	}

	reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
		canvas.width = width;
		canvas.height = height;
	}

	getNoAlphaContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D | null {
		return canvas.getContext('2d', { alpha: false });
	}

	destroy(entry: { canvas: OffscreenCanvas | null; context: unknown }): void {
		if (entry.canvas) entry.canvas.width = 0;
		entry.canvas = null;
		entry.context = null;
	}
}

/** Filters are elements of a document, which a worker has not; pages are drawn without, as under Node. */
class NoFilters {
	addFilter = () => 'none';
	addHCMFilter = () => 'none';
	addAlphaFilter = () => 'none';
	addLuminosityFilter = () => 'none';
	addKnockoutFilter = () => 'none';
	addHighlightHCMFilter = () => 'none';
	destroy = () => undefined;
}

const folders: Readonly<Record<string, string>> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts' };

/** The app's own files, and no others. */
class AppData {
	async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
		const folder = folders[kind];
		if (!folder || !/^[\w-]+(?:\.\w+)?$/.test(filename)) throw new Error(`no such table: ${filename}`);
		const response = await fetch(`${assets}${folder}/${filename}`);
		if (!response.ok) throw new Error(`no such table: ${filename}`);
		return new Uint8Array(await response.arrayBuffer());
	}
}

/** Begins to show a PDF. No script in it is run and no address in it followed; letters are drawn as shapes, by no font engine. */
export async function openPdf(file: PagedFile, bytes: OriginalBytes): Promise<PagedOriginal> {
	let fail: (error: unknown) => void = () => undefined;
	const failed = new Promise<never>((_, reject) => {
		fail = reject;
	});
	failed.catch(() => undefined);
	const loading = pdfjs.getDocument({
		range: new ArchiveRanges(file, bytes, (error) => fail(error)),
		rangeChunkSize: rangeBytes,
		disableAutoFetch: true,
		disableStream: true,
		verbosity: pdfjs.VerbosityLevel.ERRORS,
		CanvasFactory: WorkerCanvases,
		FilterFactory: NoFilters,
		BinaryDataFactory: AppData,
		cMapUrl: assets,
		standardFontDataUrl: assets,
		wasmUrl: assets,
		useWorkerFetch: false,
		// The window's policy compiles no WebAssembly: the decoders' other halves in JavaScript are used.
		useWasm: false,
		useSystemFonts: false,
		disableFontFace: true,
		disableWorkerRendering: true,
		enableXfa: false,
		maxImageSize: mostImagePixels,
	} as Parameters<typeof pdfjs.getDocument>[0]);
	// Subtle: what pdfjs asks for and does not get it waits for forever, so the failure is raced against whatever it does.
	const whileReadable = <T>(work: Promise<T>) => Promise.race([work, failed]);
	try {
		const document = await whileReadable(loading.promise);
		const first = await whileReadable(document.getPage(1)).catch(() => null);
		const { width, height } = first?.getViewport({ scale: 1 }) ?? { width: 595, height: 842 };
		return {
			pageCount: document.numPages,
			size: { width, height },
			draw: (page, widthPx, turns, signal) => whileReadable(drawPage(document, page, { widthPx, turns, signal })),
			close: () => void loading.destroy(),
		};
	} catch (error) {
		void loading.destroy();
		throw error instanceof pdfjs.PasswordException ? new CannotShow('password', { cause: error }) : error;
	}
}

type PdfDocument = Awaited<ReturnType<typeof pdfjs.getDocument>['promise']>;
type DrawOptions = { widthPx: number; turns: number; signal: AbortSignal };

async function drawPage(document: PdfDocument, number: number, { widthPx, turns, signal }: DrawOptions) {
	const page = await document.getPage(number);
	const upright = page.getViewport({ scale: 1 });
	const size = { width: upright.width, height: upright.height };
	const rotation = (page.rotate + turns * 90) % 360;
	const picture = pictureSize(size, widthPx, (turns % 4) as 0 | 1 | 2 | 3);
	const across = page.getViewport({ scale: 1, rotation }).width;
	const canvas = new OffscreenCanvas(picture.width, picture.height);
	const task = page.render({
		canvas: canvas as unknown as HTMLCanvasElement,
		viewport: page.getViewport({ scale: picture.width / across, rotation }),
	});
	const cancel = () => task.cancel();
	signal.addEventListener('abort', cancel);
	try {
		await task.promise;
	} finally {
		signal.removeEventListener('abort', cancel);
		page.cleanup();
	}
	return { picture: canvas.transferToImageBitmap(), size };
}
