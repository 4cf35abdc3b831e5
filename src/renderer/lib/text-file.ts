import { longestList } from '#shared/api/lists-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { archive } from './archive.ts';
import { base64Of, bytesInBase64 } from './base64.ts';

/**
 * The text of a file that a person chose, its encoding found as for any file that is added. Throws unsupported-format for
 * one without text or larger than a list is, unreadable-file.
 */
export async function readTextFile(file: File): Promise<string> {
	if (file.size > longestList * bytesInBase64)
		throw new AppError('unsupported-format', { file: file.name, reason: message('list-search.too-large') });
	return archive.calls.lists.read({ fileName: file.name, base64: await base64Of(file) });
}
