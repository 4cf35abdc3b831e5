import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { AnnotationTarget, TextRange } from '#shared/domain/annotation.ts';
import type { EditionId, EventId, LinkId, NameId, RecordId } from '#shared/domain/ids.ts';
import type { Link, LinkEnd, LinkOrigin, LinkType, PlacedLink } from '#shared/domain/link.ts';
import { type PlacesRow, placeColumns, placeJoins, placesOf } from './end-places.ts';

interface LinkRow {
	id: LinkId;
	type: LinkType;
	fromKind: LinkEnd['kind'];
	fromId: string;
	fromRange: string | null;
	toKind: LinkEnd['kind'];
	toId: string;
	toRange: string | null;
	origin: LinkOrigin;
	createdAt: string;
	revision: number;
}

const columns = `l.id, l.type, l.from_kind AS fromKind, l.from_id AS fromId, l.from_range AS fromRange, l.to_kind AS toKind,
	l.to_id AS toId, l.to_range AS toRange, l.origin, l.created_at AS createdAt, l.revision`;

/** A link and what the tables know of its other end; names have several forms, so their title is asked of their service. */
export interface SeenLink {
	link: PlacedLink;
	direction: 'outgoing' | 'incoming';
	title: string | null;
	holding: string | null;
	/** JSON of the other record's dates. */
	dates: string | null;
	fromNumber: number | null;
	toNumber: number | null;
	/** Where an annotation at the other end stands. */
	placeRecordId: RecordId | null;
	placeEditionId: EditionId | null;
	placeOrdinal: number | null;
	/** What an annotation at the other end was made on, where that is all there is to name it by. */
	target: AnnotationTarget | null;
}

interface SeenRow extends LinkRow, PlacesRow, Omit<SeenLink, 'link' | 'target'> {
	target: string | null;
}

/** Every link with this end whose other end is there; of a link from a thing to itself, the outgoing side only. */
export function listLinks(reader: Reader, kind: LinkEnd['kind'], id: string): SeenLink[] {
	return listSeen(reader, 'VALUES (?, ?)', id, kind);
}

/** The same for all annotations of a record; a link between two of them is there from both sides. */
export function listLinksOnAnnotations(reader: Reader, recordId: RecordId): SeenLink[] {
	const asked = `SELECT id, 'annotation' FROM annotations WHERE record_id = ? AND deleted_clock IS NULL`;
	return listSeen(reader, asked, recordId);
}

/** @param asked SQL that gives the ends, id and kind. */
function listSeen(reader: Reader, asked: string, ...parameters: string[]): SeenLink[] {
	const rows = reader.all<SeenRow>(
		`WITH asked (end_id, end_kind) AS (${asked}), seen AS (
			SELECT links.*, 'outgoing' AS direction, to_kind AS other_kind, to_id AS other_id FROM asked
			JOIN links ON from_id = end_id AND from_kind = end_kind AND deleted_clock IS NULL
			UNION ALL
			SELECT links.*, 'incoming', from_kind, from_id FROM asked
			JOIN links ON to_id = end_id AND to_kind = end_kind AND deleted_clock IS NULL
				AND NOT (from_id = end_id AND from_kind = end_kind)
		)
		SELECT ${columns}, ${placeColumns}, direction, b.number AS fromNumber, c.number AS toNumber, r.holding, r.dates,
			a.record_id AS placeRecordId, coalesce(p.edition_id, t.edition_id) AS placeEditionId,
			coalesce(p.start_ordinal, t.start_ordinal) AS placeOrdinal,
			coalesce(r.title, e.title, nullif(a.body, ''), t.exact, '') AS title,
			iif(a.body = '' AND t.edition_id IS NOT NULL, json_object('editionId', t.edition_id, 'startOrdinal',
				t.start_ordinal, 'startOffset', t.start_offset, 'endOrdinal', t.end_ordinal, 'endOffset', t.end_offset, 'exact',
				t.exact, 'prefix', t.prefix, 'suffix', t.suffix), NULL) AS target
		FROM seen l ${placeJoins}
		LEFT JOIN records r ON other_kind = 'record' AND r.id = other_id AND r.deleted_clock IS NULL
		LEFT JOIN names n ON other_kind = 'name' AND n.id = other_id AND n.deleted_clock IS NULL
		LEFT JOIN events e ON other_kind = 'event' AND e.id = other_id AND e.deleted_clock IS NULL
		LEFT JOIN annotations a ON other_kind = 'annotation' AND a.id = other_id AND a.deleted_clock IS NULL
			AND a.record_id IN (SELECT id FROM records WHERE deleted_clock IS NULL)
		LEFT JOIN annotation_targets t ON t.annotation_id = a.id
		LEFT JOIN records ar ON ar.id = a.record_id
		LEFT JOIN placements p ON p.annotation_id = a.id AND p.edition_id = ar.edition_id AND p.deleted_clock IS NULL
			AND p.state IN ('placed', 'moved')
		LEFT JOIN blocks b ON b.edition_id = iif(fp.state IN ('placed', 'moved'), fp.edition_id, from_range ->> 'editionId')
			AND b.ordinal = iif(fp.state IN ('placed', 'moved'), fp.start_ordinal, from_range ->> 'startOrdinal')
		LEFT JOIN blocks c ON c.edition_id = iif(tp.state IN ('placed', 'moved'), tp.edition_id, to_range ->> 'editionId')
			AND c.ordinal = iif(tp.state IN ('placed', 'moved'), tp.start_ordinal, to_range ->> 'startOrdinal')
		WHERE coalesce(r.id, n.id, e.id, a.id) IS NOT NULL`,
		...parameters,
	);
	return rows.map(
		({
			direction,
			title,
			holding,
			dates,
			fromNumber,
			toNumber,
			placeRecordId,
			placeEditionId,
			placeOrdinal,
			target,
			...link
		}) => ({
			...{ link: toPlacedLink(link), direction, title, holding, dates, fromNumber, toNumber },
			...{ placeRecordId, placeEditionId, placeOrdinal },
			target: target === null ? null : (JSON.parse(target) as AnnotationTarget),
		}),
	);
}

/** Every link of one of these types, in the order in which they were made. */
export function listLinksOfTypes(reader: Reader, types: readonly LinkType[]): PlacedLink[] {
	return reader
		.all<LinkRow & PlacesRow>(
			`SELECT ${columns}, ${placeColumns} FROM links l ${placeJoins}
			WHERE l.deleted_clock IS NULL AND l.type IN (SELECT value FROM json_each(?)) ORDER BY l.created_at, l.id`,
			JSON.stringify(types),
		)
		.map(toPlacedLink);
}

/** Every link with an annotation at one of its ends. */
export function listAnnotationLinks(reader: Reader): Link[] {
	return reader
		.all<LinkRow>(
			`SELECT ${columns} FROM links l
			WHERE l.deleted_clock IS NULL AND 'annotation' IN (l.from_kind, l.to_kind) ORDER BY l.id`,
		)
		.map(toLink);
}

export function findLink(reader: Reader, id: string): Link | undefined {
	const row = reader.get<LinkRow>(`SELECT ${columns} FROM links l WHERE l.id = ? AND l.deleted_clock IS NULL`, id);
	return row && toLink(row);
}

/** Whether there is or was one with this id. */
export function hasLink(reader: Reader, id: string): boolean {
	return reader.get('SELECT 1 FROM links WHERE id = ?', id) !== undefined;
}

const tableOfEnd = { record: 'records', name: 'names', event: 'events', annotation: 'annotations' } as const;

/** The edition that a record shows; null where it has none or is not there. */
export function findShownEdition(reader: Reader, recordId: RecordId): EditionId | null {
	const row = reader.get<{ id: EditionId | null }>('SELECT edition_id AS id FROM records WHERE id = ?', recordId);
	return row?.id ?? null;
}

export function isLiveEnd(reader: Reader, { kind, id }: LinkEnd): boolean {
	return reader.get(`SELECT 1 FROM ${tableOfEnd[kind]} WHERE id = ? AND deleted_clock IS NULL`, id) !== undefined;
}

/**
 * Which records outside the bin speak of which event, whichever way the link was drawn: themselves, by a passage, or by
 * an annotation on them.
 */
export function listRecordsOnEvents(reader: Reader, type: LinkType): { eventId: EventId; recordId: RecordId }[] {
	return reader.all(
		`WITH spoken (event_id, other_kind, other_id) AS (
			SELECT from_id, to_kind, to_id FROM links WHERE type = ? AND from_kind = 'event' AND deleted_clock IS NULL
			UNION SELECT to_id, from_kind, from_id FROM links WHERE type = ? AND to_kind = 'event' AND deleted_clock IS NULL
		)
		SELECT DISTINCT event_id AS eventId, r.id AS recordId FROM spoken
		LEFT JOIN annotations a ON other_kind = 'annotation' AND a.id = other_id AND a.deleted_clock IS NULL
		JOIN records r ON r.id = iif(other_kind = 'record', other_id, a.record_id) AND r.deleted_clock IS NULL
		ORDER BY eventId, recordId`,
		type,
		type,
	);
}

/** Events that are told to be one, both of them there. */
export function listSameEvents(reader: Reader): { oneId: EventId; otherId: EventId }[] {
	return reader.all(
		`SELECT l.from_id AS oneId, l.to_id AS otherId FROM links l
		JOIN events one ON one.id = l.from_id AND one.deleted_clock IS NULL
		JOIN events other ON other.id = l.to_id AND other.deleted_clock IS NULL
		WHERE l.type = 'same-event' AND l.from_kind = 'event' AND l.to_kind = 'event' AND l.deleted_clock IS NULL
		ORDER BY l.created_at, l.id`,
	);
}

/** Links of which an end is one of these names. */
export function listLinksAtNames(reader: Reader, ids: readonly NameId[]): Link[] {
	const list = JSON.stringify(ids);
	return reader
		.all<LinkRow>(
			`SELECT ${columns} FROM links l WHERE l.deleted_clock IS NULL AND (
				(l.from_kind = 'name' AND l.from_id IN (SELECT value FROM json_each(?)))
				OR (l.to_kind = 'name' AND l.to_id IN (SELECT value FROM json_each(?)))
			) ORDER BY l.created_at, l.id`,
			list,
			list,
		)
		.map(toLink);
}

/** @param createdAt of one that comes from elsewhere; else the step's time. */
export function insertLink(
	step: Step,
	{ id, type, from, to, origin }: Omit<Link, 'createdAt' | 'revision'>,
	createdAt = step.at,
): void {
	step.insert('links', id, {
		type,
		from_kind: from.kind,
		from_id: from.id,
		from_range: from.range ? JSON.stringify(from.range) : null,
		to_kind: to.kind,
		to_id: to.id,
		to_range: to.range ? JSON.stringify(to.range) : null,
		origin,
		created_at: createdAt,
	});
}

export function updateOrigin(step: Step, id: LinkId, origin: LinkOrigin): void {
	step.update('links', id, { origin });
}

export function updateEnds(step: Step, id: LinkId, fromId: string, toId: string): void {
	step.update('links', id, { from_id: fromId, to_id: toId });
}

export function deleteLink(step: Step, id: LinkId): void {
	step.remove('links', id);
}

function toLink(row: LinkRow): Link {
	const { id, type, fromKind, fromId, fromRange, toKind, toId, toRange, origin, createdAt, revision } = row;
	const [from, to] = [toEnd(fromKind, fromId, fromRange), toEnd(toKind, toId, toRange)];
	return { id, type, from, to, origin, createdAt, revision };
}

function toPlacedLink(row: LinkRow & PlacesRow): PlacedLink {
	const link = toLink(row);
	return { ...link, places: placesOf(link, row) };
}

function toEnd(kind: LinkEnd['kind'], id: string, range: string | null): LinkEnd {
	return range === null ? { kind, id } : { kind, id, range: JSON.parse(range) as TextRange };
}
