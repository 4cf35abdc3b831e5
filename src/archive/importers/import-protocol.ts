import type { ErrorData } from '#shared/domain/app-error.ts';
import type { OldFont } from '#shared/domain/old-fonts.ts';
import type { PagePart } from '#shared/domain/page-part.ts';
import type { AnchoringResult } from '#shared/text/anchor/anchor-marks.ts';
import type { CarryingResult, CarryingTask } from '#shared/writing/carry-over.ts';
import type { Extraction } from './importer.ts';
import type { RecognitionResult, RecognitionTask } from './recognition/recognise.ts';
import type { RereadingTask } from './rereading.ts';

/** Asks the import process to read one file. `id` is unique among the requests of one client. */
export interface ReadingRequest {
	id: number;
	fileName: string;
	bytes: Uint8Array;
	encoding?: string;
	isTranscript?: boolean;
	font?: OldFont;
	part?: PagePart;
}

/** Asks it to look into a recording that is too large to be handed over; the process reads it and nothing else. */
export interface MediaRequest {
	id: number;
	fileName: string;
	path: string;
	mediaType: string;
}

/** Asks it to find marks again in a new edition, which would hold the archive's process for as long. */
export interface AnchoringRequest {
	id: number;
	/** The file that the new edition is from: what cannot be worked off is named by it. */
	fileName: string;
	anchoring: RereadingTask;
}

/** Asks it what of a text stays in the one that a person typed from it. */
export interface CarryingRequest {
	id: number;
	fileName: string;
	carrying: CarryingTask;
}

/** Asks it to recognise text in a picture: one page, or what has to be known before. */
export interface RecognitionRequest {
	id: number;
	fileName: string;
	recognition: RecognitionTask;
}

export type ImportRequest = ReadingRequest | MediaRequest | AnchoringRequest | CarryingRequest | RecognitionRequest;

/** Said once, when the import process is ready for requests. */
export interface ImportReady {
	type: 'import-ready';
}

/** The answer to one request. Requests are worked off one at a time, and answered, in the order they came. */
export type ImportAnswer = { id: number } & (
	| { ok: true; extraction: Extraction }
	| { ok: true; anchored: AnchoringResult }
	| { ok: true; carried: CarryingResult }
	| { ok: true; recognised: RecognitionResult }
	| { ok: false; error: ErrorData }
);

export type ImportReport = ImportReady | ImportAnswer;

/** The first message to the desktop's import process; its one port leads to the archive process. */
export interface ImportPortMessage {
	type: 'import-port';
}

/** The import process as its parent sees it. */
export interface ImportProcess {
	send(request: ImportRequest): void;
	onMessage(listener: (report: ImportReport) => void): void;
	/** Called once, when the process is gone for whatever reason. */
	onExit(listener: () => void): void;
	kill(): void;
}

export type StartImportProcess = () => ImportProcess;
