import { basename, resolve } from 'node:path';
import { message } from '#shared/messages/messages.ts';
import { readPassphrase } from '../key-files.ts';
import type { Output } from '../output.ts';
import { openDeviceFor, type SessionPlace } from '../session.ts';

export interface NewArchive extends SessionPlace {
	file: string;
	/** Without one, the file's name without its ending. */
	title: string | undefined;
	output: Output;
}

/** Makes a new, empty archive; nothing is written over. */
export async function makeArchive({ file, title, output, ...place }: NewArchive): Promise<number> {
	const device = openDeviceFor(place, output, () => undefined);
	try {
		const path = resolve(file);
		const passphrase = place.passphraseFile === null ? null : await readPassphrase(place.passphraseFile);
		const archive = await device.create(path, title?.trim() || basename(path, '.lectern'), passphrase);
		output.json(archive.status());
		await archive.close();
		output.line(message('cli.new.made', { file: path }));
		return 0;
	} finally {
		device.close();
	}
}
