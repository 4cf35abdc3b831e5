import type { Reader, Writer } from '#archive/db/connection.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { MediaFacts } from '#shared/domain/media-facts.ts';
import type { PictureFacts } from '#shared/domain/recognition.ts';
import type { Fixity } from '#shared/domain/record.ts';

export interface Original {
	sha256: Sha256;
	mediaType: string;
	sizeBytes: number;
}

export function findOriginal(reader: Reader, sha256: string): Original | undefined {
	return reader.get<Original>(
		'SELECT sha256, media_type AS mediaType, size_bytes AS sizeBytes FROM originals WHERE sha256 = ?',
		sha256,
	);
}

/** Size of the pieces that an original is cut into, and of all of them. */
export function findSizes(reader: Reader, sha256: string): { sizeBytes: number; chunkBytes: number } | undefined {
	return reader.get(
		'SELECT size_bytes AS sizeBytes, chunk_bytes AS chunkBytes FROM originals WHERE sha256 = ?',
		sha256,
	);
}

export function listOriginals(reader: Reader): Original[] {
	return reader.all<Original>('SELECT sha256, media_type AS mediaType, size_bytes AS sizeBytes FROM originals');
}

/** Those that these records hold, each once. */
export function listOriginalsOf(reader: Reader, recordIds: readonly string[]): Original[] {
	return reader.all<Original>(
		`SELECT sha256, media_type AS mediaType, size_bytes AS sizeBytes FROM originals WHERE sha256 IN (
			SELECT sha256 FROM record_parts WHERE deleted_clock IS NULL
			AND record_id IN (SELECT value FROM json_each(?)))`,
		JSON.stringify(recordIds),
	);
}

/**
 * Those that records hold by their digests, and of which the archive has not even the entry, as after damage: no list of
 * originals has them. Of all records, or of these.
 */
export function listLostOriginals(reader: Reader, recordIds: readonly string[] | null): Original[] {
	return reader.all<Original>(
		`SELECT DISTINCT p.sha256, '' AS mediaType, 0 AS sizeBytes FROM record_parts AS p
		WHERE p.deleted_clock IS NULL AND NOT EXISTS (SELECT 1 FROM originals AS o WHERE o.sha256 = p.sha256)
		AND (? OR p.record_id IN (SELECT value FROM json_each(?)))`,
		recordIds === null ? 1 : 0,
		JSON.stringify(recordIds ?? []),
	);
}

/** Those that a record outside the bin holds, and that were neither received nor read back since. */
export function listOriginalsDue(reader: Reader, since: string): Original[] {
	return reader.all<Original>(
		`SELECT o.sha256, o.media_type AS mediaType, o.size_bytes AS sizeBytes
		FROM originals AS o LEFT JOIN fixity_checks AS f USING (sha256)
		WHERE (SELECT max(p.received_at) FROM record_parts AS p JOIN records AS r ON r.id = p.record_id
			WHERE p.sha256 = o.sha256 AND p.deleted_clock IS NULL AND r.deleted_clock IS NULL) < ?
		AND coalesce(f.checked_at, '') < ?`,
		since,
		since,
	);
}

/** The record that holds it, one outside the bin first. */
export function findHolder(reader: Reader, sha256: string): RecordId | undefined {
	return reader.get<{ id: RecordId }>(
		`SELECT p.record_id AS id FROM record_parts AS p JOIN records AS r ON r.id = p.record_id
		WHERE p.sha256 = ? AND p.deleted_clock IS NULL ORDER BY r.deleted_clock IS NOT NULL, p.received_at LIMIT 1`,
		sha256,
	)?.id;
}

/** The name under which it was received first. */
export function getFileName(reader: Reader, sha256: string): string | undefined {
	return reader.get<{ name: string }>(
		'SELECT file_name AS name FROM record_parts WHERE sha256 = ? ORDER BY received_at LIMIT 1',
		sha256,
	)?.name;
}

export function insertOriginal(writer: Writer, original: Original, chunkBytes: number): void {
	writer.run(
		'INSERT INTO originals (sha256, media_type, size_bytes, chunk_bytes) VALUES (?, ?, ?, ?)',
		original.sha256,
		original.mediaType,
		original.sizeBytes,
		chunkBytes,
	);
}

/** Facts that are there stay: they follow from the bytes. */
export function insertPictureFacts(writer: Writer, sha256: string, facts: PictureFacts): void {
	writer.run(
		`INSERT INTO picture_facts (sha256, width_px, height_px, page_count) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		sha256,
		facts.widthPx,
		facts.heightPx,
		facts.pageCount,
	);
}

/** As those of a picture. */
export function insertMediaFacts(writer: Writer, sha256: string, facts: MediaFacts): void {
	writer.run(
		`INSERT INTO media_facts (sha256, container, codecs, duration_ms, sample_rate_hz, channel_count, width_px, height_px)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		sha256,
		facts.container,
		facts.codecs,
		facts.durationMs,
		facts.sampleRateHz,
		facts.channelCount,
		facts.widthPx,
		facts.heightPx,
	);
}

export function insertChunk(writer: Writer, sha256: string, ordinal: number, bytes: Uint8Array): void {
	writer.run('INSERT INTO original_chunks (sha256, ordinal, bytes) VALUES (?, ?, ?)', sha256, ordinal, bytes);
}

export function getChunk(reader: Reader, sha256: string, ordinal: number): Uint8Array | undefined {
	return reader.get<{ bytes: Uint8Array }>(
		'SELECT bytes FROM original_chunks WHERE sha256 = ? AND ordinal = ?',
		sha256,
		ordinal,
	)?.bytes;
}

export function deleteChunks(writer: Writer, sha256: string): void {
	writer.run('DELETE FROM original_chunks WHERE sha256 = ?', sha256);
}

/** Chunks of an original that never came to be, after a crash or a cancelled job. */
export function deleteStrayChunks(writer: Writer): void {
	writer.run('DELETE FROM original_chunks WHERE sha256 NOT IN (SELECT sha256 FROM originals)');
}

export function hasStrayChunks(reader: Reader): boolean {
	const stray = reader.get(
		'SELECT 1 FROM original_chunks AS c WHERE ordinal = 0 AND NOT EXISTS (SELECT 1 FROM originals AS o WHERE o.sha256 = c.sha256) LIMIT 1',
	);
	return stray !== undefined;
}

/** Of one whose entry is lost nothing can be kept here: the report and the log say it. */
export function upsertFixityCheck(writer: Writer, sha256: string, outcome: Fixity, at: string): void {
	writer.run(
		`INSERT INTO fixity_checks (sha256, outcome, checked_at)
		SELECT sha256, ?, ? FROM originals WHERE sha256 = ?
		ON CONFLICT (sha256) DO UPDATE SET outcome = excluded.outcome, checked_at = excluded.checked_at`,
		outcome,
		at,
		sha256,
	);
}

/** What came of reading it back last; undefined where that was never done. */
export function findFixity(reader: Reader, sha256: string): Fixity | undefined {
	return reader.get<{ outcome: Fixity }>('SELECT outcome FROM fixity_checks WHERE sha256 = ?', sha256)?.outcome;
}

export interface FixityCounts {
	heldCount: number;
	intactCount: number;
	/** Oldest check of any original; null while one was never checked. */
	verifiedAt: string | null;
}

/** Counts originals that a record outside the bin holds, lost ones too: those are never intact. */
export function countFixity(reader: Reader): FixityCounts {
	const row = reader.get<{ held: number; intact: number; checked: number; oldest: string | null }>(
		`SELECT count(*) AS held, count(f.sha256) AS checked, min(f.checked_at) AS oldest,
			coalesce(sum(f.outcome = 'intact'), 0) AS intact
		FROM (SELECT DISTINCT p.sha256 FROM record_parts AS p JOIN records AS r ON r.id = p.record_id
			WHERE p.deleted_clock IS NULL AND r.deleted_clock IS NULL) LEFT JOIN fixity_checks AS f USING (sha256)`,
	);
	return {
		heldCount: row?.held ?? 0,
		intactCount: row?.intact ?? 0,
		verifiedAt: row && row.held > 0 && row.checked === row.held ? row.oldest : null,
	};
}
