import * as v from 'valibot';
import type { CollectionId, JobId, RecordId } from '../domain/ids.ts';
import {
	type BagReport,
	type PackageChoice,
	type PackageForm,
	type PackageKey,
	type PackagePreview,
	type PackageProfile,
	packageForms,
	packageProfiles,
	type SweepReport,
	smallestPartBytes,
} from '../domain/package.ts';
import { idSchema, lineSchema, sha256Schema } from './schemas.ts';

/** BagIt packages; desktop and command line only, since they are files and folders of this machine. */
export interface PackageCalls {
	/** What a package would hold and leave out. */
	preview(argument: { choice: PackageChoice; profile: PackageProfile }): PackagePreview;
	/**
	 * Looks for names that are to be withheld in all that a package to share would hold. `id` is the client's, to stop it by;
	 * `cancelled` then.
	 */
	sweep(argument: { id: JobId; choice: PackageChoice }): SweepReport;
	stopSweep(argument: { id: JobId }): void;
	/**
	 * Starts writing a package as a job; it has its name when it was read back and found valid. `id` is the client's. With
	 * `replaces` a file of that name gives way then; a folder never does: `archive-exists`. The key is kept nowhere. A share
	 * is swept first: places with withheld names end the job, unless they are those of the sweep whose digest is `accepted`.
	 * Where no file may be larger than `partBytes`, or than the medium takes, it is written in parts that are bags.
	 */
	exportTo(argument: {
		id: JobId;
		path: string;
		form: PackageForm;
		choice: PackageChoice;
		profile: PackageProfile;
		key: PackageKey | null;
		replaces: boolean;
		accepted?: string;
		partBytes?: number;
	}): JobId;
	/**
	 * Checks a bag made by anybody, with all its parts where it is one of several; throws as opening does: `needs-passphrase`,
	 * `wrong-passphrase`, `needs-key`, `wrong-key` and `unreadable-file`. `identities` are secret keys of age, and kept nowhere.
	 */
	check(argument: { path: string; passphrase?: string; identities?: string[] }): BagReport;
	/**
	 * Starts bringing in a bag as a job that is one step to undo: Lectern's own with what they know, others as files that are
	 * added. It is checked first; one that is not valid ends the job with the reason. `id` is the client's.
	 */
	importFrom(argument: { id: JobId; path: string; passphrase?: string; identities?: string[] }): JobId;
}

/** As much as a QR code holds; nobody types more. */
export const passphraseSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4000));
/** What opens something encrypted: one or the other. */
export const openerEntries = {
	passphrase: v.exactOptional(passphraseSchema),
	identities: v.exactOptional(v.pipe(v.array(lineSchema), v.minLength(1), v.maxLength(100))),
};
/** Which records to export. */
export const choiceSchema = v.object({
	collectionId: v.exactOptional(idSchema<CollectionId>()),
	recordIds: v.exactOptional(v.array(idSchema<RecordId>())),
	withoutIds: v.exactOptional(v.array(idSchema<RecordId>())),
	withGivers: v.exactOptional(v.boolean()),
});
const keySchema = v.union([
	v.object({ passphrase: passphraseSchema }),
	v.object({ recipients: v.pipe(v.array(lineSchema), v.minLength(1)) }),
]);
export const partBytesSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(smallestPartBytes));
const profileSchema = v.picklist(packageProfiles);

export const packageArguments = {
	preview: v.object({ choice: choiceSchema, profile: profileSchema }),
	sweep: v.object({ id: idSchema<JobId>(), choice: choiceSchema }),
	stopSweep: v.object({ id: idSchema<JobId>() }),
	exportTo: v.object({
		id: idSchema<JobId>(),
		path: lineSchema,
		form: v.picklist(packageForms),
		choice: choiceSchema,
		profile: profileSchema,
		key: v.nullable(keySchema),
		replaces: v.boolean(),
		accepted: v.exactOptional(sha256Schema),
		partBytes: v.exactOptional(partBytesSchema),
	}),
	check: v.object({ path: lineSchema, ...openerEntries }),
	importFrom: v.object({ id: idSchema<JobId>(), path: lineSchema, ...openerEntries }),
};
