import type { Reader } from '#archive/db/connection.ts';
import { isStampedTable, stampedTables } from '#archive/db/stamped-tables.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import type { PlainRow } from './going.ts';
import type { RowTable } from './table-fates.ts';

/** Rows of a table as they stand, without tombstones, clocks and revisions, in a fixed order. */
export function listPresent(reader: Reader, table: Exclude<RowTable, EditionPart>): PlainRow[] {
	// Kept wordings are merged as they stand, clocks and all: also that one was settled is news.
	if (!isStampedTable(table) || table === 'kept_wordings')
		return reader.all<PlainRow>(`SELECT * FROM ${table} ORDER BY 1`);
	return reader.all<PlainRow>(
		`SELECT id, ${stampedTables[table].join(', ')} FROM ${table} WHERE deleted_clock IS NULL ORDER BY id`,
	);
}

/** Tables whose rows are parts of an edition: too many to be in memory at once. */
export const editionParts = ['blocks', 'edition_pages', 'block_layouts', 'page_layouts'] as const;
export type EditionPart = (typeof editionParts)[number];

export function listOfEdition(reader: Reader, table: EditionPart, editionId: string): PlainRow[] {
	return reader.all<PlainRow>(`SELECT * FROM ${table} WHERE edition_id = ? ORDER BY 2`, editionId);
}

export interface LoggedRow {
	number: number;
	step_id: string;
	table_name: string;
	row_id: string;
	after: string;
}

/** A page of the change log from after `after`, up to the change `last`, in the order in which they came. */
export function listLog(reader: Reader, after: number, last: number, limit: number): (PlainRow & LoggedRow)[] {
	return reader.all(
		`SELECT number, step_id, clock, previous_clock, table_name, row_id, before, after FROM changes
		WHERE number > ? AND number <= ? ORDER BY number LIMIT ?`,
		after,
		last,
		limit,
	);
}

export function findStepRow(reader: Reader, id: string): PlainRow | undefined {
	return reader.get<PlainRow>('SELECT id, replica_id, label, kind, status, at, author FROM steps WHERE id = ?', id);
}

export function listKnown(reader: Reader): PlainRow[] {
	return reader.all<PlainRow>('SELECT * FROM known_changes ORDER BY 1, 2, 3');
}

export function getLastChange(reader: Reader): number {
	return reader.get<{ number: number | null }>('SELECT max(number) AS number FROM changes')?.number ?? 0;
}

export function countLog(reader: Reader): number {
	return reader.get<{ count: number }>('SELECT count(*) AS count FROM changes')?.count ?? 0;
}

export function hasRows(reader: Reader, table: EditionPart): boolean {
	return reader.get(`SELECT 1 FROM ${table} LIMIT 1`) !== undefined;
}

/** What a table takes, in order. Table names are of our own schema only. */
export function listColumns(reader: Reader, table: string): string[] {
	return reader.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', table).map(({ name }) => name);
}

/** Originals whose pages these editions were read from. */
export function listPageOriginals(reader: Reader, editionIds: readonly string[]): Sha256[] {
	return reader
		.all<{ sha256: Sha256 }>(
			'SELECT DISTINCT sha256 FROM edition_pages WHERE edition_id IN (SELECT value FROM json_each(?)) ORDER BY 1',
			JSON.stringify(editionIds),
		)
		.map(({ sha256 }) => sha256);
}
