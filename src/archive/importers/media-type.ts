import { constants, gunzipSync } from 'node:zlib';
import { isBinary } from './encoding.ts';
import { guessEncoding } from './encoding-guess.ts';
import { extensionOf } from './file-extension.ts';

interface Signature {
	mediaType: string;
	/** Byte values in order; null stands for any. */
	bytes: readonly (number | null)[];
	at?: number;
}

const any = null;

export const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
export const epub = 'application/epub+zip';
export const warc = 'application/warc';
export const wacz = 'application/wacz';
/** As IANA and the Library of Congress know subtitles. */
export const subrip = 'application/x-subrip';
export const webVtt = 'text/vtt';
export const odt = 'application/vnd.oasis.opendocument.text';
export const ods = 'application/vnd.oasis.opendocument.spreadsheet';
/** Tiles of a map in one file, as IANA knows it. */
export const mapTiles = 'application/vnd.pmtiles';

/** POSIX's and GNU's; older ones say nothing of what they are. */
const tarMagic = 'ustar';
const tarMagicAt = 257;

const signatures: readonly Signature[] = [
	{ mediaType: 'application/pdf', bytes: ascii('%PDF-') },
	{ mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
	{ mediaType: 'image/png', bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] },
	{ mediaType: 'image/gif', bytes: ascii('GIF8') },
	{ mediaType: 'image/tiff', bytes: [...ascii('II'), 0x2a, 0] },
	{ mediaType: 'image/tiff', bytes: [...ascii('MM'), 0, 0x2a] },
	{ mediaType: 'image/webp', bytes: [...ascii('RIFF'), any, any, any, any, ...ascii('WEBP')] },
	{ mediaType: 'image/vnd.djvu', bytes: ascii('AT&TFORM') },
	{ mediaType: 'image/heic', bytes: ascii('ftyphei'), at: 4 },
	{ mediaType: 'image/avif', bytes: ascii('ftypavi'), at: 4 },
	{ mediaType: 'audio/mp4', bytes: ascii('ftypM4A'), at: 4 },
	{ mediaType: 'audio/mp4', bytes: ascii('ftypM4B'), at: 4 },
	{ mediaType: 'video/quicktime', bytes: ascii('ftypqt'), at: 4 },
	{ mediaType: 'video/3gpp', bytes: ascii('ftyp3g'), at: 4 },
	{ mediaType: 'video/mp4', bytes: ascii('ftyp'), at: 4 },
	{ mediaType: 'audio/wav', bytes: [...ascii('RIFF'), any, any, any, any, ...ascii('WAVE')] },
	{ mediaType: 'video/x-msvideo', bytes: [...ascii('RIFF'), any, any, any, any, ...ascii('AVI ')] },
	{ mediaType: 'audio/mpeg', bytes: [...ascii('ID3'), 2] },
	{ mediaType: 'audio/mpeg', bytes: [...ascii('ID3'), 3] },
	{ mediaType: 'audio/mpeg', bytes: [...ascii('ID3'), 4] },
	{ mediaType: 'audio/mpeg', bytes: [0xff, 0xfb] },
	{ mediaType: 'audio/mpeg', bytes: [0xff, 0xf3] },
	{ mediaType: 'audio/mpeg', bytes: [0xff, 0xfa] },
	{ mediaType: 'audio/mpeg', bytes: [0xff, 0xf2] },
	{ mediaType: 'audio/aac', bytes: [0xff, 0xf1] },
	{ mediaType: 'audio/aac', bytes: [0xff, 0xf9] },
	{ mediaType: 'audio/amr', bytes: ascii('#!AMR') },
	{ mediaType: 'audio/aiff', bytes: [...ascii('FORM'), any, any, any, any, ...ascii('AIF')] },
	{ mediaType: 'audio/ogg', bytes: ascii('OggS') },
	{ mediaType: 'audio/flac', bytes: ascii('fLaC') },
	{ mediaType: 'video/x-matroska', bytes: [0x1a, 0x45, 0xdf, 0xa3] },
	// The oldest QuickTime files name no kind of file and begin with their first box.
	{ mediaType: 'video/quicktime', bytes: ascii('moov'), at: 4 },
	{ mediaType: 'video/quicktime', bytes: [...ascii('mdat')], at: 4 },
	{ mediaType: 'video/quicktime', bytes: [0, 0, 0, 8, ...ascii('wide')] },
	{ mediaType: 'video/mpeg', bytes: [0, 0, 1, 0xba] },
	{
		mediaType: 'video/x-ms-asf',
		bytes: [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11, 0xa6, 0xd9, 0, 0xaa, 0, 0x62, 0xce, 0x6c],
	},
	{ mediaType: 'application/rtf', bytes: ascii('{\\rtf') },
	{ mediaType: warc, bytes: ascii('WARC/1.') },
	{ mediaType: mapTiles, bytes: ascii('PMTiles') },
	{ mediaType: 'application/vnd.sqlite3', bytes: [...ascii('SQLite format 3'), 0] },
	{ mediaType: 'application/x-ole-storage', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
	{ mediaType: 'application/gzip', bytes: [0x1f, 0x8b, 8] },
	{ mediaType: 'application/x-7z-compressed', bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
	{ mediaType: 'application/vnd.rar', bytes: [...ascii('Rar!'), 0x1a, 7] },
	{ mediaType: 'application/x-tar', bytes: ascii(tarMagic), at: tarMagicAt },
	{ mediaType: 'application/zip', bytes: [...ascii('PK'), 3, 4] },
	{ mediaType: 'application/zip', bytes: [...ascii('PK'), 5, 6] },
];

/** Formats inside a ZIP file, by the ending of its name where the first entry does not say it. */
const zipped: Readonly<Record<string, string>> = {
	'.docx': docx,
	'.xlsx': xlsx,
	'.pptx': pptx,
	'.odt': odt,
	'.ods': ods,
	'.epub': epub,
};

/** Formats that are text, by the ending of the name; what they hold is checked all the same. */
const textual: Readonly<Record<string, string>> = {
	'.txt': 'text/plain',
	'.text': 'text/plain',
	'.log': 'text/plain',
	'.md': 'text/markdown',
	'.markdown': 'text/markdown',
	'.html': 'text/html',
	'.htm': 'text/html',
	'.xhtml': 'text/html',
	'.csv': 'text/csv',
	'.srt': subrip,
	'.vtt': webVtt,
	'.eml': 'message/rfc822',
	'.mht': 'message/rfc822',
	'.mhtml': 'message/rfc822',
	'.mbox': 'application/mbox',
	'.xml': 'application/xml',
	'.json': 'application/json',
};

/**
 * Formats that no text has the name of. Bytes that are text only in an encoding which one would have to guess are what is
 * left of such a file; a page that says why it could not be fetched is text under any name.
 */
const neverText =
	/\.(?:pmtiles|mbtiles|gpkg|jpe?g|png|gif|tiff?|webp|heic|avif|djvu|mp[34]|m4[abv]|mov|avi|mkv|webm|wav|ogg|flac|zip|gz|7z|rar)$/;

/** Formats of pictures that can be looked into. */
export const pictureTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/tiff', 'image/webp'];

/** Whether files of that type are ZIP files. */
export function isZipped(mediaType: string): boolean {
	return mediaType === 'application/zip' || mediaType === epub || /\.(?:openxmlformats|oasis)/.test(mediaType);
}

/** Bytes from the head of a file that are enough for `mediaTypeOf`. */
export const sniffedBytes = 4096;

/**
 * What a file is, by its first bytes (`sniffedBytes` of them are enough) and, within a family, by its name. Never by the
 * name alone: a picture called `.txt` is a picture. 'application/octet-stream' for what is none of the known formats.
 */
export function mediaTypeOf(fileName: string, head: Uint8Array): string {
	const known = signatures.find((signature) => matches(head, signature))?.mediaType;
	if (known === 'application/zip') return typeInZip(fileName, head);
	if (known === 'video/x-matroska') return isWebm(head) ? 'video/webm' : known;
	if (known === 'application/gzip') return startOfGzip(head).startsWith('WARC/') ? warc : known;
	if (known) return known;
	if (isLatePdf(fileName, head)) return 'application/pdf';
	const byName = textual[extensionOf(fileName)];
	if (head.byteLength === 0) return byName ?? 'application/octet-stream';
	const isCertain = isMarkedWide(head) || isUtf8(head);
	const isText = isCertain || (!neverText.test(extensionOf(fileName)) && isGuessedText(head.subarray(0, sniffedBytes)));
	if (!isText) return extensionOf(fileName) === '.pmtiles' ? mapTiles : 'application/octet-stream';
	return byName ?? typeOfText(head);
}

/** By what it begins with, where the name says nothing. */
function typeOfText(head: Uint8Array): string {
	if (startsLikeHtml(head)) return 'text/html';
	const start = Buffer.from(head).toString('latin1');
	if (/^(?:\u00ef\u00bb\u00bf)?WEBVTT[ \t\r\n]/.test(start)) return webVtt;
	if (/^(?:\u00ef\u00bb\u00bf)?\s*\d+\s*\r?\n\d{1,3}:\d\d:\d\d[,.]\d{1,3} +-->/.test(start)) return subrip;
	if (/^From \S.*\d{4}\s*\r?\n[\w-]+:/.test(start)) return 'application/mbox';
	return startsLikeMail(start) ? 'message/rfc822' : 'text/plain';
}

/** Matroska names the kind of file in its first element (RFC 9559, DocType). */
function isWebm(head: Uint8Array): boolean {
	return Buffer.from(head.subarray(0, 64)).includes('\u0042\u0082\u0084webm', 0, 'latin1');
}

/** A head of fields, at least three of which every program writes. */
function startsLikeMail(start: string): boolean {
	const [fields = ''] = /^(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+/.exec(start) ?? [];
	return (fields.match(/^(?:From|To|Date|Subject|Received|Message-ID|MIME-Version):/gim)?.length ?? 0) >= 3;
}

/** Readers of PDF take one that begins after some other bytes, and one whose name says it where its head is lost. */
function isLatePdf(fileName: string, head: Uint8Array): boolean {
	const start = Buffer.from(head.subarray(0, 1024)).toString('latin1');
	return /(?:^|[\r\n\0])%PDF-\d/.test(start) || (extensionOf(fileName) === '.pdf' && /\d \d+ obj\b/.test(start));
}

/** Whether what is packed is a TAR file. */
export function isPackedTar(head: Uint8Array): boolean {
	return startOfGzip(head).startsWith(tarMagic, tarMagicAt);
}

/** The first characters of what is packed; '' where there is nothing to see. */
function startOfGzip(head: Uint8Array): string {
	try {
		const start = gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16 * 1024 * 1024 });
		return start.subarray(0, 512).toString('latin1');
	} catch {
		return '';
	}
}

function typeInZip(fileName: string, head: Uint8Array): string {
	// EPUB and OpenDocument begin with an uncompressed entry `mimetype` that holds nothing but the type.
	const first = Buffer.from(head.subarray(30, 120)).toString('latin1');
	const stated = /^mimetype(application\/(?:epub\+zip|vnd\.oasis\.opendocument\.[a-z]+))/.exec(first)?.[1];
	return stated ?? officeType(head) ?? zipped[extensionOf(fileName)] ?? 'application/zip';
}

const entryStart = Buffer.from('PK\u0003\u0004', 'latin1');
const officeFolders: Readonly<Record<string, string>> = { word: docx, xl: xlsx, ppt: pptx };

/** Office files keep their own parts in a folder that is named after the program; entries name it in the clear. */
function officeType(head: Uint8Array): string | undefined {
	const file = Buffer.from(head);
	for (let at = 0; at >= 0; at = file.indexOf(entryStart, at + 1)) {
		const folder = /^(word|xl|ppt)\//.exec(file.toString('latin1', at + 30, at + 40))?.[1];
		if (folder) return officeFolders[folder];
	}
	return undefined;
}

function matches(head: Uint8Array, { bytes, at = 0 }: Signature): boolean {
	return (
		head.byteLength >= at + bytes.length && bytes.every((byte, index) => byte === any || head[at + index] === byte)
	);
}

function ascii(text: string): number[] {
	return Array.from(text, (character) => character.charCodeAt(0));
}

/** By the mark that text of two and four bytes a character begins with. */
function isMarkedWide([first, second, third, fourth]: Uint8Array): boolean {
	return (
		(first === 0xff && second === 0xfe) ||
		(first === 0xfe && second === 0xff) ||
		(first === 0 && second === 0 && third === 0xfe && fourth === 0xff)
	);
}

/** Its last character may be cut. */
function isUtf8(head: Uint8Array): boolean {
	try {
		return !isBinary(new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }));
	} catch {
		return false;
	}
}

/** Text in some encoding: no NUL but as half of a UTF-16 character, and hardly a control character. */
function isGuessedText(head: Uint8Array): boolean {
	const narrow = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
	// Bytes from 0x80 on are letters in one encoding or another: only the lower half can betray binary data.
	return !isBinary(narrow.replaceAll(/[\u0080-\u009f]/g, 'x')) || guessEncoding(head).startsWith('utf-16');
}

function startsLikeHtml(head: Uint8Array): boolean {
	const start = Buffer.from(head.subarray(0, 256)).toString('latin1');
	return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html[\s>])/i.test(start);
}
