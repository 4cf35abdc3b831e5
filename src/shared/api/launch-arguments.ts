/** What a person may put after `lectern` to start the window or the browser edition. Paths are as they were typed. */
export interface LaunchArguments {
	archivePath: string | null;
	filesToAdd: string[];
	dataFolder: string | null;
	/** Nothing of what is done is to stay on this device. */
	isField: boolean;
	/** Options that Lectern does not know; Chromium has hundreds of its own, so the desktop lets them pass. */
	unknown: string[];
}

/**
 * Reads `[ARCHIVE.lectern] [--add FILE…] [--data DIR] [--field]`. Every argument after `--add` up to the next option is a file to
 * add; elsewhere a bare argument is the archive. `--browser` and `--desktop` belong to the start script and are passed over.
 */
export function parseLaunchArguments(argv: readonly string[]): LaunchArguments {
	const result: LaunchArguments = { archivePath: null, filesToAdd: [], dataFolder: null, isField: false, unknown: [] };
	let option = '';
	for (const argument of argv) {
		if (isOption(argument)) option = argument;
		if (argument === '--field') result.isField = true;
		if (argument.startsWith('--data=')) result.dataFolder = argument.slice('--data='.length);
		else if (isOption(argument)) continue;
		else if (option === '--data' && result.dataFolder === null) result.dataFolder = argument;
		else if (option === '--add') result.filesToAdd.push(argument);
		else result.archivePath = argument;
	}
	result.unknown = argv.filter((argument) => isOption(argument) && !ownOptions.test(argument));
	return result;
}

const ownOptions = /^--(add|data|data=.*|field|browser|desktop)$/;

function isOption(argument: string): boolean {
	return argument.startsWith('-') && argument.length > 1;
}
