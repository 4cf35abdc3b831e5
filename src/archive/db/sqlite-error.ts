import { AppError } from '#shared/domain/app-error.ts';

/** What SQLite says of a full, unwritable or failing medium, in our words; other errors are given back as they are. */
export function translateSqliteError(error: unknown): unknown {
	const code = (error as { code?: unknown }).code;
	// To read a file that was left with its log, SQLite makes one more beside them (-shm): there is no room even for that.
	if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return new AppError('disk-full', {}, { cause: error });
	// What a medium gives that is gone, or came back as another: pages that do not fit, or a file without its name.
	if (typeof code === 'string' && /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY_DBMOVED)/.test(code))
		return new AppError('disk-error', { reason: code }, { cause: error });
	if (typeof code === 'string' && /^SQLITE_(READONLY|CANTOPEN)/.test(code))
		return new AppError('read-only', {}, { cause: error });
	return error;
}
