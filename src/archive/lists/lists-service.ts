import { writeWholeFile } from '#archive/transfer/annotation-file.ts';

const byteOrderMark = '\ufeff';

/** Lists of terms as files, and tables of what they found. */
export class ListsService {
	async read({ fileName, base64 }: { fileName: string; base64: string }): Promise<string> {
		// The tables of encodings would lengthen every start.
		const { decodeText } = await import('#archive/importers/encoding.ts');
		return decodeText(Buffer.from(base64, 'base64'), { fileName }).text;
	}

	/** Whole or not at all: what stood at `path` stays where this cannot be written. */
	async saveTo({ path, text }: { path: string; text: string }): Promise<void> {
		await writeWholeFile(path, byteOrderMark + text);
	}
}
