import type { Reader } from '#archive/db/connection.ts';
import { findLastWritten } from '#archive/db/known-changes.ts';

/** Stands for everything changed so far: two copies with the same last change have the same content. '' before any. */
export function getLastChange(reader: Reader): string {
	const number = reader.get<{ number: number | null }>('SELECT max(number) AS number FROM changes')?.number;
	// What was found by itself has no clock that tells one copy from another.
	return number ? `${number} ${findLastWritten(reader) ?? ''}` : '';
}

export function listOriginals(reader: Reader): string[] {
	return reader.all<{ sha256: string }>('SELECT sha256 FROM originals').map(({ sha256 }) => sha256);
}

export function getChunk(reader: Reader, sha256: string, ordinal: number): Uint8Array | undefined {
	return reader.get<{ bytes: Uint8Array }>(
		'SELECT bytes FROM original_chunks WHERE sha256 = ? AND ordinal = ?',
		sha256,
		ordinal,
	)?.bytes;
}
