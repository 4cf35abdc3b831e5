import { type PlacedRow, toRange } from '#archive/annotations/place-columns.ts';
import type { Placement } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { EndPlace, Link, LinkEnd, LinkSide } from '#shared/domain/link.ts';

/** Joins to links `l` the records at their ends (`fr`, `tr`) and where the words are in what those show (`fp`, `tp`). */
export const placeJoins = `${joinsOf('from', 'f')} ${joinsOf('to', 't')}`;

/** What `PlacesRow` has. */
export const placeColumns = `${columnOf('from', 'f')}, ${columnOf('to', 't')}`;

/** JSON of a `StoredPlace` each; null for an end on no words. */
export interface PlacesRow {
	fromPlace: string | null;
	toPlace: string | null;
}

interface StoredPlace extends PlacedRow {
	/** The edition that the record shows. */
	shownId: EditionId | null;
	/** Null where nothing is known of the end in that edition. */
	state: Placement | null;
}

export function placesOf({ from, to }: Pick<Link, LinkSide>, row: PlacesRow): Record<LinkSide, EndPlace | null> {
	return { from: placeOf(from, row.fromPlace), to: placeOf(to, row.toPlace) };
}

function placeOf({ range: made }: LinkEnd, stored: string | null): EndPlace | null {
	if (!made || stored === null) return null;
	const { shownId, state, ...columns } = JSON.parse(stored) as StoredPlace;
	if (made.editionId === shownId) return { range: made, placement: 'placed' };
	if (shownId === null || state === null) return { range: null, placement: 'unplaced' };
	const range = toRange(columns);
	return { range: range && { ...range, editionId: shownId }, placement: state };
}

function joinsOf(side: LinkSide, short: string): string {
	return `LEFT JOIN records ${short}r ON l.${side}_range IS NOT NULL AND ${short}r.id = l.${side}_id
		LEFT JOIN link_placements ${short}p ON ${short}p.link_id = l.id AND ${short}p.side = '${side}'
			AND ${short}p.edition_id = ${short}r.edition_id AND ${short}p.deleted_clock IS NULL`;
}

function columnOf(side: LinkSide, short: string): string {
	return `iif(l.${side}_range IS NULL, NULL, json_object('shownId', ${short}r.edition_id, 'state', ${short}p.state,
		'startOrdinal', ${short}p.start_ordinal, 'startOffset', ${short}p.start_offset,
		'endOrdinal', ${short}p.end_ordinal, 'endOffset', ${short}p.end_offset)) AS ${side}Place`;
}
