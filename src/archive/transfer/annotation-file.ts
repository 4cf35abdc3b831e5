import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { fileError } from '#archive/db/file-error.ts';
import { unwritable } from '#archive/db/unwritable.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** A hundred thousand annotations with long quotations; much more would not fit into the memory of the archive process. */
const largestBytes = 256 * 1024 * 1024;

/** @param name what the person calls it. Throws unreadable-file. */
export async function readTextFile(path: string, name: string): Promise<string> {
	try {
		if ((await stat(path)).size > largestBytes)
			throw unreadable(name, message('transfer.reason.tooLarge', { megabytes: largestBytes / 1024 / 1024 }));
		return decode(await readFile(path), name);
	} catch (error) {
		throw fileError(name, error);
	}
}

function decode(bytes: Uint8Array, name: string): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		throw new AppError(
			'unreadable-file',
			{ file: name, reason: message('transfer.reason.encoding') },
			{ cause: error },
		);
	}
}

/** Written beside and renamed when it is whole on the disk, so that there is never half a file under its name. */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
	const partial = `${path}.${randomUUID()}.partial`;
	try {
		const file = await open(partial, 'wx');
		try {
			await file.writeFile(content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(partial, path);
	} catch (error) {
		await rm(partial, { force: true });
		throw unwritable(path, error);
	}
}

function unreadable(file: string, reason: string): AppError {
	return new AppError('unreadable-file', { file, reason });
}
