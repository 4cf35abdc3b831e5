import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { type AnnotationId, derivedId, type EditionId, type RecordId } from '#shared/domain/ids.ts';
import { byPerson, type FoundPlace } from './found-place.ts';
import { isLookedFor, type PlacedRow, rangeColumns, toRange } from './place-columns.ts';

/** Where an annotation stands in an edition that it was not made on. */
export interface StoredPlacement extends FoundPlace {
	recordId: RecordId;
	annotationId: AnnotationId;
}

interface MarkRow extends TextRange {
	annotationId: AnnotationId;
}

/**
 * The marks of a record, each where it was made; one from elsewhere, which was made on no text here, where a person placed
 * it last. Notes on the whole record are no marks.
 */
export function listMarks(reader: Reader, recordId: RecordId): { annotationId: AnnotationId; made: TextRange }[] {
	return reader
		.all<MarkRow>(
			`WITH by_hand AS (
				SELECT *, max(clock) FROM placements
				WHERE record_id = ? AND method = ? AND start_ordinal IS NOT NULL AND deleted_clock IS NULL GROUP BY annotation_id
			)
			SELECT a.id AS annotationId, t.edition_id AS editionId, t.start_ordinal AS startOrdinal,
				t.start_offset AS startOffset, t.end_ordinal AS endOrdinal, t.end_offset AS endOffset
			FROM annotations a JOIN annotation_targets t ON t.annotation_id = a.id
			WHERE a.record_id = ? AND a.deleted_clock IS NULL
			UNION ALL
			SELECT a.id, p.edition_id, p.start_ordinal, p.start_offset, p.end_ordinal, p.end_offset
			FROM annotations a JOIN by_hand p ON p.annotation_id = a.id
			WHERE a.deleted_clock IS NULL AND a.id NOT IN (SELECT annotation_id FROM annotation_targets)
			ORDER BY 3, 4, 1`,
			recordId,
			byPerson,
			recordId,
		)
		.map(({ annotationId, ...made }) => ({ annotationId, made }));
}

/** Of these annotations, what is to be found in which editions. One that is not there, or was made on no text, in none. */
export function listUnplacedIn(reader: Reader, ids: readonly AnnotationId[]): UnplacedMark[] {
	return reader
		.all<MarkRow & Omit<UnplacedMark, 'made'>>(
			`SELECT a.id AS annotationId, a.record_id AS recordId, e.id AS toId, t.edition_id AS editionId,
				t.start_ordinal AS startOrdinal, t.start_offset AS startOffset, t.end_ordinal AS endOrdinal,
				t.end_offset AS endOffset
			FROM annotations a JOIN annotation_targets t ON t.annotation_id = a.id
			JOIN records r ON r.id = a.record_id
			JOIN editions e ON e.record_id = a.record_id AND e.id <> t.edition_id AND ${isLookedFor('a.created_at')}
			LEFT JOIN placements p ON p.annotation_id = a.id AND p.edition_id = e.id
			WHERE a.id IN (SELECT value FROM json_each(?)) AND a.deleted_clock IS NULL AND p.id IS NULL
			ORDER BY toId, annotationId`,
			JSON.stringify(ids),
		)
		.map(({ annotationId, recordId, toId, ...made }) => ({ annotationId, recordId, toId, made }));
}

/** Marks that are not yet found in an edition in which they are looked for. */
export function listWithoutPlace(reader: Reader): AnnotationId[] {
	return reader
		.all<{ id: AnnotationId }>(
			`SELECT DISTINCT a.id FROM editions e JOIN records r ON r.id = e.record_id
			JOIN annotations a ON a.record_id = e.record_id AND ${isLookedFor('a.created_at')}
			JOIN annotation_targets t ON t.annotation_id = a.id AND t.edition_id <> e.id
			LEFT JOIN placements p ON p.annotation_id = a.id AND p.edition_id = e.id
			WHERE e.record_id IN (SELECT record_id FROM editions GROUP BY record_id HAVING count(*) > 1)
				AND a.deleted_clock IS NULL AND p.id IS NULL`,
		)
		.map(({ id }) => id);
}

/** A mark that has to be found in an edition that it was not made on. */
export interface UnplacedMark {
	annotationId: AnnotationId;
	recordId: RecordId;
	toId: EditionId;
	made: TextRange;
}

interface PlacementRow extends Omit<StoredPlacement, 'range'>, PlacedRow {}

const columns = `record_id AS recordId, annotation_id AS annotationId, edition_id AS editionId, state,
	start_ordinal AS startOrdinal, start_offset AS startOffset, end_ordinal AS endOrdinal,
	end_offset AS endOffset, method, score, margin`;

/** Of a record's annotations in one edition. */
export function listPlacements(reader: Reader, recordId: RecordId, editionId: EditionId): StoredPlacement[] {
	return reader
		.all<PlacementRow>(
			`SELECT ${columns} FROM placements WHERE record_id = ? AND edition_id = ? AND deleted_clock IS NULL`,
			recordId,
			editionId,
		)
		.map(toPlacement);
}

/** Of these annotations in all editions. */
export function listPlacementsOf(reader: Reader, ids: readonly AnnotationId[]): StoredPlacement[] {
	return reader
		.all<PlacementRow>(
			`SELECT ${columns} FROM placements
			WHERE annotation_id IN (SELECT value FROM json_each(?)) AND deleted_clock IS NULL ORDER BY id`,
			JSON.stringify(ids),
		)
		.map(toPlacement);
}

/** One for each annotation and edition: a later one takes the place of the earlier. */
export function putPlacement(step: Step, placement: StoredPlacement): void {
	const { recordId, annotationId, editionId, range, ...found } = placement;
	step.insert('placements', derivedId('placement', annotationId, editionId), {
		record_id: recordId,
		annotation_id: annotationId,
		edition_id: editionId,
		...rangeColumns(range),
		...found,
	});
}

function toPlacement({ startOrdinal, startOffset, endOrdinal, endOffset, ...row }: PlacementRow): StoredPlacement {
	return { ...row, range: toRange({ startOrdinal, startOffset, endOrdinal, endOffset }) };
}
