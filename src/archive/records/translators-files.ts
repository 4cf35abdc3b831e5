import type { Reader } from '#archive/db/connection.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import { sheetParameter } from '#shared/domain/translation.ts';

/**
 * SQL: the digests of the files that translations of a record came in. They are kept among its files, and are no part of
 * what was received as it.
 */
export function translatorsFilesOf(record: string): string {
	const sheet = `json_extract(parameters, '$.${sheetParameter}')`;
	return `SELECT ${sheet} AS sha256 FROM editions WHERE record_id = ${record} AND kind = 'translation' AND ${sheet} IS NOT NULL`;
}

export function listTranslatorsFiles(reader: Reader, id: RecordId): Sha256[] {
	return reader.all<{ sha256: Sha256 }>(translatorsFilesOf('?'), id).map(({ sha256 }) => sha256);
}
