import type { ErrorData } from '../domain/app-error.ts';
import type { Locale } from '../messages/locales.ts';
import type { ChosenKeys } from './chosen-keys.ts';

// File is a DOM type that this project does not know; the bridge only names it.
declare interface File {
	readonly name: string;
}

/**
 * What the desktop window can do that a browser tab cannot. The preload script puts it on `window.lectern`; it is
 * absent in the browser edition. Nothing here reads or writes the archive.
 */
export interface DesktopBridge {
	/** `electron 45.4.1`; `isDevelopment` when this is not the official runtime (no release is made on it). */
	readonly runtime: { version: string; isDevelopment: boolean };
	/** BCP 47, best first. The page's own list leaves out those that Chromium has no interface in, Armenian among them. */
	readonly systemLanguages: readonly string[];
	/** Paths the person chose in a system dialog; empty when they closed it. */
	chooseFiles(): Promise<string[]>;
	chooseFolder(): Promise<string[]>;
	/** A path to write to, or null. `suggestedName` is a bare file name. */
	chooseSavePath(suggestedName: string): Promise<string | null>;
	/** Asks where to, and writes there what the page prints, as PDF; null when the dialog was closed. */
	savePdf(asked: {
		suggestedName: string;
		head: string;
		foot: string;
	}): Promise<{ file: string; error: ErrorData | null } | null>;
	/** An archive to open, or null. */
	chooseArchive(): Promise<string | null>;
	/** A file with annotations to import, or null. */
	chooseAnnotations(): Promise<string | null>;
	/** A file to bring in as a new edition, or null. */
	chooseEdition(): Promise<string | null>;
	/** A ZIP file or encrypted package to check, or null. */
	choosePackage(): Promise<string | null>;
	/** An archive, a package or notes of a reading copy, to merge from; or null. */
	chooseMergeSource(): Promise<string | null>;
	/** A file with the data of a language to recognise text in, or null. */
	chooseLanguageData(): Promise<string | null>;
	/** Absolute path of a file that was dropped on the window; '' when it has none. */
	pathOf(file: File): string;
	/** Requests outside the app that the session refused since start; must stay 0. */
	refusedRequests(): Promise<number>;
	onRefusedRequest(listener: (count: number) => void): void;
	/** A command chosen in the application menu, by the id of `commands.ts`. */
	onCommand(listener: (commandId: string) => void): void;
	/** Files given on the command line or to a second instance: to be added. Asked once the window is ready. */
	filesToAdd(): Promise<string[]>;
	onFilesToAdd(listener: (paths: string[]) => void): void;
	/** Shows the whole address and asks before a browser is opened. */
	openExternal(url: string): Promise<void>;
	/** The page has just put something on the clipboard. */
	noteCopy(): Promise<void>;
	/** Empties the clipboard if it still holds what the page copied last. */
	forgetCopy(): Promise<void>;
	/** The person leaves the machine: it sleeps, or its screen is locked. */
	onLeft(listener: () => void): void;
	/** A second instance was started with this archive, which has a passphrase, and with files to add to it. */
	onPassphraseWanted(listener: (wanted: { path: string; files: readonly string[] }) => void): void;
	/** Sets title bar and menu state. */
	setTitle(title: string): void;
	/** The language of menus and system dialogs. */
	setLocale(locale: Locale): void;
	/** The keys that menus show beside commands. */
	setKeys(chosen: ChosenKeys): void;
	/** Gives the window the whole screen, or takes it back. */
	turnFullScreen(): void;
}

/**
 * How the page gets a port to the archive process: it posts `{ type: portRequest, purpose }` to its own window; the
 * preload script answers with `{ type: portAnswer, purpose }` and the port as the only transferred object. One port a
 * request; each worker gets one of its own.
 */
export const portRequest = 'lectern:want-archive-port';
export const portAnswer = 'lectern:archive-port';
export const portPurposes = ['window', 'search', 'pages', 'recordings'] as const;
export type PortPurpose = (typeof portPurposes)[number];
