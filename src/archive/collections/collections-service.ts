import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import { withJoined } from '#archive/records/joined-records.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Collection } from '#shared/domain/collection.ts';
import { type CollectionId, derivedId, type RecordId } from '#shared/domain/ids.ts';
import {
	deleteCollection,
	deleteMembership,
	findCollectionState,
	insertCollection,
	insertMembership,
	listCollections,
	listMemberships,
	listMissingRecords,
	listRecordsWithin,
	listSubtree,
	updateName,
} from './collections-repository.ts';

interface Membership {
	id: CollectionId;
	recordIds: readonly RecordId[];
}

/** Named sets of records that nest. Names need not be unique. */
export class CollectionsService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	/** By name. `recordCount` is of the records in the collection itself, not of those below it. */
	list(): Collection[] {
		return listCollections(this.#database.reader);
	}

	/** A repeated call makes one collection; `conflict` when that was removed meanwhile, `invalid-input` inside itself. */
	add({ id, name, parentId }: { id: CollectionId; name: string; parentId: CollectionId | null }): void {
		const state = findCollectionState(this.#database.reader, id);
		if (state === 'live') return;
		if (state === 'removed') throw new AppError('conflict');
		if (parentId === id) throw new AppError('invalid-input', { reason: 'a collection inside itself' });
		if (parentId !== null) this.#expectLive(parentId);
		this.#database.step('collectionAdded', (step) => insertCollection(step, id, name, parentId));
	}

	/** `conflict` when `revision` is not the stored one. */
	rename({ id, name, revision }: { id: CollectionId; name: string; revision: number }): void {
		this.#expectLive(id);
		this.#database.step('collectionRenamed', (step) => updateName(step, id, name, revision));
	}

	/** Goes with the collections in it, as one step; the records stay in the archive. */
	remove({ id }: { id: CollectionId }): void {
		const state = findCollectionState(this.#database.reader, id);
		if (state === undefined) throw new AppError('not-found', { what: id });
		if (state === 'removed') return;
		this.#database.step('collectionRemoved', (step) => {
			const ids = listSubtree(step.writer, id);
			for (const membershipId of listMemberships(step.writer, ids)) deleteMembership(step, membershipId);
			for (const collectionId of ids) deleteCollection(step, collectionId);
		});
	}

	/** One step for all of them; those that are in it already are passed over. */
	addRecords({ id, recordIds }: Membership): void {
		this.#database.step('recordsCollected', (step) => this.addRecordsWithin(step, { id, recordIds }));
	}

	/** Puts records in a collection as part of `step`; `not-found` when it or one of them is not there. */
	addRecordsWithin(step: Step, { id, recordIds }: Membership): void {
		this.#expectLive(id);
		const [missing] = listMissingRecords(step.writer, recordIds);
		if (missing) throw new AppError('not-found', { what: missing });
		for (const recordId of recordIds) insertMembership(step, membershipId(id, recordId), id, recordId);
	}

	/** One step for all of them; those that are not in it are passed over. */
	removeRecords({ id, recordIds }: Membership): void {
		this.#database.step('recordsUncollected', (step) => this.removeRecordsWithin(step, { id, recordIds }));
	}

	/** The same as part of `step`. What was joined into them goes along. */
	removeRecordsWithin(step: Step, { id, recordIds }: Membership): void {
		this.#expectLive(id);
		for (const recordId of withJoined(step.writer, recordIds)) deleteMembership(step, membershipId(id, recordId));
	}

	/** Makes a collection whose id is known beforehand, or brings it back. */
	ensureWithin(step: Step, id: CollectionId, name: string): void {
		insertCollection(step, id, name, null);
	}

	/** The records outside the bin that are in it, or in a collection below it. */
	recordIdsWithin(id: CollectionId): RecordId[] {
		this.#expectLive(id);
		const { reader } = this.#database;
		return listRecordsWithin(reader, listSubtree(reader, id));
	}

	isLive(id: CollectionId): boolean {
		return findCollectionState(this.#database.reader, id) === 'live';
	}

	#expectLive(id: CollectionId): void {
		if (!this.isLive(id)) throw new AppError('not-found', { what: id });
	}
}

/** The same record in the same collection is one row in every copy of an archive. */
function membershipId(collectionId: CollectionId, recordId: RecordId): string {
	return derivedId('collection-member', collectionId, recordId);
}
