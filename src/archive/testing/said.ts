import type { Reader } from '#archive/db/connection.ts';
import { canonicalExport } from './canonical-export.ts';

/**
 * All that an archive says, a line a row, but its own title and id; without what hangs on something that is deleted in
 * one of `gone`: that may stay behind.
 */
export function saidBy(reader: Reader, ...gone: readonly Reader[]): string[] {
	const ids = new Set(gone.flatMap(goneIds));
	const isSaid = (line: string) => !line.startsWith('archive {') && !idsIn(line).some((id) => ids.has(id));
	return canonicalExport(reader).split('\n').filter(isSaid);
}

function goneIds(reader: Reader): string[] {
	const select = (sql: string) => reader.all<{ id: string }>(sql).map(({ id }) => id);
	const tables = ['records', 'annotations', 'names', 'events', 'collections', 'tags'];
	const deletedRecords = '(SELECT id FROM records WHERE deleted_clock IS NOT NULL)';
	return [
		...tables.flatMap((table) => select(`SELECT id FROM ${table} WHERE deleted_clock IS NOT NULL`)),
		...select(`SELECT id FROM editions WHERE record_id IN ${deletedRecords}`),
		...select(`SELECT id FROM annotations WHERE record_id IN ${deletedRecords}`),
		// What no record holds any more is in no package.
		...select(`SELECT sha256 AS id FROM record_parts WHERE record_id IN ${deletedRecords}
			EXCEPT SELECT sha256 FROM record_parts WHERE record_id NOT IN ${deletedRecords}`),
	];
}

function idsIn(line: string): string[] {
	return line.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}/g) ?? [];
}
