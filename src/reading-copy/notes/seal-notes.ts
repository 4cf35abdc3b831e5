import { Decrypter, Encrypter } from 'age-encryption';
import type { OpenCopy } from '../open-copy.ts';
import type { NotesFile } from './notes-file.ts';
import { writeNotes } from './write-notes.ts';

/**
 * All that was written in the copy as an age file for home alone, under a name that tells nothing. It is opened once more
 * before it is given out, by the key of this very file, which a second recipient without a stanza remembers for so long.
 * Rejects where the copy does not know its home.
 */
export async function sealNotesOf(copy: OpenCopy): Promise<NotesFile> {
	const { home } = await copy.source.core();
	if (home === null) throw new RangeError('no home');
	const text = await writeNotes(copy.source, await copy.notes());
	let fileKey: Uint8Array | null = null;
	const encrypter = new Encrypter();
	encrypter.addRecipient(home);
	encrypter.addRecipient({
		wrapFileKey(key) {
			fileKey = key;
			return [];
		},
	});
	const bytes = (await encrypter.encrypt(text)) as Uint8Array<ArrayBuffer>;
	const decrypter = new Decrypter();
	decrypter.addIdentity({ unwrapFileKey: () => fileKey });
	if ((await decrypter.decrypt(bytes, 'text')) !== text) throw new RangeError('not what was sealed');
	return { name: 'sealed.notes.jsonld.age', bytes };
}
