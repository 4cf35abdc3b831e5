import { plainFileName } from '#renderer/lib/plain-file-name.ts';
import { message } from '#shared/messages/messages.ts';

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
	return new File([content], `${plainFileName(title) || message('adding.paste.name')}${ending}`);
}
