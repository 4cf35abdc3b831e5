import * as v from 'valibot';
import type { FoundSideNotes } from '../domain/side-notes.ts';
import { lineSchema, nothing } from './schemas.ts';

/** Notes on an archive that takes no writes; desktop only, since they go to a file of this machine. */
export interface SideNotesCalls {
	/** Files with notes on the open archive: the one used last on this device first, then those beside it. */
	found(): FoundSideNotes[];
	/**
	 * From now on notes go to this file, which is made where it is not there, and goes on where it is one of this archive's.
	 * Any other file is refused and left as it is: `unreadable-file`, `invalid-input`; so is a new name that is taken while
	 * notes are taken already: `archive-exists`.
	 */
	use(argument: { path: string }): void;
}

export const sideNotesArguments = {
	found: nothing,
	use: v.object({ path: lineSchema }),
};
