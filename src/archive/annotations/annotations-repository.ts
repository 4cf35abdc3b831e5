import type { Reader, Writer } from '#archive/db/connection.ts';
import type { ColumnOf } from '#archive/db/stamped-tables.ts';
import type { Step } from '#archive/db/step.ts';
import type {
	Annotation,
	AnnotationOrigin,
	AnnotationTarget,
	Placement,
	TextRange,
} from '#shared/domain/annotation.ts';
import type { AnnotationId, EditionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { PageRegion } from '#shared/domain/page-box.ts';

/**
 * An annotation without its tags, which are a noun of their own, and the edition that its record shows. `isSetOtherwise`:
 * its passages have raised signs, or its words lines that may have been only the width of the page.
 */
export type UntaggedAnnotation = Omit<Annotation, 'tags' | 'quoted'> & {
	shownEditionId: EditionId | null;
	isSetOtherwise: boolean;
};

/** What is stored of one, beside the stamps that every row gets. */
export type StoredAnnotation = Omit<
	UntaggedAnnotation,
	'clock' | 'revision' | 'place' | 'placement' | 'number' | 'shownEditionId' | 'isSetOtherwise'
>;

type AnnotationRow = Omit<
	UntaggedAnnotation,
	'isResolved' | 'isSetOtherwise' | 'target' | 'region' | 'origin' | 'place' | 'placement'
> & {
	isResolved: number;
	isSetOtherwise: number;
	placedState: Placement | null;
	placedStartOrdinal: number | null;
	placedStartOffset: number;
	placedEndOrdinal: number;
	placedEndOffset: number;
	via: string | null;
	source: string;
	originExact: string;
	originPrefix: string;
	originSuffix: string;
	originPlacement: AnnotationOrigin['placement'];
	originalSha256: Sha256 | null;
	page: number;
	x: number;
	y: number;
	width: number;
	height: number;
} & (AnnotationTarget | { [C in keyof AnnotationTarget]: null });

/** A mark stands on its words in the edition it was made on; in another one that the record now shows where it was placed. */
const select = `SELECT a.id, a.record_id AS recordId, a.purpose, a.body, a.is_resolved AS isResolved, a.author,
	a.reply_to_id AS replyToId, a.created_at AS createdAt, a.changed_at AS changedAt, a.clock, a.revision,
	t.edition_id AS editionId, t.start_ordinal AS startOrdinal, t.start_offset AS startOffset,
	t.end_ordinal AS endOrdinal, t.end_offset AS endOffset, t.exact, t.prefix, t.suffix, r.edition_id AS shownEditionId,
	EXISTS (SELECT 1 FROM blocks s WHERE s.edition_id = t.edition_id AND s.ordinal BETWEEN t.start_ordinal AND t.end_ordinal
		AND (instr(s.attributes, '"superscript"') > 0 OR (instr(t.exact, char(10)) > 0 AND instr(s.attributes, '"wrapped"') > 0))) AS isSetOtherwise,
	p.state AS placedState, p.start_ordinal AS placedStartOrdinal, p.start_offset AS placedStartOffset,
	p.end_ordinal AS placedEndOrdinal, p.end_offset AS placedEndOffset,
	o.via, o.source, o.exact AS originExact, o.prefix AS originPrefix, o.suffix AS originSuffix,
	o.placement AS originPlacement, b.number,
	g.original_sha256 AS originalSha256, g.page, g.x, g.y, g.width, g.height
	FROM annotations a JOIN records r ON r.id = a.record_id LEFT JOIN annotation_targets t ON t.annotation_id = a.id
	LEFT JOIN annotation_origins o ON o.annotation_id = a.id
	LEFT JOIN annotation_regions g ON g.annotation_id = a.id
	LEFT JOIN placements p ON p.annotation_id = a.id AND p.edition_id = r.edition_id AND p.deleted_clock IS NULL
	LEFT JOIN blocks b ON b.edition_id = iif(p.state IN ('placed', 'moved'), p.edition_id, t.edition_id)
		AND b.ordinal = iif(p.state IN ('placed', 'moved'), p.start_ordinal, t.start_ordinal)`;

export function findAnnotation(reader: Reader, id: string): UntaggedAnnotation | undefined {
	const row = reader.get<AnnotationRow>(`${select} WHERE a.id = ? AND a.deleted_clock IS NULL`, id);
	return row && toAnnotation(row);
}

/** Those of these that are there, in no order. */
export function listAnnotationsById(reader: Reader, ids: readonly AnnotationId[]): UntaggedAnnotation[] {
	return reader
		.all<AnnotationRow>(
			`${select} WHERE a.id IN (SELECT value FROM json_each(?)) AND a.deleted_clock IS NULL`,
			JSON.stringify(ids),
		)
		.map(toAnnotation);
}

/** Of one record, even one in the bin; in no order. */
export function listAnnotationsOf(reader: Reader, recordId: RecordId): UntaggedAnnotation[] {
	return reader
		.all<AnnotationRow>(`${select} WHERE a.record_id = ? AND a.deleted_clock IS NULL`, recordId)
		.map(toAnnotation);
}

/** Of all records that are not in the bin, newest first. */
export function listAnnotations(reader: Reader): UntaggedAnnotation[] {
	return reader
		.all<AnnotationRow>(
			`${select} WHERE a.deleted_clock IS NULL AND r.deleted_clock IS NULL
			ORDER BY a.created_at DESC, a.id DESC`,
		)
		.map(toAnnotation);
}

/** These and all that answer them, directly or not; what was removed before is left out. */
export function listWithReplies(reader: Reader, ids: readonly AnnotationId[]): string[] {
	const rows = reader.all<{ id: string }>(
		`WITH RECURSIVE found (id) AS (
			SELECT value FROM json_each(?)
			UNION SELECT a.id FROM annotations a JOIN found ON a.reply_to_id = found.id
		)
		SELECT a.id FROM found JOIN annotations a ON a.id = found.id WHERE a.deleted_clock IS NULL ORDER BY a.id`,
		JSON.stringify(ids),
	);
	return rows.map((row) => row.id);
}

/** Whether there is or was one with this id. */
export function hasAnnotation(reader: Reader, id: string): boolean {
	return reader.get('SELECT 1 FROM annotations WHERE id = ?', id) !== undefined;
}

export function isLiveRecord(reader: Reader, id: string): boolean {
	return reader.get('SELECT 1 FROM records WHERE id = ? AND deleted_clock IS NULL', id) !== undefined;
}

/** Where one that was removed had been made: what coming back may not change. */
export function findRemains(
	reader: Reader,
	id: string,
): Pick<StoredAnnotation, 'target' | 'region' | 'origin'> | undefined {
	const row = reader.get<AnnotationRow>(`${select} WHERE a.id = ? AND a.deleted_clock IS NOT NULL`, id);
	return row && toAnnotation(row);
}

/** Adds one; what was removed comes back with the new values, on the place that it had. */
export function insertAnnotation(step: Step, made: StoredAnnotation): void {
	step.insert('annotations', made.id, {
		record_id: made.recordId,
		purpose: made.purpose,
		body: made.body,
		is_resolved: made.isResolved ? 1 : 0,
		author: made.author,
		reply_to_id: made.replyToId,
		created_at: made.createdAt,
		changed_at: made.changedAt,
	});
	if (made.target) insertTarget(step.writer, made.id, made.target);
	if (made.region) insertRegion(step.writer, made.id, made.region);
	if (made.origin) insertOrigin(step.writer, made.id, made.origin);
}

function insertOrigin(writer: Writer, id: AnnotationId, origin: AnnotationOrigin): void {
	writer.run(
		`INSERT OR IGNORE INTO annotation_origins (annotation_id, via, source, exact, prefix, suffix, placement)
			VALUES (?, ?, ?, ?, ?, ?, ?)`,
		id,
		origin.via,
		origin.source,
		origin.exact,
		origin.prefix,
		origin.suffix,
		origin.placement,
	);
}

function insertTarget(writer: Writer, id: AnnotationId, target: AnnotationTarget): void {
	writer.run(
		`INSERT OR IGNORE INTO annotation_targets (annotation_id, edition_id, start_ordinal, start_offset, end_ordinal, end_offset,
			exact, prefix, suffix) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id,
		target.editionId,
		target.startOrdinal,
		target.startOffset,
		target.endOrdinal,
		target.endOffset,
		target.exact,
		target.prefix,
		target.suffix,
	);
}

function insertRegion(writer: Writer, id: AnnotationId, region: PageRegion): void {
	writer.run(
		`INSERT OR IGNORE INTO annotation_regions (annotation_id, original_sha256, page, x, y, width, height)
			VALUES (?, ?, ?, ?, ?, ?, ?)`,
		id,
		region.originalSha256,
		region.page,
		region.x,
		region.y,
		region.width,
		region.height,
	);
}

/** Whether a file is one of a record's. */
export function isPartOf(reader: Reader, recordId: RecordId, sha256: Sha256): boolean {
	const part = reader.get(
		'SELECT 1 FROM record_parts WHERE record_id = ? AND sha256 = ? AND deleted_clock IS NULL',
		recordId,
		sha256,
	);
	return part !== undefined;
}

export interface AnnotationChange {
	purpose?: string;
	body?: string;
	isResolved?: boolean;
	changedAt: string;
}

export function updateAnnotation(step: Step, id: AnnotationId, change: AnnotationChange, revision: number): void {
	const values: Partial<Record<ColumnOf<'annotations'>, string | number>> = { changed_at: change.changedAt };
	if (change.purpose !== undefined) values.purpose = change.purpose;
	if (change.body !== undefined) values.body = change.body;
	if (change.isResolved !== undefined) values.is_resolved = change.isResolved ? 1 : 0;
	step.update('annotations', id, values, revision);
}

export function deleteAnnotation(step: Step, id: string): void {
	step.remove('annotations', id);
}

function toAnnotation(row: AnnotationRow): UntaggedAnnotation {
	const { editionId, startOrdinal, startOffset, endOrdinal, endOffset, exact, prefix, suffix, ...rest } = row;
	const { placedState, placedStartOrdinal, placedStartOffset, placedEndOrdinal, placedEndOffset, ...kept } = rest;
	const { via, source, originExact, originPrefix, originSuffix, originPlacement, ...placed } = kept;
	const { originalSha256, page, x, y, width, height, ...own } = placed;
	const quote = { exact: originExact, prefix: originPrefix, suffix: originSuffix };
	const target = { editionId, startOrdinal, startOffset, endOrdinal, endOffset, exact, prefix, suffix };
	return {
		...own,
		isResolved: row.isResolved === 1,
		isSetOtherwise: row.isSetOtherwise === 1,
		target: editionId === null ? null : (target as AnnotationTarget),
		region: originalSha256 === null ? null : { originalSha256, page, x, y, width, height },
		origin: via === null ? null : { via, source, ...quote, placement: originPlacement },
		...placeOf(row),
	};
}

function placeOf(row: AnnotationRow): { place: TextRange | null; placement: Placement } {
	const { editionId, startOrdinal, startOffset, endOrdinal, endOffset, shownEditionId, placedState } = row;
	if (editionId !== null && editionId === shownEditionId) {
		return { place: { editionId, startOrdinal, startOffset, endOrdinal, endOffset }, placement: 'placed' };
	}
	const unknown = editionId === null ? (row.originPlacement ?? 'placed') : 'unplaced';
	if (shownEditionId === null || placedState === null) return { place: null, placement: unknown };
	if (row.placedStartOrdinal === null) return { place: null, placement: placedState };
	const place = {
		editionId: shownEditionId,
		startOrdinal: row.placedStartOrdinal,
		startOffset: row.placedStartOffset,
		endOrdinal: row.placedEndOrdinal,
		endOffset: row.placedEndOffset,
	};
	return { place, placement: placedState };
}
