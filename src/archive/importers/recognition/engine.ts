import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** The data of one language: its code and the file on this machine, which may be packed with gzip. */
export interface LanguageFile {
	code: string;
	path: string;
}

/** In pixels of the picture, upright, from its upper left corner; the far edges are outside. */
export interface PixelBox {
	x0: number;
	y0: number;
	x1: number;
	y1: number;
}

/** What the engine found on a page, from large to small. Text ends with line breaks of its own. */
export interface FoundWord {
	text: string;
	/** 0 to 100. */
	confidence: number;
	bbox: PixelBox;
}
export interface FoundLine {
	words: FoundWord[];
	bbox: PixelBox;
}
export interface FoundParagraph {
	lines: FoundLine[];
}
export interface FoundPage {
	blocks: { paragraphs: FoundParagraph[] }[];
}

export interface EnginePicture {
	/** A whole file: PNG, JPEG, TIFF (its first page), WebP, PNM. */
	bytes: Uint8Array;
	/** How its pixels lie, as EXIF numbers it. */
	orientation: number;
}

/** The engine with some languages' data in it. */
export interface Engine {
	/** `5.1.0-…`, of the program itself. */
	readonly version: string;
	/** Throws `unreadable-file` where the picture cannot be decoded. */
	recognise(picture: EnginePicture): FoundPage;
}

/** The parts of the compiled program (Emscripten) that are used. */
interface Core {
	FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
	TessBaseAPI: new () => CoreApi;
}
interface CoreApi {
	/** 0 when all languages could be loaded; 1 as engine mode is the neural one alone. */
	Init(dataPath: null, languages: string, engineMode: number): number;
	SetVariable(name: string, value: string): void;
	/** Reads `/input`; 1 when it cannot be decoded. */
	SetImageFile(orientation: number, angle: number): number;
	Recognize(progress: null): number;
	GetJSONText(): string;
	Version(): string;
	Clear(): void;
	End(): void;
}
type LoadCore = (options: { print(text: string): void; printErr(text: string): void }) => Promise<Core>;

const neuralOnly = 1;
const automaticLayout = '3';
const unpack = promisify(gunzip);

let core: Promise<Core> | undefined;
let open: { key: string; api: CoreApi; engine: Engine } | undefined;

/**
 * The engine for these languages; it stays loaded until others are asked for, one set at a time. The bare program is used
 * and not the package around it, which would start a thread inside this process and, for data it cannot find, ask a public
 * server. Throws `invalid-input` where a file is no language data.
 */
export async function openEngine(languages: readonly LanguageFile[]): Promise<Engine> {
	const key = languages.map(({ code, path }) => `${code} ${path}`).join('\n');
	if (open?.key === key) return open.engine;
	open?.api.End();
	open = undefined;
	core ??= loadCore();
	const { FS, TessBaseAPI } = await core;
	for (const { code, path } of languages) FS.writeFile(`${code}.traineddata`, await readData(path));
	const api = new TessBaseAPI();
	const codes = languages.map(({ code }) => code).join('+');
	const failed = api.Init(null, codes, neuralOnly) !== 0;
	// It has read them: what stays would be a second copy in memory.
	for (const { code } of languages) FS.unlink(`${code}.traineddata`);
	if (failed) throw new AppError('invalid-input', { reason: message('recognition.reason.data', { codes }) });
	// What it starts with takes every page for one column.
	api.SetVariable('tessedit_pageseg_mode', automaticLayout);
	const engine: Engine = { version: api.Version(), recognise: (picture) => recognise(api, FS, picture) };
	open = { key, api, engine };
	return engine;
}

function recognise(api: CoreApi, FS: Core['FS'], { bytes, orientation }: EnginePicture): FoundPage {
	FS.writeFile('/input', bytes);
	try {
		if (api.SetImageFile(orientation, 0) === 1)
			throw new AppError('unsupported-format', { file: '', reason: message('import.reason.image-damaged') });
		api.Recognize(null);
		return JSON.parse(api.GetJSONText()) as FoundPage;
	} finally {
		FS.unlink('/input');
		api.Clear();
	}
}

/** Every runtime that Lectern supports has the vector instructions of this build. */
function loadCore(): Promise<Core> {
	const load = createRequire(import.meta.url)('tesseract.js-core/tesseract-core-simd-lstm.js') as LoadCore;
	const silent = () => undefined;
	return load({ print: silent, printErr: silent });
}

async function readData(path: string): Promise<Uint8Array> {
	const bytes = await readFile(path);
	return bytes[0] === 0x1f && bytes[1] === 0x8b ? unpack(bytes) : bytes;
}
