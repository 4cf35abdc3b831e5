import iconv from 'iconv-lite';

/** Code pages of the character sets that fonts name (`\fcharset`); those left out are the document's own. */
const codePageOfCharset: Readonly<Record<number, number>> = {
	77: 10000,
	128: 932,
	129: 949,
	134: 936,
	136: 950,
	161: 1253,
	162: 1254,
	163: 1258,
	177: 1255,
	178: 1256,
	186: 1257,
	204: 1251,
	222: 874,
	238: 1250,
	254: 437,
	255: 850,
};

/** Names of those code pages that iconv-lite does not call `cp` and the number. */
const names: Readonly<Record<number, string>> = { 10000: 'macroman', 10007: 'maccyrillic', 65001: 'utf8' };

export const defaultCodePage = 1252;

export function codePageOf(charset: number): number | null {
	return codePageOfCharset[charset] ?? null;
}

/** The name under which `decodeBytes` knows a code page; that of Western Europe for what nobody knows. */
export function encodingOfCodePage(codePage: number): string {
	const name = names[codePage] ?? `cp${codePage}`;
	return iconv.encodingExists(name) ? name : `cp${defaultCodePage}`;
}

/** @param bytes one character a byte */
export function decodeBytes(bytes: string, encoding: string): string {
	return iconv.decode(Buffer.from(bytes, 'latin1'), encoding);
}
