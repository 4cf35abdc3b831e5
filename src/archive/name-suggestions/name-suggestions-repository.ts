import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { RejectedName } from '#shared/domain/name-suggestion.ts';
import type { ScannedPassage } from '#shared/name-suggestions/candidate-tally.ts';

/** A place to go on after: an edition and a place in it. */
export interface ScanCursor {
	editionId: string;
	ordinal: number;
}

/** The passages that come next, in the order of editions: of what records show, those in the bin left out. */
export function listPassagesAfter(reader: Reader, { editionId, ordinal }: ScanCursor, limit: number): ScannedPassage[] {
	return reader.all<ScannedPassage>(
		`SELECT r.id AS recordId, r.title AS recordTitle, b.edition_id AS editionId, b.ordinal, b.number, b.text,
			coalesce(b.language, e.language, 'und') AS language
		FROM editions e JOIN records r ON r.edition_id = e.id AND r.deleted_clock IS NULL
		JOIN blocks b ON b.edition_id = e.id
		WHERE (e.id, b.ordinal) > (?, ?) AND e.id >= ? AND b.text <> '' ORDER BY e.id, b.ordinal LIMIT ?`,
		editionId,
		ordinal,
		editionId,
		limit,
	);
}

export function countPassages(reader: Reader): number {
	return (
		reader.get<{ count: number }>(
			`SELECT coalesce(sum(e.passage_count), 0) AS count FROM editions e
			JOIN records r ON r.edition_id = e.id AND r.deleted_clock IS NULL`,
		)?.count ?? 0
	);
}

export function listRejectedNames(reader: Reader): RejectedName[] {
	return reader.all<RejectedName>('SELECT id, text FROM rejected_names WHERE deleted_clock IS NULL ORDER BY text, id');
}

export function insertRejectedName(step: Step, id: string, text: string, author: string): void {
	step.insert('rejected_names', id, { text, author, rejected_at: step.at });
}

export function deleteRejectedName(step: Step, id: string): void {
	step.remove('rejected_names', id);
}
