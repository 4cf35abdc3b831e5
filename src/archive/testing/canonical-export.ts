import type { Reader } from '#archive/db/connection.ts';
import { type StampedTable, stampedTables } from '#archive/db/stamped-tables.ts';

/** Table, columns, their order, and the column of an annotation that must be there. */
const writtenOnce: readonly (readonly [string, string, string, string?])[] = [
	['originals', 'sha256, media_type, size_bytes', 'sha256'],
	['original_chunks', 'sha256, ordinal, hex(bytes) AS bytes', 'sha256, ordinal'],
	['editions', 'id, record_id, kind, original_sha256, maker, parameters, language, text_sha256', 'id'],
	['blocks', 'edition_id, ordinal, kind, number, text, level, language, attributes', 'edition_id, ordinal'],
	['annotation_targets', '*', 'annotation_id', 'annotation_id'],
	['annotation_origins', '*', 'annotation_id', 'annotation_id'],
	['annotation_regions', '*', 'annotation_id', 'annotation_id'],
	['picture_facts', '*', 'sha256'],
	['media_facts', '*', 'sha256'],
	['edition_pages', '*', 'edition_id, number'],
	['block_layouts', '*', 'edition_id, ordinal'],
	['page_layouts', '*', 'edition_id, page'],
	['described_texts', '*', 'record_id'],
	['expected_links', '*', 'id'],
];

/** A place of what is not there says nothing. */
const hangingOn: Partial<Record<StampedTable, string>> = {
	placements: 'annotation_id IN (SELECT id FROM annotations WHERE deleted_clock IS NULL)',
	link_placements: 'link_id IN (SELECT id FROM links WHERE deleted_clock IS NULL)',
};

/**
 * All that an archive says, as text: what is there, in the order of ids, without history, clocks and logs. Two archives
 * that say the same give the same bytes.
 */
export function canonicalExport(reader: Reader): string {
	const tables = Object.entries(stampedTables) as [StampedTable, readonly string[]][];
	const stamped = tables.map(([table, columns]) => {
		const isSaid = `deleted_clock IS NULL AND ${hangingOn[table] ?? 'TRUE'}`;
		const rows = reader.all(`SELECT id, ${columns.join(', ')} FROM ${table} WHERE ${isSaid} ORDER BY id`);
		return [table, rows] as const;
	});
	const once = writtenOnce.map(([table, columns, order, annotation]) => {
		const where = annotation ? `WHERE ${annotation} IN (SELECT id FROM annotations WHERE deleted_clock IS NULL)` : '';
		return [table, reader.all(`SELECT ${columns} FROM ${table} ${where} ORDER BY ${order}`)] as const;
	});
	return [...stamped, ...once]
		.flatMap(([table, rows]) => rows.map((row) => `${table} ${JSON.stringify(row)}`))
		.join('\n');
}
