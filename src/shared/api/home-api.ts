import * as v from 'valibot';
import type { Home, RemovedHere, Sealed, SealPreview } from '../domain/home.ts';
import type { JobId } from '../domain/ids.ts';
import { partBytesSchema } from './packages-api.ts';
import { idSchema, lineSchema, nothing } from './schemas.ts';

/** Sealing to home; all but `state` and `set` are for the desktop and the command line, since files of this machine are written. */
export interface HomeCalls {
	state(): Home;
	/**
	 * Makes a key for home: the secret one goes into a new file at `path`, as `age-keygen` writes it, and nowhere else; the
	 * archive keeps the public one, and so does every copy of its file. `archive-exists` when the name is taken.
	 */
	makeKey(argument: { path: string }): Home;
	/** Sets the public key of home, or with null that there is none. `invalid-input` for what is no such key. */
	set(argument: { recipient: string | null }): Home;
	preview(): SealPreview;
	/**
	 * Starts sealing as a job. What is sealed has its name when it was read back; nothing here opens it any more. `id` is the
	 * client's. `recipient` is for an archive that does not know its home, and is not kept. A file of that name gives way with `replaces`. Where no file may be larger than `partBytes`, or than the medium
	 * takes, it is in parts.
	 */
	seal(argument: { id: JobId; path: string; recipient?: string; replaces: boolean; partBytes?: number }): JobId;
	/** What was sealed last since the archive was opened; null for nothing. */
	sealed(): Sealed | null;
	/**
	 * Closes the archive and removes what lies here in the open: its file with its copies, or the file of notes. The sealed
	 * file is read again first: `conflict` when something was changed since, `unreadable-file` when it is not what it was.
	 */
	removeOpen(argument: { id: JobId }): RemovedHere;
}

export const homeArguments = {
	state: nothing,
	makeKey: v.object({ path: lineSchema }),
	set: v.object({ recipient: v.nullable(lineSchema) }),
	preview: nothing,
	seal: v.object({
		id: idSchema<JobId>(),
		path: lineSchema,
		recipient: v.exactOptional(lineSchema),
		replaces: v.boolean(),
		partBytes: v.exactOptional(partBytesSchema),
	}),
	sealed: nothing,
	removeOpen: v.object({ id: idSchema<JobId>() }),
};
