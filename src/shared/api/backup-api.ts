import * as v from 'valibot';
import type { JobId } from '../domain/ids.ts';
import { passphraseSchema } from './packages-api.ts';
import { idSchema, lineSchema } from './schemas.ts';

export interface BackupRequest {
	/** Of the file to be written. */
	path: string;
	/** What will open the backup of an archive without a passphrase; one that has a passphrase keeps it. Kept nowhere. */
	passphrase?: string;
	/** Whether a file with this name gives way, once the new one is whole. */
	replaces: boolean;
}

export interface BackupCalls {
	/**
	 * Starts writing the whole archive into one encrypted archive file, as a job: it has its name when it was read back. To
	 * restore it is to open it. `id` is the client's.
	 */
	start(argument: { id: JobId } & BackupRequest): JobId;
}

export const backupArguments = {
	start: v.object({
		id: idSchema<JobId>(),
		path: lineSchema,
		passphrase: v.exactOptional(passphraseSchema),
		replaces: v.boolean(),
	}),
};
