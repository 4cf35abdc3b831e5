import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultDataFolder, fieldMarkerName } from '#shared/api/data-folder-path.ts';

/** The folder of one person on this machine (or beside a portable app). Nothing of an archive's content is kept in it but archives. */
export interface DataFolder {
	path: string;
	/** Nothing of what is done is kept in it but settings that tell nothing of an archive (docs/decisions/0030). */
	isField: boolean;
	/** Where this is there, `isField` holds from the next start on. */
	fieldMarkerFile: string;
	profileFile: string;
	/** The secret key that exports are signed with, once one is made. */
	signingKeyFile: string;
	/** Archives that Lectern made without being told where: the starter archive, and those made in the browser edition. */
	archivesFolder: string;
	/** Verified copies of archives, newest few of each. */
	snapshotsFolder: string;
	/** Data of languages that this person added for recognising text. */
	languageDataFolder: string;
	/** Files on their way in from a browser; emptied when the program ends. */
	stagingFolder: string;
}

/**
 * The folder is made when it is missing; in the field profile only once there is something to keep in it.
 *
 * @param given what `--data` said; without it the system's own place
 * @param asksField whether the field profile was asked for; else the folder says whether it is on
 */
export function openDataFolder(given: string | null, asksField = false): DataFolder {
	const path = given
		? resolve(given)
		: defaultDataFolder({ platform: process.platform, environment: process.env, homeFolder: homedir() });
	const fieldMarkerFile = join(path, fieldMarkerName);
	const isField = asksField || existsSync(fieldMarkerFile);
	if (!isField) mkdirSync(path, { recursive: true, mode: 0o700 });
	return {
		path,
		isField,
		fieldMarkerFile,
		...placesIn(path),
		signingKeyFile: join(path, 'signing.key'),
		archivesFolder: join(path, 'archives'),
		languageDataFolder: join(path, 'language-data'),
		stagingFolder: join(path, 'staging'),
	};
}

/** What is looked for in any data folder, also in one that is not this run's. */
export function placesIn(path: string): Pick<DataFolder, 'profileFile' | 'snapshotsFolder'> {
	return { profileFile: join(path, 'profile.json'), snapshotsFolder: join(path, 'snapshots') };
}
