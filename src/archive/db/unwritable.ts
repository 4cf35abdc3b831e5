import { basename, dirname } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { isErrno } from './file-error.ts';
import { translateSqliteError } from './sqlite-error.ts';

const reasons = {
	ENOENT: 'file.reason.folder-not-there',
	ENOTDIR: 'file.reason.folder-not-there',
	EISDIR: 'file.reason.folder',
	EACCES: 'file.reason.may-not-write',
	EPERM: 'file.reason.may-not-write',
	EROFS: 'file.reason.no-writes',
	EINVAL: 'file.reason.name',
	ENAMETOOLONG: 'file.reason.name',
	EFBIG: 'file.reason.too-large',
	// What systems say of a medium that is gone, as what drives it is.
	EIO: 'file.reason.write-medium',
	ENODEV: 'file.reason.write-medium',
	ENOMEDIUM: 'file.reason.write-medium',
	ENOTCONN: 'file.reason.write-medium',
	ENXIO: 'file.reason.write-medium',
	EREMOTEIO: 'file.reason.write-medium',
	ESHUTDOWN: 'file.reason.write-medium',
	ESTALE: 'file.reason.write-medium',
	EUCLEAN: 'file.reason.write-medium',
} as const;

const gone = 'file.reason.write-medium';

/**
 * What went wrong while writing a file outside the archive, as a person is told it.
 *
 * @param path as the person knows it: what is written beside it and renamed is told by it
 */
export function unwritable(path: string, failure: unknown): AppError {
	// Of the archive that was read for it: what SQLite says is not of the file.
	const error = translateSqliteError(failure);
	if (error instanceof AppError) return ofPartial(path, error) ?? error;
	const { code = '', message: said, path: at = '', syscall } = error as NodeJS.ErrnoException;
	const file = basename(path);
	if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('disk-full', { file }, { cause: error });
	const wasThere =
		at.startsWith(`${path}.`) && at.includes('.partial') && (syscall !== 'open' || dirname(at) !== dirname(path));
	const known = code === 'ENOENT' && wasThere ? gone : reasons[code as keyof typeof reasons];
	const reason = known ? message(known) : isErrno(code) ? message('file.reason.system', { code }) : said;
	return new AppError('unwritable-file', { file, reason }, { cause: error });
}

/**
 * The same of what SQLite says of a file that is being made. Its sentences for the archive's own would send a person to
 * look for what is not wrong with that.
 */
export function unwritableDatabase(path: string, error: unknown): AppError {
	const translated = translateSqliteError(error);
	if (!(translated instanceof AppError)) return unwritable(path, translated);
	const file = basename(path);
	if (translated.code === 'disk-full') return new AppError('disk-full', { file }, { cause: error });
	if (!['disk-error', 'read-only'].includes(translated.code)) return unwritable(path, translated);
	return new AppError('unwritable-file', { file, reason: message(gone) }, { cause: error });
}

/** Of what was written beside a file, told by the name of the file: also where it could not be read back. */
function ofPartial(path: string, { code, detail, cause }: AppError): AppError | undefined {
	const name = String(detail.file);
	const file = basename(path);
	if (!name.startsWith(`${file}.`) || !name.endsWith('.partial')) return undefined;
	if (code === 'unwritable-file' || code === 'disk-full') return new AppError(code, { ...detail, file }, { cause });
	const isRefused = typeof (cause as NodeJS.ErrnoException | undefined)?.code === 'string';
	if (code !== 'unreadable-file') return undefined;
	return new AppError(
		'unwritable-file',
		{ file, reason: isRefused ? message(gone) : (detail.reason ?? '') },
		{ cause },
	);
}
