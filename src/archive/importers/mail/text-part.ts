import { decodeMarkup } from '../decode-markup.ts';
import { type DecodedText, decodeText } from '../encoding.ts';
import { encodingNamed } from '../encoding-names.ts';
import type { ReadOptions } from '../importer.ts';
import type { MailPart } from './mail-parts.ts';

interface TextPart {
	decoded: DecodedText;
	/** UTF-8 in base64, for a head by `inUtf8`. */
	body: string;
}

/**
 * A part of text whose bytes are no ASCII; null for all others, and for text in an encoding that the parser knows and we
 * do not.
 *
 * @param isDecoded whether what stands in it in no transfer encoding is UTF-8 already
 */
export function readTextPart(part: MailPart, { fileName, encoding }: ReadOptions, isDecoded: boolean): TextPart | null {
	const type = fieldOf(part.head, 'content-type') || part.defaultType;
	const transfer = fieldOf(part.head, 'content-transfer-encoding').toLowerCase();
	if (!/^text\/(?:plain|html)\b/i.test(type) || part.body === '') return null;
	if (/^attachment/i.test(fieldOf(part.head, 'content-disposition'))) return null;
	if (isDecoded && !/base64|quoted-printable/.test(transfer)) return null;
	const bytes = bytesOf(part.body, transfer);
	if (bytes.every((byte) => byte < 0x80)) return null;
	const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1];
	if (encoding === undefined && declared !== undefined && encodingNamed(declared) === null && isKnown(declared))
		return null;
	const decoded = decode(bytes, { fileName, encoding, declared, isHtml: /^text\/html/i.test(type) });
	return decoded && { decoded, body: wrapped(Buffer.from(decoded.text)) };
}

interface Claims {
	fileName: string;
	encoding: string | undefined;
	declared: string | undefined;
	isHtml: boolean;
}

/** null for what is no text, whatever it says. */
function decode(bytes: Buffer, { fileName, encoding, declared, isHtml }: Claims): DecodedText | null {
	try {
		if (encoding !== undefined) return decodeText(bytes, { fileName, encoding });
		if (declared !== undefined) return decodeText(bytes, { fileName, declared });
		return isHtml ? decodeMarkup(bytes, { fileName }) : decodeText(bytes, { fileName });
	} catch (error) {
		if ((error as { code?: unknown }).code === 'unsupported-format') return null;
		throw error;
	}
}

function bytesOf(body: string, transfer: string): Buffer {
	if (transfer.startsWith('base64')) return Buffer.from(body, 'base64');
	if (!transfer.startsWith('quoted-printable')) return Buffer.from(body, 'latin1');
	return Buffer.from(
		withoutSoftBreaks(body).replaceAll(/=([\da-f]{2})/gi, (_, code: string) =>
			String.fromCharCode(Number.parseInt(code, 16)),
		),
		'latin1',
	);
}

/** Spaces at the ends of lines are put there on the way. */
function withoutSoftBreaks(body: string): string {
	return body
		.split('\n')
		.map(withoutTrailingSpaces)
		.join('\n')
		.replaceAll(/=\r?\n/g, '');
}

/** Counted back from the end: an expression begins anew at each space of a long run. */
function withoutTrailingSpaces(line: string): string {
	const lineEnd = line.endsWith('\r') ? '\r' : '';
	let end = line.length - lineEnd.length;
	while (end > 0 && /[ \t]/.test(line.charAt(end - 1))) end -= 1;
	return line.slice(0, end) + lineEnd;
}

/** Whether the parser reads it. */
export function isKnown(charset: string): boolean {
	try {
		return new TextDecoder(charset).encoding !== '';
	} catch {
		return false;
	}
}

/** A head that says of its part that it is UTF-8 in base64. All else that it says stays, such as a name. */
export function inUtf8(head: string): string {
	const rest = head.replaceAll(fieldNamed('content-(?:type|transfer-encoding)', 'g'), '').trimEnd();
	const type = fieldOf(head, 'content-type') || 'text/plain';
	const charset = /charset\s*=\s*(?:"[^"]*"|'[^']*'|[^\s;]*)/i;
	const said = charset.test(type)
		? type.replace(charset, 'charset=utf-8')
		: type.replace(/^[^;]*/, '$&; charset=utf-8');
	const lines = [rest, `Content-Type: ${said}`, 'Content-Transfer-Encoding: base64'];
	return lines.filter((line) => line !== '').join('\r\n');
}

/** With the lines that it goes on in. */
function fieldNamed(name: string, flags = ''): RegExp {
	return new RegExp(`^${name}[ \\t]*:(.*(?:\\r?\\n[ \\t].*)*)(?:\\r?\\n|$)`, `im${flags}`);
}

function fieldOf(head: string, name: string): string {
	const [, value = ''] = fieldNamed(name).exec(head) ?? [];
	return value.replaceAll(/\r?\n/g, '').trim();
}

function wrapped(bytes: Buffer): string {
	return bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n');
}
