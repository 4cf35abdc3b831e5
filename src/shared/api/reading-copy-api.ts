import * as v from 'valibot';
import type { JobId } from '../domain/ids.ts';
import type { PackageChoice, SweepReport } from '../domain/package.ts';
import { type ReadingCopyForm, type ReadingCopyPreview, readingCopyForms } from '../domain/reading-copy.ts';
import { choiceSchema, passphraseSchema } from './packages-api.ts';
import { idSchema, lineSchema, sha256Schema } from './schemas.ts';

/** Reading copies; desktop and command line only, since they are files and folders of this machine. */
export interface ReadingCopyCalls {
	preview(argument: { choice: PackageChoice; hasNotes: boolean }): ReadingCopyPreview;
	/** Looks for names that are to be withheld in all that a copy would hold. `id` is the client's; `cancelled` when stopped. */
	sweep(argument: { id: JobId; choice: PackageChoice; hasNotes: boolean }): SweepReport;
	stopSweep(argument: { id: JobId }): void;
	/**
	 * Starts writing a copy as a job; it has its name when it was read back and found whole. `id` is the client's. With
	 * `replaces` a file of that name gives way then; a folder never does: `archive-exists`. `invalid-input` for more text
	 * than a copy takes. It is swept as a package to share is.
	 */
	exportTo(argument: {
		id: JobId;
		path: string;
		form: ReadingCopyForm;
		choice: PackageChoice;
		hasNotes: boolean;
		/** Without a word of it, as the preview says. */
		hasPictures?: boolean;
		/** Encrypts the copy; nobody opens it without. */
		passphrase?: string;
		replaces: boolean;
		accepted?: string;
	}): JobId;
}

export const readingCopyArguments = {
	preview: v.object({ choice: choiceSchema, hasNotes: v.boolean() }),
	sweep: v.object({ id: idSchema<JobId>(), choice: choiceSchema, hasNotes: v.boolean() }),
	stopSweep: v.object({ id: idSchema<JobId>() }),
	exportTo: v.object({
		id: idSchema<JobId>(),
		path: lineSchema,
		form: v.picklist(readingCopyForms),
		choice: choiceSchema,
		hasNotes: v.boolean(),
		hasPictures: v.exactOptional(v.boolean()),
		passphrase: v.exactOptional(passphraseSchema),
		replaces: v.boolean(),
		accepted: v.exactOptional(sha256Schema),
	}),
};
