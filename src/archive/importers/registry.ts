import { isPassage } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { htmlImporter } from './html.ts';
import type { Extraction, Importer, ReadOptions } from './importer.ts';
import { markdownImporter } from './markdown.ts';
import { extensionOf, mediaTypeOf, sniffedBytes } from './media-type.ts';
import { plainTextImporter } from './plain-text.ts';
import { largestTextBytes, refuse, refuseUnread } from './refusal.ts';

export const importers: readonly Importer[] = [plainTextImporter, markdownImporter, htmlImporter];

const unknownType = 'application/octet-stream';

/**
 * Reads a file with the importer for what it is. Throws `unsupported-format` with a reason where there is no importer,
 * or no text, and `invalid-input` for an unknown encoding.
 */
export function readDocument(bytes: Uint8Array, options: ReadOptions): Extraction {
	const { fileName } = options;
	if (bytes.byteLength === 0) throw refuse(fileName, message('import.reason.empty'));
	const mediaType = mediaTypeOf(fileName, bytes.subarray(0, sniffedBytes));
	const importer = importerFor(fileName, mediaType, options.encoding !== undefined);
	if (importer === null || bytes.byteLength > largestTextBytes) throw refuseUnread(fileName, mediaType);
	const extraction = importer.read(bytes, options);
	if (!extraction.blocks.some(isPassage)) throw refuse(fileName, message('import.reason.blank'));
	return mediaType === unknownType ? extraction : { ...extraction, mediaType };
}

function importerFor(fileName: string, mediaType: string, isEncodingChosen: boolean): Importer | null {
	const exact = importers.find((importer) => importer.mediaType === mediaType);
	if (exact) return exact;
	if (/^(?:text\/|message\/|application\/(?:xml|json)$)/.test(mediaType)) return plainTextImporter;
	// What was not recognised as text may be, in an encoding that a person chose.
	if (mediaType !== unknownType || !isEncodingChosen) return null;
	const extension = extensionOf(fileName);
	return importers.find((importer) => importer.extensions.includes(extension)) ?? plainTextImporter;
}
