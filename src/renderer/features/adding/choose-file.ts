import { desktop } from '#renderer/lib/desktop.ts';
import type { FileSource } from '#shared/api/file-source.ts';
import { pickFile } from './pick-files.ts';
import { sendFiles } from './uploads.ts';

/** One file whose text is read for a record that is there; null where the dialog was closed. */
export async function chooseTextFile(): Promise<FileSource | null> {
	if (desktop) {
		const path = await desktop.chooseEdition();
		return path ? { kind: 'path', path } : null;
	}
	const file = await pickFile('');
	const [source] = file ? await sendFiles([file]) : [];
	return source ?? null;
}
