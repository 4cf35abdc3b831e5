import { isPassage } from '#shared/domain/block.ts';
import { isRecording } from '#shared/domain/media-facts.ts';
import { isWorldFileName, mostWorldBytes } from '#shared/map/scan/world-file.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { isTelegramHtml, isTelegramJson } from './chat/telegram-head.ts';
import { readTelegramHtml } from './chat/telegram-html.ts';
import { readTelegramJson } from './chat/telegram-json.ts';
import { extensionOf } from './file-extension.ts';
import { htmlImporter, readHtmlFile } from './html.ts';
import type { Extraction, Importer, ReadOptions } from './importer.ts';
import { markdownImporter } from './markdown.ts';
import { isZipped, mapTiles, mediaTypeOf, pictureTypes, sniffedBytes, subrip, warc, webVtt } from './media-type.ts';
import { plainTextImporter } from './plain-text.ts';
import { largestTextBytes, refuse, refuseUnread } from './refusal.ts';
import { readSubtitleFile, readTimedTextFile } from './transcript/transcript.ts';
import { isXliff } from './xliff-head.ts';

export const importers: readonly Importer[] = [plainTextImporter, markdownImporter, htmlImporter];

const unknownType = 'application/octet-stream';

/**
 * Reads a file with the importer for what it is. Throws `unsupported-format` with a reason where there is no importer,
 * or no text, and `invalid-input` for an unknown encoding.
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
	const { fileName } = options;
	if (bytes.byteLength === 0) throw refuse(fileName, message('import.reason.empty'));
	const mediaType = mediaTypeOf(fileName, bytes.subarray(0, sniffedBytes));
	if (bytes.byteLength > largestTextBytes) throw refuseUnread(fileName, mediaType);
	const extraction = await read(bytes, options, mediaType);
	const isBlank = !extraction.blocks.some((block) => isPassage(block) || block.figure?.picture);
	if (!extraction.picture && !extraction.media && isBlank)
		throw refuse(
			fileName,
			message(extraction.parameters.textAside ? 'import.reason.only-aside' : 'import.reason.blank'),
		);
	return options.font ? (await import('./old-font.ts')).inOldFont(extraction, options.font) : extraction;
}

/** The parsers of larger formats are loaded with the first file that needs them. */
async function read(bytes: Uint8Array, options: ReadOptions, mediaType: string): Promise<Extraction> {
	if (isZipped(mediaType)) return (await import('./zipped-document.ts')).readZippedDocument(bytes, options);
	if (mediaType === 'application/x-ole-storage') return (await import('./office/ole.ts')).readOle(bytes, options);
	if (mediaType === 'application/pdf') return (await import('./pdf/pdf.ts')).readPdf(bytes, options);
	if (mediaType === 'message/rfc822') return (await import('./mail/mail.ts')).readMail(bytes, options);
	if (mediaType === 'application/rtf') return (await import('./rtf/rtf.ts')).readRtf(bytes, options);
	if (mediaType === warc) return (await import('./web-archive/warc.ts')).readWarc(bytes, options);
	if (mediaType === 'application/mbox') return (await import('./mail/mailbox.ts')).readMailbox(bytes, options);
	if (mediaType === mapTiles) throw refuse(options.fileName, message(reasonOfTiles(bytes)));
	if (pictureTypes.includes(mediaType)) return (await import('./image/image.ts')).readImage(bytes, options, mediaType);
	if (isRecording(mediaType)) return (await import('./media/media.ts')).readMedia(bytes, options.fileName, mediaType);
	if (/^(?:text\/|application\/xml$)/.test(mediaType) && isXliff(bytes.subarray(0, sniffedBytes)))
		return (await import('./xliff.ts')).readXliff(bytes, options);
	const transcript = readTranscript(bytes, options, mediaType);
	if (transcript) return transcript;
	const chat = readChat(bytes, options, mediaType);
	if (chat) return chat;
	const importer = importerFor(options.fileName, mediaType, options.encoding !== undefined);
	if (importer === null) throw refuseUnread(options.fileName, mediaType);
	const extraction = importer === htmlImporter ? await readHtmlFile(bytes, options) : importer.read(bytes, options);
	if (isWorldFileName(options.fileName) && bytes.length <= mostWorldBytes)
		return (await import('./image/world-file-text.ts')).asWorldFile(extraction, options.fileName);
	return mediaType === unknownType ? extraction : { ...extraction, mediaType };
}

/** The head of a tile archive (PMTiles, version 3); what is shorter has no tiles. */
const tilesHeadBytes = 127;

function reasonOfTiles(bytes: Uint8Array): MessageKey {
	const isWhole =
		bytes.byteLength >= tilesHeadBytes && Buffer.from(bytes.subarray(0, 7)).toString('latin1') === 'PMTiles';
	return isWhole ? 'import.reason.tiles' : 'import.reason.tiles-damaged';
}

/** Null for what is none, and for what only has the name of one. */
function readTranscript(bytes: Uint8Array, options: ReadOptions, mediaType: string): Extraction | null {
	if (mediaType === subrip || mediaType === webVtt) return readSubtitleFile(bytes, options, mediaType);
	return options.isTranscript && mediaType === 'text/plain' ? readTimedTextFile(bytes, options) : null;
}

/** Exports of chats are JSON or pages like others, and known by how they begin; null for all else. */
function readChat(bytes: Uint8Array, options: ReadOptions, mediaType: string): Extraction | null {
	const head = bytes.subarray(0, sniffedBytes);
	if (/^(?:application\/json|text\/plain)$/.test(mediaType) && isTelegramJson(head))
		return readTelegramJson(bytes, options);
	return mediaType === 'text/html' && isTelegramHtml(head) ? readTelegramHtml(bytes, options) : null;
}

function importerFor(fileName: string, mediaType: string, isEncodingChosen: boolean): Importer | null {
	const exact = importers.find((importer) => importer.mediaType === mediaType);
	if (exact) return exact;
	if (/^(?:text\/|message\/|application\/(?:xml|json|x-subrip)$)/.test(mediaType)) return plainTextImporter;
	// What was not recognised as text may be, in an encoding that a person chose.
	if (mediaType !== unknownType || !isEncodingChosen) return null;
	const extension = extensionOf(fileName);
	return importers.find((importer) => importer.extensions.includes(extension)) ?? plainTextImporter;
}
