import type { CollectionsService } from '#archive/collections/collections-service.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { InboxCalls } from '#shared/api/inbox-api.ts';
import type { CollectionId, Sha256 } from '#shared/domain/ids.ts';
import { inboxCollectionId } from '#shared/domain/inbox.ts';

/** As stored, in every language: two copies that each make the inbox must not have two wordings of its name. */
const storedName = 'Inbox';

/** What came by itself, or in passing, and waits for a person to look at it. */
export class InboxService {
	readonly #database: ArchiveDatabase;
	readonly #collections: CollectionsService;
	readonly #originals: OriginalsService;
	readonly #custody: CustodyService;

	constructor(
		database: ArchiveDatabase,
		services: { collections: CollectionsService; originals: OriginalsService; custody: CustodyService },
	) {
		this.#database = database;
		this.#collections = services.collections;
		this.#originals = services.originals;
		this.#custody = services.custody;
	}

	/** Makes it when it is not there, which is nobody's step, and gives its id. */
	ensure(): CollectionId {
		if (!this.#collections.isLive(inboxCollectionId))
			this.#database.step('inboxMade', (step) => this.#collections.ensureWithin(step, inboxCollectionId, storedName), {
				kind: 'setup',
			});
		return inboxCollectionId;
	}

	file({ recordIds, collectionId }: ArgumentOf<InboxCalls['file']>): void {
		this.#database.step('inboxFiled', (step) => {
			if (collectionId) this.#collections.addRecordsWithin(step, { id: collectionId, recordIds });
			this.#collections.removeRecordsWithin(step, { id: inboxCollectionId, recordIds });
		});
	}

	/** Whether these bytes came before: as a file, also of a record in the bin, or as a ZIP file that was unpacked. */
	isKnown(sha256: Sha256): boolean {
		return this.#originals.find(sha256) !== undefined || this.#custody.hasReceivedFrom(sha256);
	}
}
