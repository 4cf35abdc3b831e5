import { Decrypter, Encrypter } from 'age-encryption';
import { firstLine } from '#shared/age/header.ts';
import type { OpenCopy } from '../open-copy.ts';
import { identityOf, recipientOf } from '../sealed/passphrase.ts';
import { writeNotes } from './write-notes.ts';

export interface NotesFile {
	name: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/**
 * All that was written in the copy as a file. Of an encrypted copy it is an age file by the same passphrase, whose name
 * tells nothing.
 */
export async function notesFileOf(copy: OpenCopy, passphrase: string | undefined): Promise<NotesFile> {
	const { archive, copyId } = await copy.source.core();
	const text = await writeNotes(copy.source, await copy.notes());
	if (passphrase !== undefined) {
		const encrypter = new Encrypter();
		encrypter.addRecipient(recipientOf(passphrase));
		return { name: 'notes.jsonld.age', bytes: (await encrypter.encrypt(text)) as Uint8Array<ArrayBuffer> };
	}
	const title = archive.title.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || copyId;
	return { name: `${title}.notes.jsonld`, bytes: new TextEncoder().encode(text) };
}

/** The text of such a file; '' where it is encrypted otherwise. */
export async function readNotesFile(bytes: Uint8Array, passphrase: string | undefined): Promise<string> {
	const text = new TextDecoder().decode(bytes);
	if (passphrase === undefined || !text.startsWith(firstLine)) return text;
	const decrypter = new Decrypter();
	decrypter.addIdentity(identityOf(passphrase, () => undefined));
	return decrypter.decrypt(bytes, 'text').catch(() => '');
}
