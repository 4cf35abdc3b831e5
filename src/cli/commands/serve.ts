import { resolve } from 'node:path';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { serveUntilStopped } from '../../serve/serve.ts';
import type { Output } from '../output.ts';
import type { SessionPlace } from '../session.ts';

/** Serves the window to a browser until Ctrl+C. */
export function serveArchive(
	{ filesToAdd, ...place }: SessionPlace & { filesToAdd: readonly string[] },
	output: Output,
): Promise<number> {
	return serveUntilStopped({
		installation: place.installation,
		dataFolder: openDataFolder(place.dataFolder),
		archivePath: place.archivePath,
		filesToAdd: filesToAdd.map((file) => resolve(file)),
		say: (text) => (output.isJson ? output.note(text) : output.line(text)),
		onStarted: ({ link, origin }) => output.json({ link, origin }),
	});
}
