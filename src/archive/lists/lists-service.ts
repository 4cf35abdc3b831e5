import { writeFile } from 'node:fs/promises';
import { fileError } from '#archive/db/file-error.ts';

const byteOrderMark = '\ufeff';

/** Lists of terms as files, and tables of what they found. */
export class ListsService {
	async read({ fileName, base64 }: { fileName: string; base64: string }): Promise<string> {
		// The tables of encodings would lengthen every start.
		const { decodeText } = await import('#archive/importers/encoding.ts');
		return decodeText(Buffer.from(base64, 'base64'), { fileName }).text;
	}

	async saveTo({ path, text }: { path: string; text: string }): Promise<void> {
		await writeFile(path, byteOrderMark + text).catch((error: NodeJS.ErrnoException) => {
			throw fileError(path, error);
		});
	}
}
