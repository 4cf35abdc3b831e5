import { toErrorData } from '#shared/domain/app-error.ts';
import type { Extraction } from '../importer.ts';
import { readDocument } from '../registry.ts';

/** The reason for which a file is refused; throws for an error that is not a refusal, and where there is none. */
export async function refusalOf(bytes: Uint8Array, fileName: string): Promise<string> {
	let read: Extraction;
	try {
		read = await readDocument(bytes, { fileName });
	} catch (error) {
		const { code, detail } = toErrorData(error);
		if (code !== 'unsupported-format' || detail?.file !== fileName) throw error;
		return String(detail.reason);
	}
	throw new Error(`read after all, ${read.blocks.length} blocks`);
}
