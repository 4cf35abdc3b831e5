import { resolve } from 'node:path';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { serveUntilStopped } from '../../serve/serve.ts';
import { readPassphrase } from '../key-files.ts';
import type { Output } from '../output.ts';
import type { SessionPlace } from '../session.ts';

/** Serves the window to a browser until Ctrl+C. */
export async function serveArchive(
	{ filesToAdd, ...place }: SessionPlace & { filesToAdd: readonly string[] },
	output: Output,
): Promise<number> {
	return serveUntilStopped({
		installation: place.installation,
		passphrase: place.passphraseFile === null ? undefined : await readPassphrase(place.passphraseFile),
		dataFolder: openDataFolder(place.dataFolder, place.isField),
		archivePath: place.archivePath,
		filesToAdd: filesToAdd.map((file) => resolve(file)),
		say: (text) => (output.isJson ? output.note(text) : output.line(text)),
		onStarted: ({ link, origin }) => output.json({ link, origin }),
	});
}
