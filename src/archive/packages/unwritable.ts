import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';

/** What went wrong while writing, as a person is told it. */
export function unwritable(path: string, error: unknown): AppError {
	if (error instanceof AppError) return error;
	const { code, message: reason } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', {}, { cause: error });
	return new AppError('unwritable-file', { file: basename(path), reason }, { cause: error });
}
