import type { Reader } from '#archive/db/connection.ts';
import type { RowOf } from '#archive/db/stamped-tables.ts';
import type { Step } from '#archive/db/step.ts';
import type { CollectionId, EditionId, RecordId, Sha256, TagId } from '#shared/domain/ids.ts';
import type { HeldFile, Holding, JoinedInto, RecordFields, RecordPlace, RecordSummary } from '#shared/domain/record.ts';
import { isJoined, listJoined } from './joined-records.ts';

interface RecordRow {
	id: string;
	title: string;
	kind: string;
	holding: string;
	creators: string;
	dates: string;
	languages: string;
	description: string;
	rights: string;
	source: string;
	known_from: string;
	access: string;
	embargo_until: string;
	parent_id: string | null;
	edition_id: string | null;
	passage_count: number | null;
	created_at: string;
	clock: string;
	revision: number;
	deleted_clock: string | null;
}

/** Where each field is kept; lists are JSON. */
const columnOf = {
	title: 'title',
	kind: 'kind',
	creators: 'creators',
	dates: 'dates',
	languages: 'languages',
	description: 'description',
	rights: 'rights',
	source: 'source',
	knownFrom: 'known_from',
	access: 'access',
	embargoUntil: 'embargo_until',
	parentId: 'parent_id',
} as const satisfies Record<keyof RecordFields, keyof RecordRow>;

export interface RecordFilter extends RecordPlace {
	ids?: readonly RecordId[];
}

/** The editions that are translations of a record now, by language. */
export function listTranslationIds(reader: Reader, recordId: RecordId): EditionId[] {
	return reader
		.all<{ id: EditionId }>(
			`SELECT DISTINCT e.id, t.language FROM translations t
			JOIN editions e ON e.id = t.edition_id AND e.record_id = t.record_id AND e.kind = 'translation'
			WHERE t.record_id = ? AND t.deleted_clock IS NULL ORDER BY t.language`,
			recordId,
		)
		.map(({ id }) => id);
}

/** Records with what the library shows of them. One query a kind of detail, however many records there are. */
export function listRecords(reader: Reader, filter: RecordFilter): RecordSummary[] {
	const { sql, values } = whereOf(filter);
	const rows = reader.all<RecordRow>(
		`SELECT r.*, e.passage_count FROM records AS r LEFT JOIN editions AS e ON e.id = r.edition_id WHERE ${sql}`,
		...values,
	);
	const details = readDetails(reader, filter.ids);
	return rows.map((row) => toSummary(row, details));
}

function whereOf({ ids, inBin, collectionId, tagId }: RecordFilter): { sql: string; values: string[] } {
	if (ids) return { sql: `r.id IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(ids)] };
	const terms = [`r.deleted_clock IS ${inBin ? 'NOT' : ''} NULL`];
	const values: string[] = [];
	if (collectionId) {
		terms.push('r.id IN (SELECT record_id FROM collection_members WHERE collection_id = ? AND deleted_clock IS NULL)');
		values.push(collectionId);
	}
	if (tagId) {
		terms.push(
			`r.id IN (SELECT owner_id FROM taggings WHERE tag_id = ? AND owner_kind = 'record' AND deleted_clock IS NULL)`,
		);
		values.push(tagId);
	}
	return { sql: terms.join(' AND '), values };
}

interface Details {
	annotationCounts: Map<string, number>;
	tagIds: Map<string, TagId[]>;
	collectionIds: Map<string, CollectionId[]>;
	joined: Map<string, JoinedInto>;
}

function readDetails(reader: Reader, only: readonly RecordId[] | undefined): Details {
	const and = (column: string) => (only ? `AND ${column} IN (SELECT value FROM json_each(?))` : '');
	const values = only ? [JSON.stringify(only)] : [];
	const counts = reader.all<{ recordId: string; count: number }>(
		`SELECT record_id AS recordId, count(*) AS count FROM annotations
		WHERE deleted_clock IS NULL ${and('record_id')} GROUP BY record_id`,
		...values,
	);
	const tags = reader.all<{ owner: string; id: TagId }>(
		`SELECT owner_id AS owner, tag_id AS id FROM taggings
		WHERE owner_kind = 'record' AND deleted_clock IS NULL ${and('owner_id')}`,
		...values,
	);
	const collections = reader.all<{ owner: string; id: CollectionId }>(
		`SELECT record_id AS owner, collection_id AS id FROM collection_members
		WHERE deleted_clock IS NULL ${and('record_id')}`,
		...values,
	);
	return {
		annotationCounts: new Map(counts.map((row) => [row.recordId, row.count])),
		tagIds: groupByOwner(tags),
		collectionIds: groupByOwner(collections),
		joined: listJoined(reader, only),
	};
}

function groupByOwner<I>(rows: readonly { owner: string; id: I }[]): Map<string, I[]> {
	const groups = new Map<string, I[]>();
	for (const { owner, id } of rows) {
		const group = groups.get(owner);
		if (group) group.push(id);
		else groups.set(owner, [id]);
	}
	return groups;
}

function toSummary(row: RecordRow, details: Details): RecordSummary {
	return {
		id: row.id as RecordId,
		title: row.title,
		kind: row.kind,
		holding: row.holding as Holding,
		creators: JSON.parse(row.creators) as RecordSummary['creators'],
		dates: JSON.parse(row.dates) as RecordSummary['dates'],
		languages: JSON.parse(row.languages) as string[],
		description: row.description,
		rights: row.rights,
		source: row.source,
		knownFrom: row.known_from,
		access: row.access as RecordSummary['access'],
		embargoUntil: row.embargo_until,
		parentId: row.parent_id as RecordId | null,
		createdAt: row.created_at,
		clock: row.clock as RecordSummary['clock'],
		revision: row.revision,
		isInBin: row.deleted_clock !== null,
		editionId: row.edition_id as EditionId | null,
		passageCount: row.passage_count ?? 0,
		annotationCount: details.annotationCounts.get(row.id) ?? 0,
		tagIds: details.tagIds.get(row.id) ?? [],
		collectionIds: details.collectionIds.get(row.id) ?? [],
		joined: details.joined.get(row.id) ?? null,
	};
}

interface FileRow extends Omit<HeldFile, 'picture' | 'media'> {
	pageCount: number | null;
	pictureWidthPx: number;
	pictureHeightPx: number;
	container: string | null;
	codecs: string;
	durationMs: number | null;
	sampleRateHz: number | null;
	channelCount: number | null;
	widthPx: number | null;
	heightPx: number | null;
}

export function listFiles(reader: Reader, recordId: RecordId): HeldFile[] {
	return reader
		.all<FileRow>(
			`SELECT p.sha256, p.file_name AS fileName, o.media_type AS mediaType, o.size_bytes AS sizeBytes,
				p.received_at AS receivedAt, coalesce(f.outcome, 'unverified') AS fixity, f.checked_at AS verifiedAt,
				i.width_px AS pictureWidthPx, i.height_px AS pictureHeightPx, i.page_count AS pageCount,
				m.container, m.codecs, m.duration_ms AS durationMs, m.sample_rate_hz AS sampleRateHz,
				m.channel_count AS channelCount, m.width_px AS widthPx, m.height_px AS heightPx
			FROM record_parts AS p JOIN originals AS o USING (sha256) LEFT JOIN fixity_checks AS f USING (sha256)
				LEFT JOIN picture_facts AS i USING (sha256) LEFT JOIN media_facts AS m USING (sha256)
			WHERE p.record_id = ? AND p.deleted_clock IS NULL ORDER BY p.ordinal, p.id`,
			recordId,
		)
		.map(toHeldFile);
}

function toHeldFile(row: FileRow): HeldFile {
	const { pageCount, pictureWidthPx, pictureHeightPx, container, codecs, ...rest } = row;
	const { durationMs, sampleRateHz, channelCount, widthPx, heightPx, ...file } = rest;
	const picture = { widthPx: pictureWidthPx, heightPx: pictureHeightPx };
	const media = { codecs, durationMs, sampleRateHz, channelCount, widthPx, heightPx };
	return {
		...file,
		picture: pageCount === null ? null : { ...picture, pageCount },
		media: container === null ? null : { container, ...media },
	};
}

/** The records that hold these bytes, those in the bin last. */
export function listHolders(reader: Reader, sha256: Sha256): { id: RecordId; isInBin: boolean }[] {
	return reader
		.all<{ id: RecordId; isInBin: number }>(
			`SELECT r.id, r.deleted_clock IS NOT NULL AS isInBin FROM record_parts AS p JOIN records AS r ON r.id = p.record_id
			WHERE p.sha256 = ? AND p.deleted_clock IS NULL ORDER BY isInBin, r.id`,
			sha256,
		)
		.map(({ id, isInBin }) => ({ id, isInBin: isInBin === 1 }));
}

/** What Lectern itself keeps of a record, beside the fields that people write. */
export interface RecordState {
	holding: Holding;
	editionId: EditionId | null;
}

export function insertRecord(step: Step, id: RecordId, fields: RecordFields, state: RecordState): void {
	const { holding, editionId } = state;
	const values = { ...toColumns(fields), holding, edition_id: editionId, redaction_id: null, created_at: step.at };
	step.insert('records', id, values as RowOf<'records'>);
}

export function updateFields(step: Step, id: RecordId, fields: Partial<RecordFields>, expectedRevision?: number): void {
	step.update('records', id, toColumns(fields) as Partial<RowOf<'records'>>, expectedRevision);
}

export function updateState(step: Step, id: RecordId, { holding, editionId }: RecordState): void {
	step.update('records', id, { holding, edition_id: editionId });
}

export function findRedaction(reader: Reader, id: RecordId): EditionId | null {
	const row = reader.get<{ id: EditionId | null }>('SELECT redaction_id AS id FROM records WHERE id = ?', id);
	return row?.id ?? null;
}

export function listRedactions(reader: Reader): Map<RecordId, EditionId> {
	const rows = reader.all<{ recordId: RecordId; id: EditionId }>(
		'SELECT id AS recordId, redaction_id AS id FROM records WHERE redaction_id IS NOT NULL',
	);
	return new Map(rows.map(({ recordId, id }) => [recordId, id]));
}

export function updateRedaction(step: Step, id: RecordId, editionId: EditionId | null): void {
	step.update('records', id, { redaction_id: editionId });
}

/** Files with the ids of their rows. */
export function listParts(reader: Reader, recordIds: readonly RecordId[]): (RowOf<'record_parts'> & { id: string })[] {
	return reader.all(
		`SELECT * FROM record_parts WHERE record_id IN (SELECT value FROM json_each(?)) AND deleted_clock IS NULL
		ORDER BY ordinal, id`,
		JSON.stringify(recordIds),
	);
}

export function movePart(step: Step, id: string, ordinal: number): void {
	step.update('record_parts', id, { ordinal });
}

export function insertPart(step: Step, id: string, part: RowOf<'record_parts'>): void {
	step.insert('record_parts', id, part);
}

export function countParts(reader: Reader, recordId: RecordId): number {
	const row = reader.get<{ count: number }>(
		'SELECT count(*) AS count FROM record_parts WHERE record_id = ? AND deleted_clock IS NULL',
		recordId,
	);
	return row?.count ?? 0;
}

export interface RecordCounts {
	recordCount: number;
	passageCount: number;
	annotationCount: number;
	/** Held without words: with no edition, or with one of nothing but pictures. */
	noTextCount: number;
}

export function countRecords(reader: Reader): RecordCounts {
	const counts = reader.get<RecordCounts>(
		`SELECT coalesce(sum(NOT r.isJoined), 0) AS recordCount, coalesce(sum(e.passage_count), 0) AS passageCount,
			coalesce(sum(r.holding <> 'described-only' AND coalesce(e.passage_count, 0) = 0 AND NOT r.isJoined), 0) AS noTextCount,
			(SELECT count(*) FROM annotations AS a JOIN records AS of ON of.id = a.record_id
				WHERE a.deleted_clock IS NULL AND of.deleted_clock IS NULL) AS annotationCount
		FROM (SELECT *, EXISTS (SELECT 1 FROM records w WHERE ${isJoined('r', 'w')}) AS isJoined
				FROM records r WHERE deleted_clock IS NULL) AS r
			LEFT JOIN editions AS e ON e.id = r.edition_id`,
	);
	return counts ?? { recordCount: 0, passageCount: 0, annotationCount: 0, noTextCount: 0 };
}

function toColumns(fields: Partial<RecordFields>): Record<string, string | null> {
	return Object.fromEntries(
		Object.entries(fields).map(([field, value]) => [
			columnOf[field as keyof RecordFields],
			Array.isArray(value) ? JSON.stringify(value) : value,
		]),
	);
}
