import type { Reader } from '#archive/db/connection.ts';

export interface KeptWording {
	id: string;
	ownerTable: string;
	ownerId: string;
	columnName: string;
	wording: string;
	author: string;
	writtenAt: string;
}

const columns = `id, owner_table AS ownerTable, owner_id AS ownerId, column_name AS columnName, wording, author,
	written_at AS writtenAt`;

/** Those that nobody has settled, the last written first. */
export function listKeptWordings(reader: Reader): KeptWording[] {
	return reader.all<KeptWording>(
		`SELECT ${columns} FROM kept_wordings WHERE deleted_clock IS NULL ORDER BY clock DESC, id`,
	);
}

export function listKeptWordingsById(reader: Reader, ids: readonly string[]): KeptWording[] {
	return reader.all<KeptWording>(
		`SELECT ${columns} FROM kept_wordings WHERE deleted_clock IS NULL AND id IN (SELECT value FROM json_each(?))`,
		JSON.stringify(ids),
	);
}

/** What was written in a row, by whom and when, in the order of clocks; `after` is JSON. */
export function listWritings(reader: Reader, rowId: string): { after: string; author: string; at: string }[] {
	return reader.all(
		`SELECT c.after, s.author, s.at FROM changes c JOIN steps s ON s.id = c.step_id WHERE c.row_id = ? ORDER BY c.clock`,
		rowId,
	);
}
