import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import { derivedId, type EditionId, type Id } from '#shared/domain/ids.ts';

export type AlignmentPairId = Id<'alignment-pair'>;

/** A passage of an edition, or the edition as what has nothing. */
export interface PairEnd {
	editionId: EditionId;
	ordinal: number | null;
}

/** As stored: the editions in the order of their ids. */
export interface StoredPair {
	id: AlignmentPairId;
	ends: readonly [PairEnd, PairEnd];
	/** The lineage of the passage at each end; null at an end without one. */
	lineages: readonly [string | null, string | null];
	/** One of the editions is a translation, whose passages have the lineage of what they were made of. */
	isOfTranslation: boolean;
}

interface PairRow {
	id: AlignmentPairId;
	isOfTranslation: 0 | 1;
	firstId: EditionId;
	firstOrdinal: number | null;
	firstLineage: string | null;
	secondId: EditionId;
	secondOrdinal: number | null;
	secondLineage: string | null;
}

/** All between editions of the one record and editions of the other, in the order in which they were said. */
export function listPairs(reader: Reader, recordId: string, otherRecordId: string): StoredPair[] {
	return reader
		.all<PairRow>(
			`SELECT p.id, p.first_edition_id AS firstId, p.first_ordinal AS firstOrdinal, a.lineage_id AS firstLineage,
				p.second_edition_id AS secondId, p.second_ordinal AS secondOrdinal, b.lineage_id AS secondLineage,
				e.kind = 'translation' OR f.kind = 'translation' AS isOfTranslation
			FROM alignment_pairs p
			JOIN editions e ON e.id = p.first_edition_id
			JOIN editions f ON f.id = p.second_edition_id
			LEFT JOIN blocks a ON a.edition_id = p.first_edition_id AND a.ordinal = p.first_ordinal
			LEFT JOIN blocks b ON b.edition_id = p.second_edition_id AND b.ordinal = p.second_ordinal
			WHERE p.deleted_clock IS NULL
				AND (e.record_id = ? AND f.record_id = ? OR e.record_id = ? AND f.record_id = ?)
			ORDER BY p.clock, p.id`,
			...[recordId, otherRecordId, otherRecordId, recordId],
		)
		.map((row) => ({
			id: row.id,
			ends: [
				{ editionId: row.firstId, ordinal: row.firstOrdinal },
				{ editionId: row.secondId, ordinal: row.secondOrdinal },
			],
			lineages: [row.firstLineage, row.secondLineage],
			isOfTranslation: row.isOfTranslation === 1,
		}));
}

/** The same two ends are one row, here and in every other copy of the archive. */
export function insertPair(step: Step, one: PairEnd, other: PairEnd): void {
	const [first, second] = one.editionId < other.editionId ? [one, other] : [other, one];
	const parts = [first, second].flatMap(({ editionId, ordinal }) => [editionId, String(ordinal ?? '')]);
	step.insert('alignment_pairs', derivedId<AlignmentPairId>('alignment-pair', ...parts), {
		first_edition_id: first.editionId,
		first_ordinal: first.ordinal,
		second_edition_id: second.editionId,
		second_ordinal: second.ordinal,
		created_at: step.at,
	});
}

export function deletePair(step: Step, id: AlignmentPairId): void {
	step.remove('alignment_pairs', id);
}
