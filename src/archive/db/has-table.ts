import type { Reader } from './connection.ts';

/** Whether the archive has a table: one of an earlier version that can only be read lacks the later ones. */
export function hasTable(reader: Reader, name: string): boolean {
	return reader.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", name) !== undefined;
}
