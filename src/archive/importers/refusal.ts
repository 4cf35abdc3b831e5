import { AppError } from '#shared/domain/app-error.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** Larger than any book; what is larger is data, and would not fit the memory an importer is given. */
export const largestTextBytes = 64 * 1024 * 1024;

/** Why a file is kept without text, as an error that names both. */
export function refuse(fileName: string, reason: string): AppError {
	return new AppError('unsupported-format', { file: fileName, reason });
}

/** The same for a file that no importer was tried on: its kind has none, or it is too large for one. */
export function refuseUnread(fileName: string, mediaType: string): AppError {
	const key = unread.find(([pattern]) => pattern.test(mediaType))?.[1];
	if (key) return refuse(fileName, message(key));
	return refuse(fileName, message('import.reason.too-large', { megabytes: largestTextBytes / 1024 / 1024 }));
}

const unread: readonly [RegExp, MessageKey][] = [
	[
		/^application\/(?:x-ole-storage|vnd\.ms-powerpoint|vnd\.oasis\.opendocument\.(?!text$|spreadsheet$).*)$/,
		'import.reason.office',
	],
	[/^application\/(?:zip|gzip|x-tar|x-7z-compressed|vnd\.rar)$/, 'import.reason.archive'],
	[/^application\/vnd\.sqlite3$/, 'import.reason.database'],
	[/^application\/vnd\.pmtiles$/, 'import.reason.tiles'],
	[/^image\/(?!(?:jpeg|png|tiff|webp)$)/, 'import.reason.image-kind'],
	[/^audio\//, 'import.reason.audio'],
	[/^video\//, 'import.reason.video'],
	[/^application\/octet-stream$/, 'import.reason.binary'],
];
