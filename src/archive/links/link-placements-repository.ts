import type { FoundPlace } from '#archive/annotations/found-place.ts';
import { isLookedFor, type PlacedRow, rangeColumns, toRange } from '#archive/annotations/place-columns.ts';
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

/** An end on words that has to be found in an edition that its link was not made on. */
export interface UnplacedEnd extends WordsEnd {
	recordId: RecordId;
	toId: EditionId;
}

/** Of these links, what is to be found in which editions of the records at their ends. */
export function listUnplacedEnds(reader: Reader, ids: readonly LinkId[]): UnplacedEnd[] {
	return reader
		.all<Omit<UnplacedEnd, 'made'> & { made: string }>(
			`WITH ends (link_id, side, record_id, made, created_at) AS (
				SELECT id, 'from', from_id, from_range, created_at FROM links
				WHERE id IN (SELECT value FROM json_each(?)) AND from_range IS NOT NULL AND deleted_clock IS NULL
				UNION ALL
				SELECT id, 'to', to_id, to_range, created_at FROM links
				WHERE id IN (SELECT value FROM json_each(?)) AND to_range IS NOT NULL AND deleted_clock IS NULL
			)
			SELECT s.link_id AS linkId, s.side, s.record_id AS recordId, e.id AS toId, s.made FROM ends s
			JOIN records r ON r.id = s.record_id
			JOIN editions e ON e.record_id = s.record_id AND e.id <> s.made ->> 'editionId' AND ${isLookedFor('s.created_at')}
			LEFT JOIN link_placements p ON p.link_id = s.link_id AND p.side = s.side AND p.edition_id = e.id
			WHERE p.id IS NULL ORDER BY toId, linkId, s.side`,
			...[JSON.stringify(ids), JSON.stringify(ids)],
		)
		.map(({ made, ...end }) => ({ ...end, made: JSON.parse(made) as TextRange }));
}

/** Links with an end on words that is not yet found in an edition in which it is looked for. */
export function listLinksWithoutPlace(reader: Reader): LinkId[] {
	const without = (side: LinkSide) => `SELECT l.id FROM links l
		JOIN records r ON r.id = l.${side}_id
		JOIN editions e ON e.record_id = r.id AND e.id <> l.${side}_range ->> 'editionId' AND ${isLookedFor('l.created_at')}
		LEFT JOIN link_placements p ON p.link_id = l.id AND p.side = '${side}' AND p.edition_id = e.id
		WHERE l.${side}_id IN (SELECT record_id FROM editions GROUP BY record_id HAVING count(*) > 1)
			AND l.${side}_range IS NOT NULL AND l.deleted_clock IS NULL AND p.id IS NULL`;
	return reader.all<{ id: LinkId }>(`${without('from')} UNION ${without('to')}`).map(({ id }) => id);
}

type LinkPlacementRow = Omit<StoredLinkPlacement, 'range'> & PlacedRow;

const columns = `record_id AS recordId, link_id AS linkId, side, edition_id AS editionId, state,
	start_ordinal AS startOrdinal, start_offset AS startOffset, end_ordinal AS endOrdinal,
	end_offset AS endOffset, method, score, margin`;

/** Of a record's links in one edition. */
export function listLinkPlacements(reader: Reader, recordId: RecordId, editionId: EditionId): StoredLinkPlacement[] {
	return reader
		.all<LinkPlacementRow>(
			`SELECT ${columns} FROM link_placements WHERE record_id = ? AND edition_id = ? AND deleted_clock IS NULL`,
			recordId,
			editionId,
		)
		.map(toLinkPlacement);
}

/** Of these links in all editions. */
export function listLinkPlacementsOf(reader: Reader, ids: readonly LinkId[]): StoredLinkPlacement[] {
	return reader
		.all<LinkPlacementRow>(
			`SELECT ${columns} FROM link_placements
			WHERE link_id IN (SELECT value FROM json_each(?)) AND deleted_clock IS NULL ORDER BY id`,
			JSON.stringify(ids),
		)
		.map(toLinkPlacement);
}

function toLinkPlacement({ startOrdinal, startOffset, endOrdinal, endOffset, ...row }: LinkPlacementRow) {
	return { ...row, range: toRange({ startOrdinal, startOffset, endOrdinal, endOffset }) };
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
