import type { BagSource } from './bag-source.ts';
import { linesOf } from './tag-files.ts';

/** Longest tag file that is read into memory. */
const largestBytes = 512 * 1024 * 1024;

/** The text of a tag file; null when it is no UTF-8, too long, or cannot be read. */
export async function readTagFile(source: BagSource, path: string): Promise<string | null> {
	if ((source.files.get(path) ?? 0) > largestBytes) return null;
	try {
		const pieces: Uint8Array[] = [];
		for await (const bytes of source.read(path)) pieces.push(bytes);
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces));
	} catch {
		return null;
	}
}

/** Its lines, or null as above. */
export async function readTagLines(source: BagSource, path: string): Promise<string[] | null> {
	const text = await readTagFile(source, path);
	return text === null ? null : linesOf(text);
}
