/**
 * Gives back the memory of bytes that nobody looks at any more, at once instead of at some later collection, so that the
 * next piece takes the same pages: of reading 500 MB in pieces, getting fresh ones was most of the time (Electron 33).
 * Leaves bytes alone that share their memory with others, and does nothing where the runtime cannot (Node 20).
 */
export function releaseBytes({ buffer, byteLength }: Uint8Array): void {
	if (buffer.byteLength === byteLength) (buffer as { transfer?(newLength: number): unknown }).transfer?.(0);
}
