import type { OtherOpening } from '#archive/merge/merge-service.ts';
import { parseNotes } from '#archive/merge/notes-file.ts';
import type { NotesHistory } from '#shared/reading-copy/notes/notes-file.ts';
import { typedPassphrase } from '#shared/reading-copy/sealed-parts.ts';
import { AgeFile } from './encryption/age-file.ts';
import { passphraseIdentity } from './encryption/passphrase.ts';
import { needsOpener } from './open-bag.ts';

/**
 * Notes of an encrypted reading copy, or notes that were sealed for home, which are in an age file. Nothing decrypted
 * touches the disk. Throws as `AgeFile.open` does.
 */
export async function readSealedNotes({ path, name, key }: OtherOpening): Promise<NotesHistory> {
	if (!key) throw await needsOpener(path);
	const identities = 'passphrase' in key ? [passphraseIdentity(typedPassphrase(key.passphrase))] : key.identities;
	const file = await AgeFile.open(path, identities);
	try {
		return parseNotes(Buffer.from(await file.readAll(path)).toString('utf8'), name);
	} finally {
		await new Promise<void>((resolve) => file.close(() => resolve()));
	}
}
