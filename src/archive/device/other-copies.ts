import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import type { OtherCopies } from '#archive/own-copies.ts';
import { defaultDataFolder } from '#shared/api/data-folder-path.ts';
import { type DataFolder, placesIn } from './data-folder.ts';
import { readRecentPaths } from './profile.ts';

/**
 * Copies that Lectern took on this machine, and that this run does not add to: those of days outside the field profile, and
 * those in the system's own place where another data folder was named. They are looked for when a source is withdrawn.
 */
export function findOtherCopies({ path, isField }: DataFolder): OtherCopies[] {
	const systems = defaultDataFolder({ platform: process.platform, environment: process.env, homeFolder: homedir() });
	const folders = new Set([...(isField ? [path] : []), systems]);
	if (!isField) folders.delete(path);
	return [...folders].map(placesIn).map(({ snapshotsFolder, profileFile }) => ({
		folder: snapshotsFolder,
		knownPaths: readRecentPaths(profileFile).filter((known) => existsSync(known)),
	}));
}
