import type { ErrorData } from '../domain/app-error.ts';
import type { Locale } from '../messages/locales.ts';
import type { DesktopBridge, PortPurpose } from './bridge.ts';
import type { ChosenKeys } from './chosen-keys.ts';

/** What the preload script asks the main process, by name: each takes one argument (or none) and gives a value. */
export interface DesktopCalls {
	chooseFiles(): string[];
	chooseFolder(): string[];
	chooseSavePath(suggestedName: string): string | null;
	chooseArchive(): string | null;
	savePdf(asked: PdfToSave): SavedPdf | null;
	chooseAnnotations(): string | null;
	chooseEdition(): string | null;
	choosePackage(): string | null;
	chooseMergeSource(): string | null;
	chooseLanguageData(): string | null;
	refusedRequests(): number;
	filesToAdd(): string[];
	openExternal(url: string): void;
	noteCopy(): void;
	forgetCopy(): void;
	setTitle(title: string): void;
	setLocale(locale: Locale): void;
	setKeys(chosen: ChosenKeys): void;
	turnFullScreen(): void;
	/** The port comes by the event `archivePort`. */
	wantArchivePort(purpose: PortPurpose): void;
}

/** What stands above and below each sheet, beside the page's number; `suggestedName` is a bare file name. */
export interface PdfToSave {
	suggestedName: string;
	head: string;
	foot: string;
}

/** The bare name of a file that was to be written, and what kept it from that. */
export interface SavedPdf {
	file: string;
	error: ErrorData | null;
}

/** What the main process tells the window. */
export interface DesktopEvents {
	requestRefused: number;
	command: string;
	filesToAdd: string[];
	/** The person leaves the machine: it sleeps, or its screen is locked. */
	left: null;
	/** A second instance was started with this archive, which has a passphrase, and with files to add to it. */
	passphraseWanted: { path: string; files: readonly string[] };
	/** With one port. */
	archivePort: PortPurpose;
}

/** Channel of a call or event between preload script and main process. */
export function ipcChannel(name: keyof DesktopCalls | keyof DesktopEvents): string {
	return `lectern:${name}`;
}

/** What the main process tells the preload script at once. */
export type StartFacts = Pick<DesktopBridge, 'runtime' | 'systemLanguages'>;

/** Prefix of the argument that carries them, as JSON in URI encoding. */
export const startFactsArgument = '--lectern-start=';
