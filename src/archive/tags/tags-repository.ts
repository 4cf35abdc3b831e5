import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import { isJoined } from '#archive/records/joined-records.ts';
import type { Tag } from '#shared/domain/collection.ts';
import type { TagId } from '#shared/domain/ids.ts';

export const taggedKinds = ['record', 'annotation'] as const;
export type TaggedKind = (typeof taggedKinds)[number];

export interface Tagging {
	id: string;
	ownerId: string;
	tagId: TagId;
	name: string;
}

/** Subtle: whether a tag's own row is a tombstone is not asked anywhere. A tag is there as long as something carries it. */
export function listTags(reader: Reader): Tag[] {
	return reader.all<Tag>(
		`SELECT tags.id, tags.name, count(*) AS useCount, sum(owner_kind = 'record' AND NOT EXISTS (
			SELECT 1 FROM records w CROSS JOIN taggings o ON o.owner_id = w.id
			WHERE o.tag_id = tags.id AND o.deleted_clock IS NULL AND ${isJoined('records', 'w')})) AS recordCount
		FROM taggings
		JOIN tags ON tags.id = taggings.tag_id
		LEFT JOIN annotations ON owner_kind = 'annotation' AND annotations.id = owner_id AND annotations.deleted_clock IS NULL
		JOIN records ON records.id = iif(owner_kind = 'record', owner_id, annotations.record_id) AND records.deleted_clock IS NULL
		WHERE taggings.deleted_clock IS NULL
		GROUP BY tags.id ORDER BY useCount DESC, tags.name, tags.id`,
	);
}

/** What these owners carry, by name within each. */
export function listTaggings(reader: Reader, kind: TaggedKind, ownerIds: readonly string[]): Tagging[] {
	return reader.all<Tagging>(
		`SELECT taggings.id, owner_id AS ownerId, tag_id AS tagId, tags.name FROM taggings
		JOIN tags ON tags.id = tag_id
		WHERE owner_id IN (SELECT value FROM json_each(?)) AND owner_kind = ? AND taggings.deleted_clock IS NULL
		ORDER BY owner_id, tags.name, tags.id`,
		JSON.stringify(ownerIds),
		kind,
	);
}

export function isLiveRecord(reader: Reader, id: string): boolean {
	return reader.get('SELECT 1 FROM records WHERE id = ? AND deleted_clock IS NULL', id) !== undefined;
}

/** Keeps the spelling of a tag that is in use. */
export function insertTag(step: Step, id: TagId, name: string): void {
	const row = step.find('tags', id);
	if (!row || row.deleted_clock !== null) step.insert('tags', id, { name });
}

export function insertTagging(step: Step, id: string, tagId: TagId, kind: TaggedKind, ownerId: string): void {
	step.insert('taggings', id, { tag_id: tagId, owner_kind: kind, owner_id: ownerId });
}

export function deleteTagging(step: Step, id: string): void {
	step.remove('taggings', id);
}
