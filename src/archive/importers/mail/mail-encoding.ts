import { decodeText, decodingParameters } from '../encoding.ts';
import type { Extraction, ReadOptions } from '../importer.ts';

interface ReadableMail {
	bytes: Uint8Array;
	parameters: Extraction['parameters'];
}

/**
 * The mail in bytes that its parser can read. One from before there was a way to say the encoding, or that leaves it
 * out, is in one of its country. Where parts say theirs, heads may still hold letters as they were typed: programs put
 * subjects, names and names of files into them so for decades. They are in the encoding of the text beside them.
 */
export function readableMail(bytes: Uint8Array, { fileName, encoding }: ReadOptions): ReadableMail {
	if (bytes.every((byte) => byte < 0x80)) return { bytes, parameters: {} };
	const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	const declared = /charset\s*=\s*["']?([\w.:-]+)/i.exec(source)?.[1];
	if (declared === undefined) {
		const decoded = decodeText(bytes, { fileName, ...(encoding !== undefined && { encoding }) });
		return { bytes: Buffer.from(decoded.text), parameters: decodingParameters(decoded) };
	}
	const readable = withHeads(source, (head) => {
		const raw = Buffer.from(head, 'latin1');
		const read = isUtf8(raw) ? null : decodeText(raw, { fileName, declared: charsetOf(head) ?? declared });
		return read && Buffer.from(read.text).toString('latin1');
	});
	return { bytes: readable === null ? bytes : Buffer.from(readable, 'latin1'), parameters: {} };
}

function charsetOf(head: string): string | undefined {
	return /charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1];
}

/** The mail with other heads, its own and those of its parts; null where none is another. */
function withHeads(source: string, change: (head: string) => string | null): string | null {
	const boundaries = new Set(
		[...source.matchAll(/boundary\s*=\s*(?:"([^"\r\n]+)"|([^\s;"]+))/gi)].map(([, a, b]) => a ?? b),
	);
	const pieces: string[] = [];
	let from = 0;
	const visit = (start: number) => {
		const end = source.slice(start, start + longestHead).search(/(?:^|\r?\n)\r?\n/);
		const head = end < 0 ? source.slice(start, start + longestHead) : source.slice(start, start + end);
		const other = change(head);
		if (other === null) return;
		pieces.push(source.slice(from, start), other);
		from = start + head.length;
	};
	visit(0);
	for (const { 0: line, 1: name, index } of source.matchAll(/^--([^\r\n]+?)[ \t]*\r?\n/gm))
		if (boundaries.has(name) && index >= from) visit(index + line.length);
	return from === 0 ? null : pieces.join('') + source.slice(from);
}

const longestHead = 256 * 1024;

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
