import type { Reader } from '#archive/db/connection.ts';

/** Stands for everything changed so far: two copies with the same last change have the same content. '' before any. */
export function getLastChange(reader: Reader): string {
	const row = reader.get<{ number: number; clock: string }>(
		'SELECT number, clock FROM changes ORDER BY number DESC LIMIT 1',
	);
	return row ? `${row.number} ${row.clock}` : '';
}
