import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { defaultDataFolder } from '#shared/api/data-folder-path.ts';
import { parseLaunchArguments } from '#shared/api/launch-arguments.ts';

/** What the person who started Lectern asked for; paths are absolute, since a second instance hands them to the first. */
export interface Launch {
	archivePath: string | null;
	filesToAdd: string[];
	dataFolder: string;
	/** `--field`: nothing of what is done is to stay on this machine. */
	isField: boolean;
}

/**
 * @param argv as `process.argv`; in an unpackaged app the first bare argument is the app's own folder.
 * @param ownFolder asked for the data folder when no `--data` names one, with whether nothing is to stay; where it gives
 *   null, the system's place is taken
 */
export function readLaunch(
	argv: readonly string[],
	isPackaged: boolean,
	workingFolder: string,
	ownFolder: (isField: boolean) => string | null = () => null,
): Launch {
	const rest = argv.slice(1);
	if (!isPackaged) {
		const app = rest.findIndex((argument) => !argument.startsWith('-'));
		if (app >= 0) rest.splice(app, 1);
	}
	const { archivePath, filesToAdd, dataFolder, isField } = parseLaunchArguments(rest);
	return {
		archivePath: archivePath && resolve(workingFolder, archivePath),
		filesToAdd: filesToAdd.map((file) => resolve(workingFolder, file)),
		dataFolder: dataFolder
			? resolve(workingFolder, dataFolder)
			: (ownFolder(isField) ??
				defaultDataFolder({ platform: process.platform, environment: process.env, homeFolder: homedir() })),
		isField,
	};
}

/** What stands behind `--cli` or `--cli --`: a command for the terminal, instead of a window. Null without it. */
export function readCommand(argv: readonly string[]): string[] | null {
	const at = argv.indexOf('--cli');
	if (at < 0) return null;
	return argv.slice(argv[at + 1] === '--' ? at + 2 : at + 1);
}
