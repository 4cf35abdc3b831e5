import type { Reader, Writer } from '#archive/db/connection.ts';
import { isStampedTable } from '#archive/db/stamped-tables.ts';
import { factTables } from '#archive/originals/fact-tables.ts';
import type { BelongingRows } from './belonging-rows.ts';

/** What of other tables goes with rows: by which column, and with rows of which table. */
const alongside = [
	{ table: 'annotation_targets', column: 'annotation_id', of: 'annotations' },
	{ table: 'annotation_targets', column: 'edition_id', of: 'editions' },
	{ table: 'annotation_origins', column: 'annotation_id', of: 'annotations' },
	{ table: 'annotation_regions', column: 'annotation_id', of: 'annotations' },
	{ table: 'page_layouts', column: 'edition_id', of: 'editions' },
	{ table: 'block_layouts', column: 'edition_id', of: 'editions' },
	{ table: 'edition_pages', column: 'edition_id', of: 'editions' },
	{ table: 'blocks', column: 'edition_id', of: 'editions' },
	{ table: 'text_drafts', column: 'record_id', of: 'records' },
	{ table: 'described_texts', column: 'record_id', of: 'records' },
	{ table: 'expected_links', column: 'record_id', of: 'records' },
	{ table: 'expected_links', column: 'to_id', of: 'records' },
] as const;
const originalTables = [...factTables, 'fixity_checks', 'original_chunks', 'originals'];

/**
 * Rows go without a tombstone, and what SQLite gives free is overwritten with zeros at once: the file is written anew
 * afterwards, but a full disk may refuse that.
 */
export function deleteRows(writer: Writer, rows: BelongingRows, sha256s: readonly string[]): void {
	writer.get('PRAGMA secure_delete = ON');
	writer.run('PRAGMA defer_foreign_keys = ON');
	deletePacked(writer, [...(rows.get('editions') ?? [])]);
	for (const { table, column, of } of alongside) deleteBy(writer, table, column, rows.get(of) ?? []);
	for (const [table, ids] of rows) deleteBy(writer, table, 'id', ids);
	for (const table of originalTables) deleteBy(writer, table, 'sha256', sha256s);
}

/**
 * What the log says of these rows: values, inverses, and how they were before a merge. Steps without a change left, or of
 * which a part can no longer be taken back, are not offered for undo.
 */
export function deleteHistory(writer: Writer, rows: BelongingRows): void {
	const ids = JSON.stringify([...rows.values()].flatMap((each) => [...each]));
	const records = JSON.stringify([...(rows.get('records') ?? [])]);
	const given = 'SELECT value FROM json_each(?)';
	writer.run(
		`UPDATE steps SET status = 'discarded' WHERE status IN ('done', 'undone') AND kind = 'do' AND id IN (
			SELECT step_id FROM merged_rows WHERE row_id IN (${given})
			UNION SELECT step_id FROM changes WHERE table_name = 'records'
				AND (json_extract(after, '$.parent_id') IN (${given}) OR json_extract(before, '$.parent_id') IN (${given}))
			UNION SELECT c.step_id FROM changes AS c WHERE c.row_id IN (${given}) AND NOT EXISTS (
				SELECT 1 FROM changes AS other WHERE other.step_id = c.step_id AND other.row_id NOT IN (${given})))`,
		...[ids, records, records, ids, ids],
	);
	const merges = `SELECT step_id FROM merged_rows WHERE row_id IN (${given})`;
	const touched = writer.all<{ step_id: string }>(`${merges} GROUP BY step_id`, ids).map(({ step_id: id }) => id);
	deleteBy(writer, 'merged_rows', 'step_id', touched);
	deleteBy(writer, 'merges', 'step_id', touched);
	writer.run(`DELETE FROM changes WHERE row_id IN (${given})`, ids);
}

/**
 * Reports of jobs name files and records: those lines keep their place and outcome, and say nothing more. A line that is
 * about no record is known by its name alone, as is what a job was asked for.
 */
export function blankReports(
	writer: Writer,
	rows: BelongingRows,
	sha256s: readonly string[],
	names: readonly string[],
) {
	const about = JSON.stringify([...[...rows.values()].flatMap((ids) => [...ids]), ...sha256s]);
	const known = JSON.stringify(names.filter((name) => name !== ''));
	const lines = writer.all<{ jobId: string; ordinal: number }>(
		`WITH given AS (SELECT value FROM json_each(?)), named AS (SELECT value FROM json_each(?))
		SELECT job_id AS jobId, ordinal FROM job_items
		WHERE json_extract(detail, '$.recordId') IN given OR json_extract(detail, '$.sha256') IN given
			OR json_extract(detail, '$.annotationId') IN given OR json_extract(detail, '$.editionId') IN given
			OR (json_extract(detail, '$.recordId') IS NULL AND EXISTS (SELECT 1 FROM named
				WHERE name = value OR substr(name, 1, length(value) + 1) = value || '/'))`,
		about,
		known,
	);
	for (const { jobId, ordinal } of lines)
		writer.run(`UPDATE job_items SET name = '…', detail = '{}' WHERE job_id = ? AND ordinal = ?`, jobId, ordinal);
	thinRequests(writer, about, known);
}

/** Names under which files of these records were received, and all titles that they had. */
export function listNamesOf(reader: Reader, rows: BelongingRows): string[] {
	const records = JSON.stringify([...(rows.get('records') ?? [])]);
	return reader
		.all<{ name: string | null }>(
			`WITH given AS (SELECT value FROM json_each(?))
			SELECT file_name AS name FROM record_parts WHERE record_id IN given
			UNION SELECT title FROM records WHERE id IN given
			UNION SELECT json_extract(after, '$.title') FROM changes
				WHERE table_name = 'records' AND row_id IN given`,
			records,
		)
		.flatMap(({ name }) => name ?? []);
}

export function listRows(reader: Reader, table: string, ids: Iterable<string>): Record<string, unknown>[] {
	return reader.all(`SELECT * FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`, JSON.stringify([...ids]));
}

export function listChildren(reader: Reader, recordIds: Iterable<string>): string[] {
	const given = JSON.stringify([...recordIds]);
	return reader
		.all<{ id: string }>(
			`WITH given AS (SELECT value FROM json_each(?))
			SELECT id FROM records WHERE parent_id IN given
				AND id NOT IN given`,
			given,
		)
		.map(({ id }) => id);
}

/** Stamped tables of what was found, for telling of each row. */
export function stampedOf(rows: BelongingRows) {
	return [...rows].flatMap(([table, ids]) => (isStampedTable(table) ? [{ table, ids }] : []));
}

/** Whole segments, since the words of all their texts stand together in them; they are packed anew without. */
function deletePacked(writer: Writer, editionIds: readonly string[]): void {
	const segments = writer
		.all<{ id: string }>(
			`SELECT DISTINCT segment_id AS id FROM search_segment_editions
			WHERE edition_id IN (SELECT value FROM json_each(?))`,
			JSON.stringify(editionIds),
		)
		.map(({ id }) => id);
	deleteBy(writer, 'search_pages', 'segment_id', segments);
	deleteBy(writer, 'search_segment_editions', 'segment_id', segments);
	deleteBy(writer, 'search_segments', 'id', segments);
}

/** Of what is kept for a retry these go alone, so that whatever else is left of a job can still be run again. */
function thinRequests(writer: Writer, about: string, known: string): void {
	writer.run(
		`WITH named AS (SELECT value FROM json_each(?))
		UPDATE jobs SET request = json_set(request, '$.paths', json((
			SELECT json_group_array(json(asked.value)) FROM json_each(request, '$.paths') AS asked WHERE NOT EXISTS (
				SELECT 1 FROM named WHERE asked.value ->> 'name' = named.value OR asked.value ->> 'path' = named.value
					OR substr(asked.value ->> 'path', -length(named.value) - 1) IN ('/' || named.value, '\\' || named.value)))))
		WHERE kind = 'add' AND json_type(request, '$.paths') = 'array'`,
		known,
	);
	writer.run(
		`UPDATE jobs SET request = json_set(request, '$.recordIds', json((
			SELECT json_group_array(asked.value) FROM json_each(request, '$.recordIds') AS asked
			WHERE asked.value NOT IN (SELECT value FROM json_each(?)))))
		WHERE kind = 'recognise' AND json_type(request, '$.recordIds') = 'array'`,
		about,
	);
	writer.run(
		`UPDATE jobs SET error = NULL WHERE EXISTS (
			SELECT 1 FROM json_tree(error) AS said, json_each(?) AS named
			WHERE said.type = 'text' AND instr(said.value, named.value) > 0)`,
		known,
	);
}

/** Table and column are of our own schema. */
function deleteBy(writer: Writer, table: string, column: string, values: Iterable<string>): void {
	writer.run(`DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`, JSON.stringify([...values]));
}
