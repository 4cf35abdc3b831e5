import { archive } from './archive.ts';
import { desktop } from './desktop.ts';
import { download } from './download.ts';

/** What the browser is to keep. */
type Content = { text: string } | { bytes: Uint8Array };

interface FileWriter<Summary, Written extends Summary & Content> {
	/** Writes the file itself, on the desktop. */
	toPath(path: string): Promise<Summary>;
	/** Gives what is to be written, in the browser edition. */
	content(): Promise<Written>;
}

/**
 * Has a file written where the person says, or hands it to the browser to keep. Gives what was said of it; null where the
 * dialog was closed.
 */
export async function exportFile<Summary, Written extends Summary & Content>(
	name: string,
	mediaType: string,
	{ toPath, content }: FileWriter<Summary, Written>,
): Promise<Summary | Written | null> {
	if (desktop) {
		const path = await desktop.chooseSavePath(name);
		return path ? toPath(path) : null;
	}
	const written = await content();
	download(new Blob([partOf(written)], { type: mediaType }), name);
	return written;
}

/** Programs that read tables take one without it for the alphabet of the system. */
const byteOrderMark = '\ufeff';

/** Saves a table that the page made; false where the dialog was closed. */
export async function saveCsv(name: string, makeText: () => Promise<string> | string): Promise<boolean> {
	const saved = await exportFile<object, { text: string }>(name, 'text/csv;charset=utf-8', {
		async toPath(path) {
			await archive.calls.lists.saveTo({ path, text: await makeText() });
			return {};
		},
		content: async () => ({ text: byteOrderMark + (await makeText()) }),
	});
	return saved !== null;
}

function partOf(content: Content): BlobPart {
	return 'text' in content ? content.text : (content.bytes as Uint8Array<ArrayBuffer>);
}
