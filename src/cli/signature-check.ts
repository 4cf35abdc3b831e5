import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileError } from '#archive/db/file-error.ts';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { keyIdOfSignature, readPublicKey, verifyFile } from '#archive/signing/minisign.ts';
import { openSigningKey } from '#archive/signing/signing-key.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { SessionPlace } from './session.ts';
import { withoutControls } from './text-width.ts';

export interface SignatureCheck {
	/** `unknown`: there is one, by a key that nobody named. */
	state: 'none' | 'good' | 'bad' | 'unknown';
	/** 16 upper-case hexadecimal digits; '' without a signature. */
	keyId: string;
	/** Signed too; '' unless it is good. */
	comment: string;
}

interface SignedFile {
	path: string;
	bytes: Uint8Array;
	/** The line that minisign prints, or a file that has it; without it the key of this device. */
	publicKey: string | undefined;
}

/** Checks the signature beside a file. Throws unreadable-file where a key was named and there is no signature. */
export async function checkSignature(
	place: Pick<SessionPlace, 'dataFolder' | 'isField'>,
	{ path, bytes, publicKey }: SignedFile,
): Promise<SignatureCheck> {
	const named = publicKey === undefined ? null : await publicLineOf(publicKey);
	const signature = await readFile(`${path}.minisig`, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT' && named === null) return null;
		throw fileError(`${basename(path)}.minisig`, error);
	});
	if (signature === null) return { state: 'none', keyId: '', comment: '' };
	const keyId = keyIdOfSignature(signature);
	const own = openSigningKey(openDataFolder(place.dataFolder, place.isField).signingKeyFile).info();
	const line = named ?? (own && own.keyId === keyId ? own.line : null);
	if (line === null) return { state: keyId === '' ? 'bad' : 'unknown', keyId, comment: '' };
	const comment = verifyFile(bytes, signature, line);
	return comment === null ? { state: 'bad', keyId, comment: '' } : { state: 'good', keyId, comment };
}

/** What it came to, in a sentence. */
export function signatureLine({ state, keyId, comment }: SignatureCheck): string {
	return message(`signature.${state}`, { key: keyId, comment: withoutControls(comment.replaceAll('\t', ' ')) });
}

async function publicLineOf(given: string): Promise<string> {
	const line = readPublicKey(given);
	if (line !== null) return line;
	const text = await readFile(resolve(given), 'utf8').catch((error: unknown) => {
		throw fileError(basename(given), error);
	});
	const inFile = readPublicKey(text);
	if (inFile === null)
		throw new AppError('unreadable-file', { file: basename(given), reason: message('signature.no-key') });
	return inFile;
}
