import { type ReadShapes, readInWorker, UnreadShapes } from '#renderer/map-layers/index.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { mostLayerBytes } from '#shared/domain/map.ts';
import { message } from '#shared/messages/messages.ts';

/** A file of shapes. The bytes are not to be used afterwards. Throws unreadable-file with the place of the fault. */
export async function readShapes(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<ReadShapes> {
	try {
		return await readInWorker({ kind: 'shapes', bytes });
	} catch (cause) {
		if (!(cause instanceof UnreadShapes)) throw cause;
		// Without a place it was too much for the worker.
		const { fault } = cause;
		if (!fault) throw tooLarge(file);
		throw new AppError('unreadable-file', { file, reason: message(fault.key, fault.values) }, { cause });
	}
}

export function tooLarge(file: string): AppError {
	const reason = message('import.reason.too-large', { megabytes: Math.floor(mostLayerBytes / 1e6) });
	return new AppError('unreadable-file', { file, reason });
}
