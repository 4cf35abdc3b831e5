import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { syncFolder } from '#archive/db/sync.ts';
import { unwritable } from '#archive/db/unwritable.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** A file of notes while it is written to again and again; each time it is the old one or the new one, never a half. */
export class SideFile {
	readonly path: string;
	#seen: string;
	/** Of what was written last; null before. */
	#digest: string | null = null;

	/** @param path one that is there was read just now */
	constructor(path: string) {
		this.path = path;
		this.#seen = marksOf(path);
	}

	/**
	 * When it returns, the text is on the disk. Throws disk-full, and unwritable-file also where somebody else wrote to the
	 * file meanwhile: what they wrote stays. One that is gone is made again.
	 */
	write(text: string): void {
		const partial = `${this.path}.${randomUUID()}.partial`;
		try {
			if (this.#isOthers())
				throw new AppError('unwritable-file', {
					file: basename(this.path),
					reason: message('side-notes.reason.changed'),
				});
			writeFileSync(partial, text, { flag: 'wx', flush: true });
			renameSync(partial, this.path);
			syncFolder(dirname(this.path));
			this.#seen = marksOf(this.path);
			this.#digest = digestOf(text);
		} catch (error) {
			rmSync(partial, { force: true });
			throw unwritable(this.path, error);
		}
	}

	/** Whether somebody else wrote to it. FAT gives a file other marks now and then: then its words decide. */
	#isOthers(): boolean {
		const marks = marksOf(this.path);
		if (marks === '' || marks === this.#seen) return false;
		return digestOf(readFileSync(this.path)) !== this.#digest;
	}
}

/** By which it is told whether a file is the one that was written last; '' for none. */
function marksOf(path: string): string {
	const found: Stats | undefined = statSync(path, { throwIfNoEntry: false });
	return found ? `${found.ino} ${found.size} ${found.mtimeMs}` : '';
}

function digestOf(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
