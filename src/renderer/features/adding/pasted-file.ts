import { message } from '#shared/messages/messages.ts';

const longestName = 120;

const endings: Readonly<Record<string, string>> = {
	'image/png': '.png',
	'image/jpeg': '.jpg',
	'image/webp': '.webp',
	'image/gif': '.gif',
	'image/tiff': '.tiff',
};

/** A pasted text or picture as a file, named by its title where it has one. */
export function pastedFile(content: string | File, title: string): File {
	const ending = typeof content === 'string' ? '.txt' : (endings[content.type] ?? '');
	const safe = title
		.replaceAll(/[\p{Cc}\p{Cf}\\/<>:"|?*]/gu, ' ')
		.trim()
		.slice(0, longestName);
	const name = safe === '' ? message('adding.paste.name') : safe;
	return new File([content], `${name}${ending}`);
}
