import { statSync } from 'node:fs';
import { AppError } from '#shared/domain/app-error.ts';

/** archive-exists, by what it is that has the name: whoever exported a package as a folder has no such file to look for. */
export function alreadyThere(path: string): AppError {
	const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
	return new AppError('archive-exists', isFolder ? { folder: path } : { file: path });
}
