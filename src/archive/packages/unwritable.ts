import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** What went wrong while writing, as a person is told it. */
export function unwritable(path: string, error: unknown): AppError {
	if (error instanceof AppError) return error;
	const { code, message: reason } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', {}, { cause: error });
	if (code === 'EFBIG')
		return new AppError('invalid-input', { reason: message('package.reason.fat') }, { cause: error });
	return new AppError('unwritable-file', { file: basename(path), reason }, { cause: error });
}
