import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultDataFolder } from '#shared/api/data-folder-path.ts';

/** The folder of one person on this machine (or beside a portable app). Nothing of an archive's content is kept in it but archives. */
export interface DataFolder {
	path: string;
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

/** @param given what `--data` said; without it the system's own place. The folder is made when it is missing. */
export function openDataFolder(given: string | null): DataFolder {
	const path = given
		? resolve(given)
		: defaultDataFolder({ platform: process.platform, environment: process.env, homeFolder: homedir() });
	mkdirSync(path, { recursive: true, mode: 0o700 });
	return {
		path,
		profileFile: join(path, 'profile.json'),
		signingKeyFile: join(path, 'signing.key'),
		archivesFolder: join(path, 'archives'),
		snapshotsFolder: join(path, 'snapshots'),
		languageDataFolder: join(path, 'language-data'),
		stagingFolder: join(path, 'staging'),
	};
}
