import { readInWorker, UnreadShapes } from '#renderer/map-layers/index.ts';
import type { ReadShapes } from '#shared/map/read-shapes.ts';
import { unreadShapes } from '#shared/map/unread-shapes.ts';

/** A file of shapes. The bytes are not to be used afterwards. Throws unreadable-file with the place of the fault. */
export async function readShapes(bytes: Uint8Array<ArrayBuffer>, file: string): Promise<ReadShapes> {
	try {
		return await readInWorker({ kind: 'shapes', bytes });
	} catch (cause) {
		throw cause instanceof UnreadShapes ? unreadShapes(file, cause.fault, cause) : cause;
	}
}
