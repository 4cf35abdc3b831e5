import type { Reader, Writer } from '#archive/db/connection.ts';
import { shownTexts } from './shown-texts.ts';

export interface SegmentRow {
	id: string;
	format: number;
	passageCount: number;
	/** JSON. */
	header: string;
	createdAt: string;
}

export interface PageRow {
	ordinal: number;
	bytes: Uint8Array;
	sha256: Uint8Array;
}

export function listSegments(reader: Reader, format: number): Pick<SegmentRow, 'id' | 'header'>[] {
	return reader.all('SELECT id, header FROM search_segments WHERE format = ? ORDER BY created_at, id', format);
}

export function getPage(reader: Reader, segmentId: string, ordinal: number): PageRow | undefined {
	return reader.get(
		'SELECT ordinal, bytes, sha256 FROM search_pages WHERE segment_id = ? AND ordinal = ?',
		segmentId,
		ordinal,
	);
}

/** Passages that are shown and in no segment, and of each segment how many it has and how many of them are shown. */
export function countUnpacked(reader: Reader): number {
	const row = reader.get<{ passages: number }>(
		`SELECT total(passage_count) AS passages FROM (${shownTexts})
		WHERE id NOT IN (SELECT edition_id FROM search_segment_editions)`,
	);
	return row?.passages ?? 0;
}

export interface SegmentUse {
	id: string;
	format: number;
	passageCount: number;
	shownCount: number;
}

export function listSegmentUses(reader: Reader): SegmentUse[] {
	return reader.all(
		`WITH shown AS (${shownTexts})
		SELECT s.id, s.format, s.passage_count AS passageCount, total(e.passage_count) AS shownCount FROM search_segments s
		LEFT JOIN search_segment_editions se ON se.segment_id = s.id
		LEFT JOIN shown e ON e.id = se.edition_id
		GROUP BY s.id ORDER BY s.passage_count`,
	);
}

/** Editions that are shown and in no segment but these, in the order of their records. */
export function listEditionsToPack(
	reader: Reader,
	segmentIds: readonly string[],
): { id: string; language: string; passageCount: number }[] {
	return reader.all(
		`SELECT id, language, passage_count AS passageCount FROM (${shownTexts})
		WHERE passage_count > 0 AND id NOT IN (SELECT edition_id
			FROM search_segment_editions WHERE segment_id NOT IN (SELECT value FROM json_each(?)))
		ORDER BY record_id, id`,
		JSON.stringify(segmentIds),
	);
}

export function insertPage(writer: Writer, segmentId: string, { ordinal, bytes, sha256 }: PageRow): void {
	writer.run(
		'INSERT INTO search_pages (segment_id, ordinal, bytes, sha256) VALUES (?, ?, ?, ?)',
		...[segmentId, ordinal, bytes, sha256],
	);
}

export function insertSegment(writer: Writer, segment: SegmentRow, editionIds: readonly string[]): void {
	const { id, format, passageCount, header, createdAt } = segment;
	writer.run(
		'INSERT INTO search_segments (id, format, passage_count, header, created_at) VALUES (?, ?, ?, ?, ?)',
		...[id, format, passageCount, header, createdAt],
	);
	writer.run(
		'INSERT INTO search_segment_editions (edition_id, segment_id) SELECT value, ? FROM json_each(?)',
		id,
		JSON.stringify(editionIds),
	);
}

/** Its pages stay for `deleteStrayPages`: they may be many. */
export function deleteSegment(writer: Writer, id: string): void {
	writer.run('DELETE FROM search_segment_editions WHERE segment_id = ?', id);
	writer.run('DELETE FROM search_segments WHERE id = ?', id);
}

/** Pages that belong to no segment, at most so many at once; gives how many went. */
export function deleteStrayPages(writer: Writer, most: number): number {
	return writer.run(
		`DELETE FROM search_pages WHERE rowid IN (SELECT rowid FROM search_pages
			WHERE segment_id NOT IN (SELECT id FROM search_segments) LIMIT ?)`,
		most,
	);
}
