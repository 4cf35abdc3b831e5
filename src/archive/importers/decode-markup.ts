import { type DecodedText, type DecodeOptions, decodeText } from './encoding.ts';

/** The text of an XML or HTML file, which may say its encoding itself. Throws what `decodeText` throws. */
export function decodeMarkup(bytes: Uint8Array, options: Omit<DecodeOptions, 'declared'>): DecodedText {
	const declared = declaredEncoding(bytes);
	return decodeText(bytes, { ...options, ...(declared !== null && { declared }) });
}

/** What the head of the file says: XML's declaration or a meta element. The HTML standard looks at 1024 bytes too. */
function declaredEncoding(bytes: Uint8Array): string | null {
	const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
	const found =
		/^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
		/<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
	return found?.[1] ?? null;
}
