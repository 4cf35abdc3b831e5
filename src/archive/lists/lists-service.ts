import { writeFile } from 'node:fs/promises';
import { decodeText } from '#archive/importers/encoding.ts';
import { fileError } from '#archive/originals/file-error.ts';

const byteOrderMark = '\ufeff';

/** Lists of terms as files, and tables of what they found. */
export class ListsService {
	read({ fileName, base64 }: { fileName: string; base64: string }): string {
		return decodeText(Buffer.from(base64, 'base64'), { fileName }).text;
	}

	async saveTo({ path, text }: { path: string; text: string }): Promise<void> {
		await writeFile(path, byteOrderMark + text).catch((error: NodeJS.ErrnoException) => {
			throw fileError(path, error);
		});
	}
}
