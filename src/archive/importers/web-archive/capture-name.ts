import { extensionOf } from '../file-extension.ts';
import { attachmentName } from '../mail/attachment-name.ts';

/** Endings by which a captured file opens once it is saved, and is known for what the server said it is. */
const endings: Readonly<Record<string, string>> = {
	'text/html': '.html',
	'application/xhtml+xml': '.html',
	'text/plain': '.txt',
	'application/pdf': '.pdf',
	'application/rtf': '.rtf',
};

/** A file's name for what was at an address: its host and the last part of its path, safe to show and to save under. */
export function captureName(address: string, mediaType: string, number: number, taken: Set<string>): string {
	const url = URL.canParse(address) ? new URL(address) : null;
	const last = (url?.pathname ?? '').split('/').findLast((part) => part !== '') ?? '';
	const words = [url?.hostname ?? '', decoded(last)].filter((part) => part !== '').join(' ');
	const ending = endings[mediaType];
	const isNamed = ending === undefined || extensionOf(words).replace('.htm', '.html') === ending || words === '';
	return attachmentName(isNamed ? words : `${words}${ending}`, mediaType, number, taken);
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
