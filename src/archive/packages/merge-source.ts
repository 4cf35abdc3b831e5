import { open, stat } from 'node:fs/promises';
import type { Reader } from '#archive/db/connection.ts';
import type { OtherOpening } from '#archive/merge/merge-service.ts';
import { openNotesFile, openPlacedNotes } from '#archive/merge/notes-file.ts';
import { type OtherArchive, openOther } from '#archive/merge/other-archive.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

interface OwnArchive {
	path: string;
	reader: Reader;
}

/** How a file begins that holds a bag: a ZIP file's first entry, and an age file's first line. */
const heads = ['PK\u0003\u0004', 'age-encryption.org/v1\n'];

/**
 * Opens what is to be merged into the open archive: another archive, notes that were made in a reading copy, or a package
 * of Lectern's in whatever form, which is read and compared first. Throws as opening an archive does, as `openBag` does, and unreadable-file for a bag that is not
 * valid or was made by others: its files are added, not merged.
 */
export async function openMergeSource(own: OwnArchive, opening: OtherOpening): Promise<OtherArchive> {
	if (isSealedNotesFile(opening.name)) {
		const { readSealedNotes } = await import('./sealed-notes.ts');
		return openPlacedNotes(await readSealedNotes(opening), opening.name, own.reader);
	}
	if (isNotesFile(opening.name)) return openNotesFile(opening.path, opening.name, own.reader);
	if (!(await mayBeBag(opening.path))) {
		const passphrase = opening.key && 'passphrase' in opening.key ? opening.key.passphrase : null;
		return openOther(opening.path, { name: opening.name, ownPath: own.path, passphrase });
	}
	const { openValidPackage } = await import('./valid-package.ts');
	const { path, name: file, key: opener, signal, onProgress } = opening;
	const found = await openValidPackage(path, { file, opener, signal, onProgress });
	if (found.archive) return found.archive;
	await found.source.close();
	throw new AppError('unreadable-file', { file, reason: message('package.reason.not-own') });
}

/** By its name: what is no archive is told so when it is opened. */
function isNotesFile(name: string): boolean {
	return /\.(?:jsonld|json)$/i.test(name);
}

/** Also where a browser has put a number into the name. */
function isSealedNotesFile(name: string): boolean {
	return /\.json(?:ld)?\b[^.]*\.age$/i.test(name);
}

/** Whatever cannot be looked at is left to those who open it. */
async function mayBeBag(path: string): Promise<boolean> {
	try {
		if ((await stat(path)).isDirectory()) return true;
		const file = await open(path, 'r');
		try {
			const head = Buffer.alloc(32);
			await file.read(head, 0, head.length, 0);
			return heads.some((each) => head.toString('latin1').startsWith(each));
		} finally {
			await file.close();
		}
	} catch {
		return false;
	}
}
