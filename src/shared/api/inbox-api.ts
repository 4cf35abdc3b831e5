import * as v from 'valibot';
import type { CollectionId, RecordId } from '../domain/ids.ts';
import type { InboxFolder } from '../domain/inbox.ts';
import { idSchema, lineSchema, nothing } from './schemas.ts';

export interface InboxCalls {
	folder(): InboxFolder;
	/** Null watches none. Kept on this device. Throws invalid-input for what is no folder, or holds the archive itself. */
	watch(argument: { path: string | null }): InboxFolder;
	/** Takes records out of the inbox, into a collection or, with null, into none: one step to undo. */
	file(argument: { recordIds: RecordId[]; collectionId: CollectionId | null }): void;
}

export const inboxArguments = {
	folder: nothing,
	watch: v.object({ path: v.nullable(v.pipe(lineSchema, v.nonEmpty())) }),
	file: v.object({
		recordIds: v.pipe(v.array(idSchema<RecordId>()), v.minLength(1)),
		collectionId: v.nullable(idSchema<CollectionId>()),
	}),
};
