import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import { isJoined } from '#archive/records/joined-records.ts';
import type { Collection } from '#shared/domain/collection.ts';
import type { CollectionId, RecordId } from '#shared/domain/ids.ts';

/**
 * By name. Counts the records that are in it themselves and not in the bin, without those that another one in it stands
 * for; a parent that is gone is none.
 */
export function listCollections(reader: Reader): Collection[] {
	return reader.all<Collection>(
		`SELECT c.id, c.name, parent.id AS parentId, count(r.id) AS recordCount, c.revision FROM collections c
		LEFT JOIN collections parent ON parent.id = c.parent_id AND parent.deleted_clock IS NULL
		LEFT JOIN collection_members m ON m.collection_id = c.id AND m.deleted_clock IS NULL
		LEFT JOIN records r ON r.id = m.record_id AND r.deleted_clock IS NULL AND NOT EXISTS (
			SELECT 1 FROM records w CROSS JOIN collection_members o ON o.record_id = w.id
			WHERE o.collection_id = c.id AND o.deleted_clock IS NULL AND ${isJoined('r', 'w')})
		WHERE c.deleted_clock IS NULL GROUP BY c.id ORDER BY c.name, c.id`,
	);
}

/** Whether it is there, was there, or neither. */
export function findCollectionState(reader: Reader, id: string): 'live' | 'removed' | undefined {
	const row = reader.get<{ isLive: number }>(
		'SELECT deleted_clock IS NULL AS isLive FROM collections WHERE id = ?',
		id,
	);
	return row && (row.isLive === 1 ? 'live' : 'removed');
}

/** It and all collections below it. UNION stops at what was found before, should a merge have made a ring. */
export function listSubtree(reader: Reader, id: CollectionId): CollectionId[] {
	const rows = reader.all<{ id: CollectionId }>(
		`WITH RECURSIVE found (id) AS (
			SELECT ? UNION SELECT c.id FROM collections c JOIN found ON c.parent_id = found.id WHERE c.deleted_clock IS NULL
		) SELECT id FROM found`,
		id,
	);
	return rows.map((row) => row.id);
}

/** Ids of the memberships of these collections. */
export function listMemberships(reader: Reader, ids: readonly CollectionId[]): string[] {
	const rows = reader.all<{ id: string }>(
		`SELECT id FROM collection_members
		WHERE collection_id IN (SELECT value FROM json_each(?)) AND deleted_clock IS NULL ORDER BY id`,
		JSON.stringify(ids),
	);
	return rows.map((row) => row.id);
}

/** Which of these records are not there or in the bin. */
export function listMissingRecords(reader: Reader, ids: readonly RecordId[]): string[] {
	const rows = reader.all<{ id: string }>(
		`SELECT value AS id FROM json_each(?)
		WHERE NOT EXISTS (SELECT 1 FROM records WHERE id = value AND deleted_clock IS NULL)`,
		JSON.stringify(ids),
	);
	return rows.map((row) => row.id);
}

export function insertCollection(step: Step, id: CollectionId, name: string, parentId: CollectionId | null): void {
	step.insert('collections', id, { name, parent_id: parentId, created_at: step.at });
}

export function updateName(step: Step, id: CollectionId, name: string, revision: number): void {
	step.update('collections', id, { name }, revision);
}

export function deleteCollection(step: Step, id: CollectionId): void {
	step.remove('collections', id);
}

export function insertMembership(step: Step, id: string, collectionId: CollectionId, recordId: RecordId): void {
	step.insert('collection_members', id, { collection_id: collectionId, record_id: recordId });
}

export function deleteMembership(step: Step, id: string): void {
	step.remove('collection_members', id);
}

/** Records outside the bin that are in any of these, each once. */
export function listRecordsWithin(reader: Reader, collectionIds: readonly string[]): RecordId[] {
	return reader
		.all<{ id: RecordId }>(
			`SELECT DISTINCT r.id FROM collection_members AS m JOIN records AS r ON r.id = m.record_id
			WHERE m.deleted_clock IS NULL AND r.deleted_clock IS NULL
			AND m.collection_id IN (SELECT value FROM json_each(?))`,
			JSON.stringify(collectionIds),
		)
		.map(({ id }) => id);
}
