import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { RejectedDate } from '#shared/domain/found-date.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';

export interface ScannedBlock {
	ordinal: number;
	number: number | null;
	text: string;
	language: string;
}

/** The passages of an edition from this ordinal on. */
export function listPassagesFrom(reader: Reader, editionId: EditionId, ordinal: number, limit: number): ScannedBlock[] {
	return reader.all<ScannedBlock>(
		`SELECT b.ordinal, b.number, b.text, coalesce(b.language, e.language, 'und') AS language
		FROM blocks b JOIN editions e ON e.id = b.edition_id
		WHERE b.edition_id = ? AND b.ordinal >= ? AND b.text <> '' ORDER BY b.ordinal LIMIT ?`,
		editionId,
		ordinal,
		limit,
	);
}

/** Blocks with and without text. */
export function countBlocks(reader: Reader, editionId: EditionId): number {
	return (
		reader.get<{ count: number }>(
			'SELECT coalesce(max(ordinal) + 1, 0) AS count FROM blocks WHERE edition_id = ?',
			editionId,
		)?.count ?? 0
	);
}

/** The lineage of a passage of a record; undefined where there is no such passage. */
export function findLineage(reader: Reader, recordId: RecordId, editionId: EditionId, ordinal: number) {
	return reader.get<{ lineageId: string }>(
		`SELECT b.lineage_id AS lineageId FROM blocks b JOIN editions e ON e.id = b.edition_id
		WHERE b.edition_id = ? AND b.ordinal = ? AND b.text <> '' AND e.record_id = ?`,
		editionId,
		ordinal,
		recordId,
	)?.lineageId;
}

/** In the order of the text that the record shows now; what stands there no more, where it was rejected. */
export function listRejectedDates(reader: Reader, recordId: RecordId): RejectedDate[] {
	return reader.all<RejectedDate>(
		`SELECT d.id, d.record_id AS recordId, coalesce(now.edition_id, d.edition_id) AS editionId,
			coalesce(now.ordinal, d.ordinal) AS ordinal, coalesce(now.number, was.number) AS number, d.words, d.occurrence
		FROM rejected_dates d
		JOIN records r ON r.id = d.record_id
		JOIN blocks was ON was.edition_id = d.edition_id AND was.ordinal = d.ordinal
		LEFT JOIN blocks now ON now.edition_id = r.edition_id AND now.lineage_id = was.lineage_id
		WHERE d.record_id = ? AND d.deleted_clock IS NULL ORDER BY 4, d.occurrence, d.words, d.id`,
		recordId,
	);
}

export function hasRejectedDate(reader: Reader, id: string): boolean {
	return reader.get('SELECT 1 FROM rejected_dates WHERE id = ? AND deleted_clock IS NULL', id) !== undefined;
}

export type NewRejectedDate = Omit<RejectedDate, 'id' | 'number'> & { author: string };

export function insertRejectedDate(step: Step, id: string, rejected: NewRejectedDate): void {
	const { recordId, editionId, ordinal, words, occurrence, author } = rejected;
	const place = { record_id: recordId, edition_id: editionId, ordinal };
	step.insert('rejected_dates', id, { ...place, words, occurrence, author, rejected_at: step.at });
}

export function deleteRejectedDate(step: Step, id: string): void {
	step.remove('rejected_dates', id);
}
