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
} from '../domain/package.ts';
import { idSchema, lineSchema } from './schemas.ts';

/** BagIt packages; desktop and command line only, since they are files and folders of this machine. */
export interface PackageCalls {
	/** What a package would hold and leave out. */
	preview(argument: { choice: PackageChoice; profile: PackageProfile }): PackagePreview;
	/**
	 * Starts writing a package as a job; it has its name when it was read back and found valid. `id` is the client's. With
	 * `replaces` a file of that name gives way then; a folder never does: `archive-exists`. The key is kept nowhere.
	 */
	exportTo(argument: {
		id: JobId;
		path: string;
		form: PackageForm;
		choice: PackageChoice;
		profile: PackageProfile;
		key: PackageKey | null;
		replaces: boolean;
	}): JobId;
	/** Checks a bag made by anybody; `wrong-passphrase` and `unreadable-file` when it does not come to that. */
	check(argument: { path: string; passphrase?: string }): BagReport;
	/**
	 * Starts bringing in a bag as a job that is one step to undo: Lectern's own with what they know, others as files that are
	 * added. It is checked first; one that is not valid ends the job with the reason. `id` is the client's.
	 */
	importFrom(argument: { id: JobId; path: string; passphrase?: string }): JobId;
}

/** As much as a QR code holds; nobody types more. */
const passphraseSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4000));
/** Which records to export. */
export const choiceSchema = v.object({
	collectionId: v.exactOptional(idSchema<CollectionId>()),
	recordIds: v.exactOptional(v.array(idSchema<RecordId>())),
});
const keySchema = v.union([
	v.object({ passphrase: passphraseSchema }),
	v.object({ recipients: v.pipe(v.array(lineSchema), v.minLength(1)) }),
]);
const profileSchema = v.picklist(packageProfiles);

export const packageArguments = {
	preview: v.object({ choice: choiceSchema, profile: profileSchema }),
	exportTo: v.object({
		id: idSchema<JobId>(),
		path: lineSchema,
		form: v.picklist(packageForms),
		choice: choiceSchema,
		profile: profileSchema,
		key: v.nullable(keySchema),
		replaces: v.boolean(),
	}),
	check: v.object({ path: lineSchema, passphrase: v.exactOptional(passphraseSchema) }),
	importFrom: v.object({
		id: idSchema<JobId>(),
		path: lineSchema,
		passphrase: v.exactOptional(passphraseSchema),
	}),
};
