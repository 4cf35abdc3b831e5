/**
 * An edition that a row of `translations` (t) may name: a translation of that very record. A row of a file that was altered
 * may name one of another record, or the one that its own shows.
 */
const named = (shownId: string) =>
	`editions e ON e.id = t.edition_id AND e.record_id = t.record_id AND e.kind = 'translation' AND e.id IS NOT ${shownId}`;
const columns = 'e.id, e.record_id, e.language, e.created_at, e.passage_count';

/** The translations of one record that are searched beside the text that it shows, by the columns of the query around. */
export const translationsOfRecord = (recordId: string, shownId: string) =>
	`SELECT DISTINCT ${columns} FROM translations t JOIN ${named(shownId)}
	WHERE t.record_id = ${recordId} AND t.deleted_clock IS NULL`;

/** The same of all records outside the bin. */
export const shownTranslations = `SELECT DISTINCT ${columns} FROM translations t
	JOIN records r ON r.id = t.record_id AND r.deleted_clock IS NULL JOIN ${named('r.edition_id')}
	WHERE t.deleted_clock IS NULL`;

/** All texts that are searched, as a query of `id, record_id, language, created_at, passage_count`. */
export const shownTexts = `SELECT ${columns} FROM records r JOIN editions e ON e.id = r.edition_id
	WHERE r.deleted_clock IS NULL UNION ALL ${shownTranslations}`;
