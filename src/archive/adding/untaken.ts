import { AppError } from '#shared/domain/app-error.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** Why a file stays in the one that it lies in: nothing of it is kept. */
export function untaken(file: string, reason: MessageKey): AppError {
	return new AppError('unreadable-file', { file, reason: message(reason) });
}
