import type { Reader } from '#archive/db/connection.ts';
import type { Mark } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId, RecordId } from '#shared/domain/ids.ts';
import { searchedText } from '#shared/domain/searched-text.ts';
import { shownTexts, shownTranslations, translationsOfRecord } from './shown-texts.ts';

/** A record as an owner of documents. */
export interface OwnerRow {
	id: string;
	title: string;
	kind: string;
	holding: string;
	description: string;
	/** JSON, as stored. */
	dates: string;
	languages: string;
	creators: string;
	/** JSON array of names. */
	tags: string;
	createdAt: string;
	/** When the edition that is searched was made. */
	editionCreatedAt: string | null;
	source: string;
	knownFrom: string;
	/** Whether `source` is the name of a file that was added. */
	isFromFile: 0 | 1;
	editionId: string | null;
	editionLanguage: string | null;
	/** The segment that has its passages. */
	segmentId: string | null;
	passageCount: number;
	/** How many documents it has besides its passages. */
	otherCount: number;
	/** JSON array of `TranslationText`. */
	translations: string;
}

/** A translation of a record, whose passages are searched as well. */
export interface TranslationText {
	id: string;
	language: string;
	createdAt: string;
	passageCount: number;
	segmentId: string | null;
}

/** Names of the tags that something carries, as a JSON array. */
const tagsOf = (kind: 'record' | 'annotation', id: string) => `(SELECT json_group_array(tags.name ORDER BY tags.name)
	FROM taggings JOIN tags ON tags.id = tag_id
	WHERE owner_id = ${id} AND owner_kind = '${kind}' AND taggings.deleted_clock IS NULL)`;

const liveOwners = `SELECT r.id, r.title, r.kind, r.holding, r.description, r.dates, r.languages, r.creators,
	${tagsOf('record', 'r.id')} AS tags, r.source, r.known_from AS knownFrom,
	EXISTS (SELECT 1 FROM record_parts p WHERE p.record_id = r.id AND p.file_name = r.source) AS isFromFile,
	r.created_at AS createdAt, r.edition_id AS editionId, e.created_at AS editionCreatedAt, e.language AS editionLanguage,
	(SELECT segment_id FROM search_segment_editions s WHERE s.edition_id = r.edition_id) AS segmentId,
	coalesce(e.passage_count, 0) AS passageCount, 1 + (r.description <> '') + (SELECT count(*) FROM annotations a
		WHERE a.record_id = r.id AND a.body <> '' AND a.deleted_clock IS NULL) AS otherCount,
	CASE WHEN EXISTS (SELECT 1 FROM translations t WHERE t.record_id = r.id) THEN
	(SELECT json_group_array(json_object('id', x.id, 'language', x.language, 'createdAt', x.created_at,
			'passageCount', x.passage_count, 'segmentId', s.segment_id) ORDER BY x.language)
		FROM (${translationsOfRecord('r.id', 'r.edition_id')}) x
		LEFT JOIN search_segment_editions s ON s.edition_id = x.id) ELSE '[]' END AS translations
	FROM records r LEFT JOIN editions e ON e.id = r.edition_id WHERE r.deleted_clock IS NULL`;

/**
 * The next records by id after `after`, until they weigh `limit` together; `isEnd` when these are the last.
 *
 * @param weigh what a record counts for
 */
export function listOwnersAfter(
	reader: Reader,
	after: string,
	limit: number,
	weigh: (owner: OwnerRow) => number,
): { owners: OwnerRow[]; weight: number; isEnd: boolean } {
	const owners: OwnerRow[] = [];
	let weight = 0;
	for (const owner of reader.each<OwnerRow>(`${liveOwners} AND r.id > ? ORDER BY r.id`, after)) {
		if (owners.length > 0 && weight >= limit) return { owners, weight, isEnd: false };
		owners.push(owner);
		weight += weigh(owner);
	}
	return { owners, weight, isEnd: true };
}

export function listOwners(reader: Reader, ids: readonly string[]): OwnerRow[] {
	return reader.all<OwnerRow>(
		`${liveOwners} AND r.id IN (SELECT value FROM json_each(?)) ORDER BY r.id`,
		JSON.stringify(ids),
	);
}

export interface PassageRow {
	editionId: string;
	ordinal: number;
	number: number | null;
	text: string;
	/** Null where it is the edition's. */
	language: string | null;
}

/** Each with its words as they are searched. */
export function listPassages(reader: Reader, editionIds: readonly string[]): PassageRow[] {
	return reader
		.all<PassageRow & RaisedRow>(
			`SELECT edition_id AS editionId, ordinal, number, text, language, ${raisedColumn} FROM blocks
			WHERE edition_id IN (SELECT value FROM json_each(?)) AND text <> '' ORDER BY edition_id, ordinal`,
			JSON.stringify(editionIds),
		)
		.map(({ raised, ...passage }) =>
			raised === null ? passage : { ...passage, text: asSearched(passage.text, raised) },
		);
}

interface RaisedRow {
	/** JSON of the marks of a text in which something is raised. */
	raised: string | null;
}
const raisedColumn = `CASE WHEN instr(attributes, '"superscript"') THEN json_extract(attributes, '$.marks') END AS raised`;

function asSearched(text: string, raised: string): string {
	return searchedText(text, JSON.parse(raised) as Mark[]);
}

export interface NoteRow {
	id: AnnotationId;
	recordId: RecordId;
	body: string;
	author: string;
	createdAt: string;
	/** JSON array of names. */
	tags: string;
	editionId: EditionId | null;
	ordinal: number | null;
	number: number | null;
}

/** Annotations of these records in which something is written. */
export function listNotes(reader: Reader, recordIds: readonly string[]): NoteRow[] {
	return reader.all<NoteRow>(
		`SELECT a.id, a.record_id AS recordId, a.body, a.author, a.created_at AS createdAt,
			${tagsOf('annotation', 'a.id')} AS tags, t.edition_id AS editionId, t.start_ordinal AS ordinal, b.number
		FROM annotations a
		LEFT JOIN annotation_targets t ON t.annotation_id = a.id
		LEFT JOIN blocks b ON b.edition_id = t.edition_id AND b.ordinal = t.start_ordinal
		WHERE a.record_id IN (SELECT value FROM json_each(?)) AND a.body <> '' AND a.deleted_clock IS NULL
		ORDER BY a.record_id, a.id`,
		JSON.stringify(recordIds),
	);
}

/** As it is searched. */
export function getPassageText(reader: Reader, editionId: string, ordinal: number): string | null {
	const row = reader.get<{ text: string } & RaisedRow>(
		`SELECT text, ${raisedColumn} FROM blocks WHERE edition_id = ? AND ordinal = ? AND text <> ''`,
		editionId,
		ordinal,
	);
	if (!row) return null;
	return row.raised === null ? row.text : asSearched(row.text, row.raised);
}

/** How many passages the segments have of editions that are shown. */
export function countPackedPassages(reader: Reader, segmentIds: readonly string[]): number {
	const row = reader.get<{ passages: number }>(
		`WITH shown AS (${shownTexts})
		SELECT total(e.passage_count) AS passages FROM search_segment_editions s JOIN shown e ON e.id = s.edition_id
		WHERE s.segment_id IN (SELECT value FROM json_each(?))`,
		JSON.stringify(segmentIds),
	);
	return row?.passages ?? 0;
}

/** How many documents the whole archive has. */
export function countDocuments(reader: Reader): number {
	const row = reader.get<{ documents: number }>(
		`SELECT (SELECT count(*) + total(r.description <> '') + total(e.passage_count)
				FROM records r LEFT JOIN editions e ON e.id = r.edition_id WHERE r.deleted_clock IS NULL)
			+ (SELECT total(passage_count) FROM (${shownTranslations}))
			+ (SELECT count(*) FROM annotations a JOIN records r ON r.id = a.record_id
				WHERE a.body <> '' AND a.deleted_clock IS NULL AND r.deleted_clock IS NULL)
			+ (SELECT count(*) FROM names WHERE deleted_clock IS NULL) AS documents`,
	);
	return row?.documents ?? 0;
}

/** When each of these names came to be in an archive. */
export function listNameArrivals(reader: Reader, ids: readonly string[]): Map<string, string> {
	const rows = reader.all<{ id: string; createdAt: string }>(
		'SELECT id, created_at AS createdAt FROM names WHERE id IN (SELECT value FROM json_each(?))',
		JSON.stringify(ids),
	);
	return new Map(rows.map(({ id, createdAt }) => [id, createdAt]));
}
