import { basename } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

const reasons = {
	ENOENT: 'file.reason.folder-not-there',
	ENOTDIR: 'file.reason.folder-not-there',
	EISDIR: 'file.reason.folder',
	EACCES: 'file.reason.may-not-write',
	EPERM: 'file.reason.may-not-write',
	EROFS: 'file.reason.no-writes',
	EINVAL: 'file.reason.name',
	ENAMETOOLONG: 'file.reason.name',
	EIO: 'file.reason.write-medium',
	ENODEV: 'file.reason.write-medium',
	ENXIO: 'file.reason.write-medium',
	ESTALE: 'file.reason.write-medium',
} as const;

/**
 * What went wrong while writing, as a person is told it.
 *
 * @param path as the person knows it: what is written beside it and renamed is told by it
 */
export function unwritable(path: string, error: unknown): AppError {
	if (error instanceof AppError) return isPartialOf(path, error) ? renamed(path, error) : error;
	const { code, message: said } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', {}, { cause: error });
	if (code === 'EFBIG')
		return new AppError('invalid-input', { reason: message('package.reason.fat') }, { cause: error });
	const known = reasons[code as keyof typeof reasons];
	const reason = known ? message(known) : said;
	return new AppError('unwritable-file', { file: basename(path), reason }, { cause: error });
}

function isPartialOf(path: string, { code, detail: { file } }: AppError): boolean {
	const name = String(file);
	return code === 'unwritable-file' && name.startsWith(`${basename(path)}.`) && name.endsWith('.partial');
}

function renamed(path: string, { code, detail, cause }: AppError): AppError {
	return new AppError(code, { ...detail, file: basename(path) }, { cause });
}
