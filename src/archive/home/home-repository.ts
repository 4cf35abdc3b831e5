import type { Reader, Writer } from '#archive/db/connection.ts';

export interface HomeRow {
	recipient: string;
	/** ISO 8601 UTC. */
	setAt: string;
}

export function findHome(reader: Reader): HomeRow | undefined {
	return reader.get<HomeRow>('SELECT recipient, set_at AS setAt FROM home');
}

export function replaceHome(writer: Writer, home: HomeRow | null): void {
	writer.run('DELETE FROM home');
	if (home) writer.run('INSERT INTO home (recipient, set_at) VALUES (?, ?)', home.recipient, home.setAt);
}
