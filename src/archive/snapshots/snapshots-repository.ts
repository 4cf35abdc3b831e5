import type { Reader } from '#archive/db/connection.ts';

/** Stands for everything changed so far: two copies with the same last change have the same content. '' before any. */
export function getLastChange(reader: Reader): string {
	const row = reader.get<{ number: number; clock: string }>(
		'SELECT number, clock FROM changes ORDER BY number DESC LIMIT 1',
	);
	return row ? `${row.number} ${row.clock}` : '';
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
