import iconv from 'iconv-lite';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { contradicted } from './encoding-doubt.ts';
import { guessEncoding } from './encoding-guess.ts';
import { type EncodingId, encodingNamed, iconvName } from './encoding-names.ts';

export { encodings } from './encoding-names.ts';

/** How the encoding came to be known; `declared` is what an HTML file says of itself. */
export type EncodingFoundBy = 'bom' | 'utf-8' | 'declared' | 'guess' | 'user';

export interface DecodedText {
	text: string;
	encoding: EncodingId;
	foundBy: EncodingFoundBy;
	/** Byte sequences that are no character in this encoding; each stands as U+FFFD in the text. */
	undecodable: number;
}

export interface DecodeOptions {
	fileName: string;
	encoding?: string;
	/** What the file says of itself; a byte order mark, a person's choice and what its bytes clearly are go before it. */
	declared?: string;
}

/**
 * The text of a file. Throws `invalid-input` for an encoding that is not in `encodings`, and `unsupported-format` for
 * data that is not text in any encoding.
 */
export function decodeText(bytes: Uint8Array, { fileName, encoding, declared }: DecodeOptions): DecodedText {
	const decoded = encoding === undefined ? detect(bytes, declared) : decodeAs(bytes, chosenEncoding(encoding), 'user');
	if (isBinary(decoded.text)) {
		throw new AppError('unsupported-format', { file: fileName, reason: message('import.reason.binary') });
	}
	return decoded;
}

/** The parameters of an extraction that tell how the text was decoded. */
export function decodingParameters(decoded: DecodedText): Record<string, string | number> {
	const parameters: Record<string, string | number> = {
		encoding: decoded.encoding,
		encodingFoundBy: decoded.foundBy,
	};
	if (decoded.undecodable > 0) parameters.undecodable = decoded.undecodable;
	return parameters;
}

/** The encoding that a person chose. Throws `invalid-input` for one that is not in `encodings`. */
export function chosenEncoding(name: string): EncodingId {
	const id = encodingNamed(name);
	if (id === null) throw new AppError('invalid-input', { reason: message('import.reason.encoding', { name }) });
	return id;
}

function detect(bytes: Uint8Array, declared: string | undefined): DecodedText {
	const marked = markedEncoding(bytes);
	if (marked) return decodeAs(bytes, marked, 'bom');
	const named = declared === undefined ? null : encodingNamed(declared);
	// A declaration that could be read as single bytes cannot be true of UTF-16 or UTF-32; HTML takes it for UTF-8.
	const claimed = named?.startsWith('utf-') ? 'utf-8' : named;
	if (claimed && claimed !== 'utf-8') {
		const other = contradicted(bytes, claimed);
		return other ? decodeAs(bytes, other, other === 'utf-8' ? 'utf-8' : 'guess') : decodeAs(bytes, claimed, 'declared');
	}
	const strict = decodeStrictUtf8(bytes);
	if (strict !== null && !isBinary(strict)) {
		return { text: strict, encoding: 'utf-8', foundBy: claimed ? 'declared' : 'utf-8', undecodable: 0 };
	}
	return decodeAs(bytes, guessEncoding(bytes), 'guess');
}

function markedEncoding([a, b, c, d]: Uint8Array): EncodingId | null {
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
	return null;
}

function decodeAs(bytes: Uint8Array, encoding: EncodingId, foundBy: EncodingFoundBy): DecodedText {
	if (encoding === 'utf-8') {
		const strict = decodeStrictUtf8(bytes);
		if (strict !== null) return { text: strict, encoding, foundBy, undecodable: 0 };
	}
	// A view, not a copy: originals can have many megabytes.
	const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const text = iconv.decode(view, iconvName(encoding));
	return { text, encoding, foundBy, undecodable: countReplacements(text) };
}

/** null where the bytes are not well-formed UTF-8. A byte order mark is left out. */
function decodeStrictUtf8(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (error) {
		if (error instanceof TypeError) return null;
		throw error;
	}
}

function countReplacements(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count += 1;
	return count;
}

/** Share of control and replacement characters from which data is not taken for text any more. */
const binaryShare = 0.05;

/**
 * Whether decoded data is no text: a NUL anywhere, or one character in twenty (and more than four) a control character
 * that no text file uses. Random bytes have about one in ten.
 */
export function isBinary(text: string): boolean {
	if (text.includes('\0')) return true;
	let odd = 0;
	for (let at = 0; at < text.length; at += 1) {
		if (isOddCode(text.charCodeAt(at))) odd += 1;
	}
	return odd > 4 && odd / text.length > binaryShare;
}

function isOddCode(code: number): boolean {
	// Tab, line feed, vertical tab, form feed, carriage return; 0x1A ended files in DOS, 0x85 is a line end in C1.
	if (code < 0x20) return (code < 0x09 || code > 0x0d) && code !== 0x1a;
	return (code >= 0x7f && code <= 0x9f && code !== 0x85) || code === 0xfffd;
}
