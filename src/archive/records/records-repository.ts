import type { Reader } from '#archive/db/connection.ts';
import type { RowOf } from '#archive/db/stamped-tables.ts';
import type { Step } from '#archive/db/step.ts';
import type { CollectionId, EditionId, RecordId, Sha256, TagId } from '#shared/domain/ids.ts';
import type { Fixity, HeldFile, Holding, RecordFields, RecordSummary } from '#shared/domain/record.ts';

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

export interface RecordFilter {
	ids?: readonly RecordId[];
	inBin?: boolean;
	collectionId?: CollectionId;
	tagId?: TagId;
}

/** Records with what the library shows of them. One query a kind of detail, however many records there are. */
export function listRecords(reader: Reader, filter: RecordFilter): RecordSummary[] {
	const { sql, values } = whereOf(filter);
	const rows = reader.all<RecordRow>(`SELECT r.* FROM records AS r WHERE ${sql}`, ...values);
	const only = filter.ids?.length === 1 ? filter.ids[0] : undefined;
	const details = readDetails(reader, only);
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
	editions: Map<string, { id: EditionId; passageCount: number }>;
	annotationCounts: Map<string, number>;
	tagIds: Map<string, TagId[]>;
	collectionIds: Map<string, CollectionId[]>;
}

function readDetails(reader: Reader, only: RecordId | undefined): Details {
	const [and, values] = [(column: string) => (only ? `AND ${column} = ?` : ''), only ? [only] : []];
	const editions = reader.all<{ recordId: string; id: EditionId; passageCount: number }>(
		// SQLite gives the other columns of the row that has the maximum.
		`SELECT record_id AS recordId, id, passage_count AS passageCount, max(clock) FROM editions
		WHERE is_draft = 0 ${and('record_id')} GROUP BY record_id`,
		...values,
	);
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
		editions: new Map(editions.map((row) => [row.recordId, row])),
		annotationCounts: new Map(counts.map((row) => [row.recordId, row.count])),
		tagIds: groupByOwner(tags),
		collectionIds: groupByOwner(collections),
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
	const edition = details.editions.get(row.id);
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
		editionId: edition?.id ?? null,
		passageCount: edition?.passageCount ?? 0,
		annotationCount: details.annotationCounts.get(row.id) ?? 0,
		tagIds: details.tagIds.get(row.id) ?? [],
		collectionIds: details.collectionIds.get(row.id) ?? [],
	};
}

export function listFiles(reader: Reader, recordId: RecordId): HeldFile[] {
	return reader.all<HeldFile>(
		`SELECT p.sha256, p.file_name AS fileName, o.media_type AS mediaType, o.size_bytes AS sizeBytes,
			p.received_at AS receivedAt, coalesce(f.outcome, 'unverified') AS fixity, f.checked_at AS verifiedAt
		FROM record_parts AS p JOIN originals AS o USING (sha256) LEFT JOIN fixity_checks AS f USING (sha256)
		WHERE p.record_id = ? AND p.deleted_clock IS NULL ORDER BY p.ordinal`,
		recordId,
	) as (HeldFile & { fixity: Fixity })[];
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

export function insertRecord(step: Step, id: RecordId, fields: RecordFields, holding: Holding): void {
	step.insert('records', id, { ...toColumns(fields), holding, created_at: step.at } as RowOf<'records'>);
}

export function updateRecord(
	step: Step,
	id: RecordId,
	fields: Partial<RecordFields> & { holding?: Holding },
	expectedRevision?: number,
): void {
	const { holding, ...own } = fields;
	const values = { ...toColumns(own), ...(holding && { holding }) };
	step.update('records', id, values as Partial<RowOf<'records'>>, expectedRevision);
}

export function insertPart(step: Step, id: string, part: Omit<RowOf<'record_parts'>, never>): void {
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
	noTextCount: number;
}

export function countRecords(reader: Reader): RecordCounts {
	const counts = reader.get<RecordCounts>(
		`WITH live AS (SELECT id, holding FROM records WHERE deleted_clock IS NULL),
			current AS (SELECT record_id, passage_count, max(clock) FROM editions WHERE is_draft = 0 GROUP BY record_id)
		SELECT count(*) AS recordCount, coalesce(sum(passage_count), 0) AS passageCount,
			coalesce(sum(holding <> 'described-only' AND record_id IS NULL), 0) AS noTextCount,
			(SELECT count(*) FROM annotations WHERE deleted_clock IS NULL AND record_id IN (SELECT id FROM live)) AS annotationCount
		FROM live LEFT JOIN current ON record_id = live.id`,
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
