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
	ENOMEDIUM: 'file.reason.medium',
	ENOTCONN: 'file.reason.medium',
	ENXIO: 'file.reason.medium',
	EREMOTEIO: 'file.reason.medium',
	ESTALE: 'file.reason.medium',
	EUCLEAN: 'file.reason.medium',
} as const;

/**
 * What went wrong with a file outside the archive, as a person is told it.
 *
 * @param name what the person calls the file
 */
export function fileError(name: string, error: unknown): AppError {
	if (error instanceof AppError) return error;
	const { code = '', message: said } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC') return new AppError('disk-full', {}, { cause: error });
	const known = reasons[code as keyof typeof reasons];
	const reason = known ? message(known) : isErrno(code) ? message('file.reason.system', { code }) : said;
	return new AppError('unreadable-file', { file: name, reason }, { cause: error });
}

/** Whether the system said it, and not a library. */
export function isErrno(code: unknown): code is string {
	return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code);
}
