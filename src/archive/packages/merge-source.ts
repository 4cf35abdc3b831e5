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
const bagHeads = ['PK\u0003\u0004', 'age-encryption.org/v1\n'];
/** And one of Web Annotations, whatever it is called: telephones give a downloaded file another ending. */
const notesHead = /^(?:\u00ef\u00bb\u00bf)?\s*\{\s*"@context"/;

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
	const head = await headOf(opening.path);
	if (isNotesFile(opening.name, head)) return openNotesFile(opening.path, opening.name, own.reader);
	if (head !== null && !bagHeads.some((each) => head.startsWith(each))) {
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

function isNotesFile(name: string, head: string | null): boolean {
	return /\.(?:jsonld|json)$/i.test(name) || (head !== null && notesHead.test(head));
}

/** Also where a browser has put a number into the name. */
function isSealedNotesFile(name: string): boolean {
	return /\.json(?:ld)?\b[^.]*\.age$/i.test(name);
}

/** The first bytes of a file, one a character; null for a folder. Of what cannot be looked at '': those who open it say why. */
async function headOf(path: string): Promise<string | null> {
	try {
		if ((await stat(path)).isDirectory()) return null;
		const file = await open(path, 'r');
		try {
			const { buffer, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, 0);
			return buffer.toString('latin1', 0, bytesRead);
		} finally {
			await file.close();
		}
	} catch {
		return '';
	}
}
