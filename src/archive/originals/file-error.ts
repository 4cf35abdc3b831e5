import { AppError } from '#shared/domain/app-error.ts';

/** What went wrong with a file outside the archive, as a person is told it. */
export function fileError(path: string, error: unknown): AppError {
	if (error instanceof AppError) return error;
	const { code, message: reason } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC') return new AppError('disk-full', {}, { cause: error });
	return new AppError('unreadable-file', { file: path, reason }, { cause: error });
}
