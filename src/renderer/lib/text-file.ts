import { longestList } from '#shared/api/lists-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { archive } from './archive.ts';

const bytesInBase64 = 3 / 4;

/**
 * The text of a file that a person chose, its encoding found as for any file that is added. Throws unsupported-format for
 * one without text or larger than a list is, unreadable-file.
 */
export async function readTextFile(file: File): Promise<string> {
	return archive.calls.lists.read({ fileName: file.name, base64: await base64Of(file) });
}

async function base64Of(file: File): Promise<string> {
	if (file.size > longestList * bytesInBase64)
		throw new AppError('unsupported-format', { file: file.name, reason: message('list-search.too-large') });
	const url = await new Promise<string>((resolve, reject) => {
		const reader = new FileReader();
		reader.onload = () => resolve(String(reader.result));
		reader.onerror = () => reject(new AppError('unreadable-file', { file: file.name, reason: String(reader.error) }));
		reader.readAsDataURL(file);
	});
	return url.slice(url.indexOf(',') + 1);
}
