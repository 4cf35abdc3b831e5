import { existsSync, statSync } from 'node:fs';

/**
 * Whether an open file still is where it was opened. On Linux and macOS it can be moved, replaced or deleted meanwhile, and
 * so can a stick be taken away from under it: what is written then goes on into a file that nobody finds under its name, and
 * its log stays behind where the file was, so that after a crash the one lacks the other. SQLite looks only where it makes a
 * rollback journal, which is never with a write-ahead log.
 */
export class FilePlace {
	readonly #path: string;
	readonly #file: string | null;

	/** @param path of a file that was just opened; what is in no file (':memory:', '') is never left. */
	constructor(path: string) {
		this.#path = path;
		this.#file = canBeLeft(path) ? fileAt(path) : null;
	}

	/** One question to the system, of some microseconds. */
	get isLeft(): boolean {
		if (this.#file === null) return false;
		try {
			return fileAt(this.#path) !== this.#file;
		} catch (error) {
			// What else goes wrong tells nothing of where the file is, and shows when it is written to.
			return ['ENOENT', 'ENOTDIR'].includes(String((error as { code?: unknown }).code));
		}
	}

	/** Whether another path leads to it. */
	isAt(path: string): boolean {
		try {
			return this.#file !== null && fileAt(path) === this.#file;
		} catch {
			// Nothing is there, or nothing that can be asked.
			return false;
		}
	}
}

/** Throws where nothing can be asked. */
export function fileAt(path: string): string {
	const { dev, ino } = statSync(path, { bigint: true });
	return `${dev} ${ino}`;
}

/** Windows lets nobody move or delete what SQLite has open, and its numbers for files of FAT may change. */
function canBeLeft(path: string): boolean {
	return existsSync(path) && process.platform !== 'win32';
}
