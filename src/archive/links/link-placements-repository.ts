import type { FoundPlace } from '#archive/annotations/found-place.ts';
import { type PlacedRow, rangeColumns, toRange } from '#archive/annotations/place-columns.ts';
import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { derivedId, type EditionId, type LinkId, type RecordId } from '#shared/domain/ids.ts';
import type { LinkSide } from '#shared/domain/link.ts';

/** Where an end of a link stands in an edition that the link was not made on. */
export interface StoredLinkPlacement extends FoundPlace {
	recordId: RecordId;
	linkId: LinkId;
	side: LinkSide;
}

/** An end of a link that is on words. */
export interface WordsEnd {
	linkId: LinkId;
	side: LinkSide;
	made: TextRange;
}

/** The ends of links that were made on words of a record, in the order of the links. */
export function listWordsEnds(reader: Reader, recordId: RecordId): WordsEnd[] {
	return reader
		.all<{ linkId: LinkId; side: LinkSide; made: string }>(
			`SELECT id AS linkId, 'from' AS side, from_range AS made FROM links
			WHERE from_kind = 'record' AND from_id = ? AND from_range IS NOT NULL AND deleted_clock IS NULL
			UNION ALL
			SELECT id, 'to', to_range FROM links
			WHERE to_kind = 'record' AND to_id = ? AND to_range IS NOT NULL AND deleted_clock IS NULL
			ORDER BY linkId, side`,
			recordId,
			recordId,
		)
		.map(({ made, ...end }) => ({ ...end, made: JSON.parse(made) as TextRange }));
}

/** Of a record's links in one edition. */
export function listLinkPlacements(reader: Reader, recordId: RecordId, editionId: EditionId): StoredLinkPlacement[] {
	return reader
		.all<Omit<StoredLinkPlacement, 'range'> & PlacedRow>(
			`SELECT record_id AS recordId, link_id AS linkId, side, edition_id AS editionId, state,
				start_ordinal AS startOrdinal, start_offset AS startOffset, end_ordinal AS endOrdinal,
				end_offset AS endOffset, method, score, margin
			FROM link_placements WHERE record_id = ? AND edition_id = ? AND deleted_clock IS NULL`,
			recordId,
			editionId,
		)
		.map(({ startOrdinal, startOffset, endOrdinal, endOffset, ...row }) => ({
			...row,
			range: toRange({ startOrdinal, startOffset, endOrdinal, endOffset }),
		}));
}

/** One for each end and edition: a later one takes the place of the earlier. */
export function putLinkPlacement(step: Step, placement: StoredLinkPlacement): void {
	const { linkId, side, recordId, editionId, range, state, method, score, margin } = placement;
	step.insert('link_placements', derivedId('link-placement', linkId, side, editionId), {
		link_id: linkId,
		side,
		record_id: recordId,
		edition_id: editionId,
		...rangeColumns(range),
		...{ state, method, score, margin },
	});
}
