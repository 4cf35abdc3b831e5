import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Tag } from '#shared/domain/collection.ts';
import type { RecordId, TagId } from '#shared/domain/ids.ts';
import { taggingId, tagsById } from '#shared/domain/tag-names.ts';
import {
	deleteTagging,
	insertTag,
	insertTagging,
	isLiveRecord,
	listTaggings,
	listTags,
	type TaggedKind,
} from './tags-repository.ts';

/** Words that records and annotations carry. Two spellings that differ in case or spacing only are one tag. */
export class TagsService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	/** Every tag in use, most used first. What lies in the bin does not count. */
	list(): Tag[] {
		return listTags(this.#database.reader);
	}

	/** Replaces the tags of one record; `not-found` when it is not there or in the bin. */
	setOnRecord({ recordId, tags }: { recordId: RecordId; tags: string[] }): void {
		// Where only notes are taken, tags of notes are written to the same tables.
		if (this.#database.isReadOnly) throw new AppError('read-only');
		if (!isLiveRecord(this.#database.reader, recordId)) throw new AppError('not-found', { what: recordId });
		this.#database.step('recordTagged', (step) => this.replaceWithin(step, 'record', recordId, tags));
	}

	/** Replaces what one owner carries, as part of `step`. */
	replaceWithin(step: Step, kind: TaggedKind, ownerId: string, names: readonly string[]): void {
		const wanted = tagsById(names);
		for (const tagging of listTaggings(step.writer, kind, [ownerId])) {
			if (!wanted.delete(tagging.tagId)) deleteTagging(step, tagging.id);
		}
		for (const [tagId, name] of wanted) {
			insertTag(step, tagId, name);
			insertTagging(step, taggingId(tagId, kind, ownerId), tagId, kind, ownerId);
		}
	}

	/** Adds some to what one owner carries and takes others away, as part of `step`; spelled otherwise they are the same. */
	changeWithin(
		step: Step,
		kind: TaggedKind,
		ownerId: string,
		{ add, remove }: { add: readonly string[]; remove: readonly string[] },
	): void {
		const gone = tagsById(remove);
		const kept = listTaggings(step.writer, kind, [ownerId]).filter(({ tagId }) => !gone.has(tagId));
		this.replaceWithin(step, kind, ownerId, [...kept.map(({ name }) => name), ...add]);
	}

	/** Whether `names` are, spelling apart, what the owner carries. */
	isCarrying(kind: TaggedKind, ownerId: string, names: readonly string[]): boolean {
		const wanted = tagsById(names);
		const carried = listTaggings(this.#database.reader, kind, [ownerId]);
		return carried.length === wanted.size && carried.every(({ tagId }) => wanted.has(tagId));
	}

	/** The tags of each of these owners, in the order of their names; an owner without any is absent. */
	tagsOf(kind: TaggedKind, ownerIds: readonly string[]): Map<string, { id: TagId; name: string }[]> {
		const taggings = listTaggings(this.#database.reader, kind, ownerIds);
		const tags = new Map<string, { id: TagId; name: string }[]>();
		for (const { ownerId, tagId, name } of taggings) {
			const own = tags.get(ownerId) ?? [];
			tags.set(ownerId, own);
			own.push({ id: tagId, name });
		}
		return tags;
	}
}
