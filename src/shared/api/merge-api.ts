import * as v from 'valibot';
import type { JobId } from '../domain/ids.ts';
import {
	type MergedChange,
	type MergedKind,
	type MergedThing,
	type MergePreview,
	mergedChanges,
	mergedKinds,
	type WordingConflict,
} from '../domain/merge.ts';
import { type FileSource, fileSourceSchema } from './file-source.ts';
import { openerEntries } from './packages-api.ts';
import { idSchema, nothing, ordinalSchema, textSchema } from './schemas.ts';

export interface MergeCalls {
	/**
	 * Opens another archive or a package, read-only, and says what merging it would do. `id` is the client's, and later the
	 * job's; one preview is kept at a time. Throws what opening an archive throws, `needs-passphrase` and `wrong-passphrase`
	 * for one that is encrypted, `needs-key` and `wrong-key` for one that is sealed for a key, and `cancelled` after `close`.
	 * `identities` are secret keys of age, and kept nowhere.
	 */
	preview(argument: { id: JobId; source: FileSource; passphrase?: string; identities?: string[] }): MergePreview;
	/** The things that the preview counted, a page at a time. `not-found` once it is closed. */
	things(argument: { id: JobId; kind?: MergedKind; change?: MergedChange; offset: number; limit: number }): {
		total: number;
		things: MergedThing[];
	};
	/**
	 * Merges as a job, after a snapshot: one transaction, one step to undo. Cancelled before that, it leaves nothing.
	 * `conflict` while other work runs.
	 */
	start(argument: { id: JobId }): JobId;
	/** Lets go of the other archive; stops a preview that is being made. */
	close(argument: { id: JobId }): void;
}

export interface ConflictCalls {
	/** Texts that stand in two wordings, the last written first; those of things that are gone are left out. */
	list(): WordingConflict[];
	/**
	 * Settles one or several wordings of one text: `text` stands from now on, and what was kept beside it goes into the
	 * history. A step to undo. `conflict` when the text was changed since, `invalid-input` for a list that is neither.
	 */
	settle(argument: { ids: string[]; text: string; revision: number }): void;
}

const conflictId = v.pipe(v.string(), v.uuid());

export const mergeArguments = {
	preview: v.object({
		id: idSchema<JobId>(),
		source: fileSourceSchema,
		...openerEntries,
	}),
	things: v.object({
		id: idSchema<JobId>(),
		kind: v.exactOptional(v.picklist(mergedKinds)),
		change: v.exactOptional(v.picklist(mergedChanges)),
		offset: ordinalSchema,
		limit: ordinalSchema,
	}),
	start: v.object({ id: idSchema<JobId>() }),
	close: v.object({ id: idSchema<JobId>() }),
};

export const conflictArguments = {
	list: nothing,
	settle: v.object({
		ids: v.pipe(v.array(conflictId), v.minLength(1)),
		text: textSchema,
		revision: ordinalSchema,
	}),
};
