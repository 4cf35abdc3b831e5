import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

const reasons = {
	ENOENT: 'file.reason.not-there',
	ENOTDIR: 'file.reason.not-there',
	EISDIR: 'file.reason.folder',
	EACCES: 'file.reason.not-allowed',
	EPERM: 'file.reason.not-allowed',
	EIO: 'file.reason.medium',
	ENODEV: 'file.reason.medium',
} as const;

/**
 * What went wrong with a file outside the archive, as a person is told it.
 *
 * @param name what the person calls the file
 */
export function fileError(name: string, error: unknown): AppError {
	if (error instanceof AppError) return error;
	const { code, message: said } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC') return new AppError('disk-full', {}, { cause: error });
	const known = reasons[code as keyof typeof reasons];
	return new AppError('unreadable-file', { file: name, reason: known ? message(known) : said }, { cause: error });
}
