/** What a person may put after `lectern` to start the window or the browser edition. Paths are as they were typed. */
export interface LaunchArguments {
	archivePath: string | null;
	filesToAdd: string[];
	dataFolder: string | null;
	/** Options that Lectern does not know; Chromium has hundreds of its own, so the desktop lets them pass. */
	unknown: string[];
}

/**
 * Reads `[ARCHIVE.lectern] [--add FILE…] [--data DIR]`. Every argument after `--add` up to the next option is a file to
 * add; elsewhere a bare argument is the archive. `--browser` and `--desktop` belong to the start script and are passed over.
 */
export function parseLaunchArguments(argv: readonly string[]): LaunchArguments {
	const result: LaunchArguments = { archivePath: null, filesToAdd: [], dataFolder: null, unknown: [] };
	let expecting: 'archive' | 'files' | 'data' = 'archive';
	for (const argument of argv) {
		if (expecting === 'data') {
			result.dataFolder = argument;
			expecting = 'archive';
		} else if (argument === '--data' || argument === '--add') {
			expecting = argument === '--data' ? 'data' : 'files';
		} else if (argument.startsWith('--data=')) {
			result.dataFolder = argument.slice('--data='.length);
			expecting = 'archive';
		} else if (argument.startsWith('-') && argument.length > 1) {
			expecting = 'archive';
			if (argument !== '--browser' && argument !== '--desktop') result.unknown.push(argument);
		} else if (expecting === 'files') {
			result.filesToAdd.push(argument);
		} else {
			result.archivePath = argument;
		}
	}
	return result;
}
