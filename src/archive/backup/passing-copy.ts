import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { asideOf } from '#archive/db/broken-off.ts';
import { unwritableDatabase } from '#archive/db/unwritable.ts';
import { AppError } from '#shared/domain/app-error.ts';

/** Where the copy of an archive without a passphrase lies while a backup is written from it: beside the archive's own file. */
export function passingCopyOf(own: string): string {
	return asideOf(existsSync(own) ? realpathSync(own) : own);
}

/** What goes wrong with that copy: told of the archive's own folder, which is not where the backup was to go. */
export async function toldOfPassingCopy<T>(own: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const aside = passingCopyOf(own);
		const told = unwritableDatabase(aside, error);
		if (told.code !== 'disk-full') throw told;
		// By its name alone, as files are: where it lies may say who somebody is, and the archive keeps what is told here.
		const folder = basename(dirname(aside)) || dirname(aside);
		throw new AppError('disk-full', { file: basename(own), folder }, { cause: error });
	}
}
