/** The closed list of what can go wrong, as the user is told it; each has a sentence `error.<code>` in the catalogue. */
export const errorCodes = [
	'not-found',
	'invalid-input',
	'ambiguous',
	'conflict',
	'read-only',
	'cancelled',
	'disk-full',
	'disk-error',
	'unsupported-format',
	'unreadable-file',
	'unwritable-file',
	'damaged-original',
	'damaged-archive',
	'damaged-copy',
	'damaged-pages',
	'not-an-archive',
	'archive-from-the-future',
	'no-archive',
	'archive-exists',
	'archive-locked',
	'archive-closed',
	'archive-rewritten',
	'wrong-passphrase',
	'needs-passphrase',
	'needs-key',
	'wrong-key',
	'archive-not-opened',
	'withheld-names',
	'withdrawn',
	'import-timeout',
	'import-crashed',
	'connection-lost',
	'unexpected',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** Values that fill the sentence of the code (a file's name, a reason); always plain data, never a stack. */
export type ErrorDetail = Readonly<Record<string, string | number>>;

/** The only error that crosses a process boundary or reaches a person. */
export class AppError extends Error {
	readonly code: ErrorCode;
	readonly detail: ErrorDetail;

	constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: { cause?: unknown }) {
		super(`${code} ${JSON.stringify(detail)}`, options);
		this.name = 'AppError';
		this.code = code;
		this.detail = detail;
	}
}

/** Whether what was to be opened could be, with its passphrase or with another one than was given. */
export function asksForPassphrase(error: unknown): error is AppError {
	return error instanceof AppError && passphraseCodes.has(error.code);
}
/** `archive-not-opened`: by this passphrase; of an archive it cannot be told whether that, or the file's beginning, is wrong. */
const passphraseCodes: ReadonlySet<ErrorCode> = new Set(['needs-passphrase', 'wrong-passphrase', 'archive-not-opened']);

/** Whether what was to be opened is sealed for a key, and none was given, or another one. */
export function asksForKey(error: unknown): error is AppError {
	return error instanceof AppError && (error.code === 'needs-key' || error.code === 'wrong-key');
}

/** Whether nothing went wrong yet: only what opens it is still to be given. */
export function isOnlyAsking(error: unknown): boolean {
	return error instanceof AppError && (error.code === 'needs-passphrase' || error.code === 'needs-key');
}

/** An error as data: what travels over a port or a socket and into a job's report. */
export interface ErrorData {
	code: ErrorCode;
	detail: ErrorDetail;
}

/** Reduces anything thrown to data. What nobody foresaw becomes `unexpected` with its message as `reason`. */
export function toErrorData(error: unknown): ErrorData {
	if (error instanceof AppError) return { code: error.code, detail: error.detail };
	return { code: 'unexpected', detail: { reason: error instanceof Error ? error.message : String(error) } };
}
