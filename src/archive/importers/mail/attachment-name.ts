import { message } from '#shared/messages/messages.ts';

const longestName = 150;

/** Endings for parts without a name, so that they open when they are saved. */
const endings: Readonly<Record<string, string>> = {
	'message/rfc822': '.eml',
	'application/vnd.ms-outlook': '.msg',
	'text/plain': '.txt',
	'text/html': '.html',
	'text/calendar': '.ics',
	'application/pdf': '.pdf',
	'image/jpeg': '.jpg',
	'image/png': '.png',
	'image/gif': '.gif',
};

/**
 * A name that is safe to show and to save under: no folders, no control characters, none that turn the direction of
 * reading round and so hide an ending. Different from those already taken.
 */
export function attachmentName(given: string, mimeType: string, number: number, taken: Set<string>): string {
	const base = given.split(/[\\/]/).at(-1) ?? '';
	const safe = base.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"|?*]/gu, '').replace(/^[\s.]+|[\s.]+$/g, '');
	const cut = safe.length > longestName ? `${safe.slice(0, longestName - 10)}${safe.slice(-10)}` : safe;
	const wanted = cut || `${message('import.mail.attachment', { number })}${endings[mimeType] ?? ''}`;
	const name = taken.has(wanted) ? `${number} ${wanted}` : wanted;
	taken.add(name);
	return name;
}
