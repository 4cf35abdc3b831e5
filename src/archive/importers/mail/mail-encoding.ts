import { type DecodedText, decodeText, decodingParameters } from '../encoding.ts';
import { isUtf8 } from '../encoding-doubt.ts';
import type { Extraction, ReadOptions } from '../importer.ts';
import { rereadEncodedWords } from './encoded-words.ts';
import { withParts } from './mail-parts.ts';
import { inUtf8, readTextPart } from './text-part.ts';

interface ReadableMail {
	bytes: Uint8Array;
	parameters: Extraction['parameters'];
}

/**
 * The mail in bytes that its parser can read. One from before there was a way to say the encoding, or that leaves it
 * out, is in one of its country. Where parts say theirs, heads may still hold letters as they were typed: programs put
 * subjects, names and names of files into them so for decades. They are in the encoding of the text beside them. Parts
 * whose text is in another encoding than they say, or in one that the parser does not know, are written anew in UTF-8.
 */
export function readableMail(bytes: Uint8Array, options: ReadOptions): ReadableMail {
	const received = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	const declared = charsetOf(received);
	const isAscii = bytes.every((byte) => byte < 0x80);
	const whole = declared === undefined && !isAscii ? decodeText(bytes, decodeOptions(options)) : null;
	const source = whole ? Buffer.from(whole.text).toString('latin1') : received;
	let found: DecodedText | null = null;
	const readHead = (head: string) => {
		const raw = Buffer.from(head, 'latin1');
		const isReadable = declared === undefined || isUtf8(raw);
		const claims = { ...decodeOptions(options), declared: charsetOf(head) ?? declared ?? '' };
		return rereadEncodedWords(isReadable ? head : Buffer.from(decodeText(raw, claims).text).toString('latin1'));
	};
	const readable = withParts(source, (part) => {
		const text = readTextPart(part, options, whole !== null);
		found ??= text?.decoded ?? null;
		const head = readHead(part.head);
		return text ? { head: inUtf8(head), body: text.body } : { head, body: part.body };
	});
	const said = found ?? whole;
	const isSame = whole === null && readable === received;
	return {
		bytes: isSame ? bytes : Buffer.from(readable, 'latin1'),
		parameters: said ? decodingParameters(said) : {},
	};
}

function decodeOptions({ fileName, encoding }: ReadOptions): { fileName: string; encoding?: string } {
	return { fileName, ...(encoding !== undefined && { encoding }) };
}

function charsetOf(head: string): string | undefined {
	return /charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}
