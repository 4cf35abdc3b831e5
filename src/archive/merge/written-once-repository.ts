import type { Reader, SqlValue, Writer } from '#archive/db/connection.ts';
import type { factTables } from '#archive/originals/fact-tables.ts';

/** Tables whose rows are written once and never changed, and what names a row. */
export const writtenOnceTables = {
	editions: { key: 'id' },
	annotation_targets: { key: 'annotation_id' },
	annotation_origins: { key: 'annotation_id' },
	annotation_regions: { key: 'annotation_id' },
} as const;
export type WrittenOnceTable = keyof typeof writtenOnceTables;

/** What comes along with an edition after its blocks, in an order in which what is referred to is there before. */
export const layoutTables = ['edition_pages', 'block_layouts', 'page_layouts'] as const;

/** Only with a record that is new: where its text has come meanwhile, they were used up. */
export const recognitionTables = ['described_texts', 'expected_links'] as const;

/** An original that is to come: its row and nothing of its bytes. */
export interface ComingOriginal {
	sha256: string;
	media_type: string;
	size_bytes: number;
	chunk_bytes: number;
}

export type PlainRow = Record<string, SqlValue>;

export function listKeys(reader: Reader, table: WrittenOnceTable): string[] {
	const { key } = writtenOnceTables[table];
	return reader.all<{ key: string }>(`SELECT ${key} AS key FROM ${table} ORDER BY 1`).map((row) => row.key);
}

export function hasKey(reader: Reader, table: WrittenOnceTable, key: string): boolean {
	return reader.get(`SELECT 1 FROM ${table} WHERE ${writtenOnceTables[table].key} = ?`, key) !== undefined;
}

export function findByKey(reader: Reader, table: WrittenOnceTable, key: string): PlainRow | undefined {
	return reader.get<PlainRow>(`SELECT * FROM ${table} WHERE ${writtenOnceTables[table].key} = ?`, key);
}

export function eachBlock(reader: Reader, editionId: string): IterableIterator<PlainRow> {
	return reader.each<PlainRow>('SELECT * FROM blocks WHERE edition_id = ? ORDER BY ordinal', editionId);
}

export function listOfEdition(reader: Reader, table: (typeof layoutTables)[number], editionId: string): PlainRow[] {
	return reader.all<PlainRow>(`SELECT * FROM ${table} WHERE edition_id = ?`, editionId);
}

export function findFacts(reader: Reader, table: (typeof factTables)[number], sha256: string): PlainRow | undefined {
	return reader.get<PlainRow>(`SELECT * FROM ${table} WHERE sha256 = ?`, sha256);
}

export function listOfRecord(reader: Reader, table: (typeof recognitionTables)[number], recordId: string): PlainRow[] {
	return reader.all<PlainRow>(`SELECT * FROM ${table} WHERE record_id = ?`, recordId);
}

/** Adds a row with the columns it has, unless its key is there. Column names are of our own schema only. */
export function insertPlain(writer: Writer, table: string, row: PlainRow): void {
	const columns = Object.keys(row);
	writer.run(
		`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`,
		...Object.values(row),
	);
}

export function listOriginalsOf(reader: Reader): ComingOriginal[] {
	return reader.all<ComingOriginal>(
		'SELECT sha256, media_type, size_bytes, chunk_bytes FROM originals ORDER BY sha256',
	);
}

/** Bytes of an original, piece by piece; ends early where a piece is missing. */
export function* eachChunk(reader: Reader, sha256: string): Generator<Uint8Array> {
	for (let ordinal = 0; ; ordinal += 1) {
		const row = reader.get<{ bytes: Uint8Array }>(
			'SELECT bytes FROM original_chunks WHERE sha256 = ? AND ordinal = ?',
			sha256,
			ordinal,
		);
		if (!row) return;
		yield row.bytes;
	}
}

/** How many of these originals another record, which is not in the bin, holds. */
export function countSharedOriginals(reader: Reader, parts: readonly { sha256: string; recordId: string }[]): number {
	return parts.filter(({ sha256, recordId }) =>
		reader.get(
			`SELECT 1 FROM record_parts p JOIN records r ON r.id = p.record_id
			WHERE p.sha256 = ? AND p.record_id <> ? AND p.deleted_clock IS NULL AND r.deleted_clock IS NULL`,
			sha256,
			recordId,
		),
	).length;
}
