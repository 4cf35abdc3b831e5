import { AppError } from '#shared/domain/app-error.ts';

/** What SQLite says of a full, unwritable or failing medium, in our words; other errors are given back as they are. */
export function translateSqliteError(error: unknown): unknown {
	const code = (error as { code?: unknown }).code;
	// To read a file that was left with its log, SQLite makes one more beside them (-shm): there is no room even for that.
	if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE') return new AppError('disk-full', {}, { cause: error });
	// Of a medium that came back as another, the file has no name any more.
	if (typeof code === 'string' && /^SQLITE_(IOERR|READONLY_DBMOVED)/.test(code))
		return new AppError('disk-error', { reason: code }, { cause: error });
	// A medium that is gone may give pages that do not fit, and so does a file that is damaged: which, nobody can tell.
	if (typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(code))
		return new AppError('damaged-pages', { reason: code }, { cause: error });
	if (typeof code === 'string' && /^SQLITE_(READONLY|CANTOPEN)/.test(code))
		return new AppError('read-only', {}, { cause: error });
	return error;
}

/** What stops a long piece of work at its last commit: nothing after it can be kept. */
export function isOfMedium(error: unknown): boolean {
	return error instanceof AppError && ['disk-full', 'disk-error', 'damaged-pages', 'read-only'].includes(error.code);
}
