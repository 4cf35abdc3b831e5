import { desktop } from '#renderer/lib/desktop.ts';
import type { FileSource } from '#shared/api/file-source.ts';
import { pickFile } from './pick-files.ts';
import { sendFiles } from './uploads.ts';

/** One file whose text is read for a record that is there; null where the dialog was closed. */
export function chooseTextFile(): Promise<FileSource | null> {
	return chooseFile('chooseEdition', '');
}

/**
 * One file, by the window's own dialog or the browser's; null where that was closed.
 *
 * @param accepted what the browser's offers, as in `<input accept>`; '' for all
 */
export async function chooseFile(
	dialog: 'chooseEdition' | 'chooseLanguageData',
	accepted: string,
): Promise<FileSource | null> {
	if (desktop) {
		const path = await desktop[dialog]();
		return path ? { kind: 'path', path } : null;
	}
	const file = await pickFile(accepted);
	const [source] = file ? await sendFiles([file]) : [];
	return source ?? null;
}
