import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type PdfLibrary = typeof import('pdfjs-dist');
export type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;

let loading: Promise<PdfLibrary> | undefined;

/** The parser of PDF, loaded with the first one that is read. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
	loading ??= load();
	return loading;
}

/** The legacy build brings along what the older runtime lacks. */
async function load(): Promise<PdfLibrary> {
	const { getBuiltinModule } = process;
	// Under Node it would load a native drawing library, which text needs not and hostile files should not meet.
	Reflect.set(process, 'getBuiltinModule', undefined);
	try {
		// Found here, the parsing half runs in this process and looks for no script to start a worker from.
		Reflect.set(globalThis, 'pdfjsWorker', await import('pdfjs-dist/legacy/build/pdf.worker.mjs'));
		return await import('pdfjs-dist/legacy/build/pdf.mjs');
	} finally {
		Reflect.set(process, 'getBuiltinModule', getBuiltinModule);
	}
}

const folders: Readonly<Record<string, string>> = {
	cMapUrl: 'cmaps',
	standardFontDataUrl: 'standard_fonts',
	wasmUrl: 'wasm',
};

/** Gives the parser its own tables of characters and fonts, from the folder of its package: nothing is fetched. */
class PackagedData {
	async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
		const folder = folders[kind];
		if (!folder || !/^[\w-]+(?:\.\w+)?$/.test(filename)) throw new Error(`no such table: ${filename}`);
		const packageFile = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
		return new Uint8Array(await readFile(join(dirname(packageFile), folder, filename)));
	}
}

/**
 * Begins to open a document for its text or, with `hasPictures`, for the pictures in it, some of whose formats (JBIG2,
 * JPEG 2000) have compiled decoders. Nothing of it is drawn or run, and no address in it is followed. The bytes are
 * copied, since the parser takes over what it is given.
 */
export function openPdf(
	library: PdfLibrary,
	bytes: Uint8Array,
	{ hasPictures = false } = {},
): ReturnType<PdfLibrary['getDocument']> {
	return library.getDocument({
		data: new Uint8Array(bytes),
		verbosity: library.VerbosityLevel.ERRORS,
		BinaryDataFactory: PackagedData,
		cMapUrl: 'packaged/',
		standardFontDataUrl: 'packaged/',
		useWorkerFetch: false,
		wasmUrl: 'packaged/',
		useWasm: hasPictures,
		useSystemFonts: false,
		disableFontFace: true,
		disableWorkerRendering: true,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
		enableXfa: false,
	} as Parameters<PdfLibrary['getDocument']>[0]);
}
