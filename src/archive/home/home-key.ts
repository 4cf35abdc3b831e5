import { existsSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { alreadyThere } from '#archive/db/already-there.ts';
import { syncFolder } from '#archive/db/sync.ts';
import { unwritable } from '#archive/db/unwritable.ts';
import { identitiesIn, isRecipient } from '#shared/age/identities.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/**
 * Writes a new key file, readable by its owner alone, reads it back, and gives the public key. The secret one is in that file
 * and nowhere else. Throws archive-exists, unwritable-file and disk-full; then there is no such file.
 *
 * @param madeAt ISO 8601 UTC
 */
export async function writeKeyFile(path: string, madeAt: string): Promise<string> {
	if (existsSync(path)) throw alreadyThere(path);
	const identity = await generateIdentity();
	const recipient = await identityToRecipient(identity);
	const text = `# created: ${madeAt}\n# public key: ${recipient}\n${identity}\n`;
	try {
		const file = await open(path, 'wx', 0o600);
		try {
			await file.writeFile(text);
			await file.sync();
		} finally {
			await file.close();
		}
		syncFolder(dirname(path));
		const [read = ''] = identitiesIn(await readFile(path, 'utf8'));
		if (read === identity) return recipient;
		throw new AppError('unwritable-file', { file: basename(path), reason: message('backup.reason.differs') });
	} catch (error) {
		// Subtle: one that came there meanwhile is somebody else's.
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(path);
		await rm(path, { force: true });
		throw unwritable(path, error);
	}
}

/** Throws invalid-input for what is no public key of age. */
export function checkRecipient(recipient: string): void {
	try {
		if (!isRecipient(recipient)) throw new RangeError('no public key');
		new Encrypter().addRecipient(recipient);
	} catch (error) {
		throw new AppError(
			'invalid-input',
			{ reason: message('package.reason.recipient', { recipient }) },
			{ cause: error },
		);
	}
}
