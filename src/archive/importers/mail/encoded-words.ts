import iconv from 'iconv-lite';
import { encodingNamed, iconvName } from '../encoding-names.ts';
import { isKnown } from './text-part.ts';

const encodedWord = /=\?([\w.:-]+)(?:\*[\w-]+)?\?([bq])\?([^?\r\n]*)\?=/gi;

/** A head whose words in an encoding that the parser does not know are in UTF-8. */
export function rereadEncodedWords(head: string): string {
	return head.replaceAll(encodedWord, (word, charset: string, form: string, text: string) => {
		const encoding = isKnown(charset) ? null : encodingNamed(charset);
		if (encoding === null) return word;
		const bytes = /b/i.test(form) ? Buffer.from(text, 'base64') : bytesOfQuoted(text);
		return `=?utf-8?B?${Buffer.from(iconv.decode(bytes, iconvName(encoding))).toString('base64')}?=`;
	});
}

function bytesOfQuoted(text: string): Buffer {
	const spaced = text.replaceAll('_', ' ');
	const unquoted = spaced.replaceAll(/=([\da-f]{2})/gi, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
	return Buffer.from(unquoted, 'latin1');
}
