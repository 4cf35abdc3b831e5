import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileError } from '#archive/db/file-error.ts';
import type { SignatureCheck, SigningKeyInfo } from '#shared/api/signing-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { keyIdOfPublic, keyIdOfSignature, readPublicKey, verifyFile } from './minisign.ts';

/** A signature is four lines; what is larger is none. */
const largestBytes = 10_000;

/** No file has that name, also since none could: with the ending a long name is too long for the system. */
const absent: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG']);

/**
 * What a signature says of these bytes.
 * @param known the key that was named, as `minisign -P` takes it, or null; and that of this device, which counts where
 * none was named.
 */
export function checkSignature(
	bytes: Uint8Array,
	signature: string,
	{ named, own }: { named: string | null; own: SigningKeyInfo | null },
): SignatureCheck {
	const keyId = keyIdOfSignature(signature);
	const isOwn = own !== null && own.keyId === keyId;
	const line = named ?? (isOwn ? own.line : null);
	if (line === null || keyId === '')
		return { state: keyId === '' ? 'bad' : 'unknown', keyId, comment: '', isOwn: false };
	const givenKeyId = keyIdOfPublic(line);
	// Nothing is said of it by a key that it is not by.
	if (givenKeyId !== keyId) return { state: 'unknown', keyId, comment: '', isOwn: false, givenKeyId };
	const comment = verifyFile(bytes, signature, line);
	if (comment === null) return { state: 'bad', keyId, comment: '', isOwn: false };
	return { state: 'good', keyId, comment, isOwn: isOwn && own.line === line };
}

/** The line of a public key that somebody gave, by itself or as the text of a file. Throws invalid-input. */
export function publicLineOf(given: string): string {
	const line = readPublicKey(given);
	if (line === null) throw new AppError('invalid-input', { reason: message('signature.no-key') });
	return line;
}

/** The signature that lies beside a file; null where none does. */
export async function signatureBeside(path: string): Promise<string | null> {
	const file = `${path}.minisig`;
	try {
		const found = await stat(file);
		if (found.isDirectory()) return null;
		if (found.size > largestBytes) return '';
		return await readFile(file, 'utf8');
	} catch (error) {
		if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return null;
		throw fileError(basename(file), error);
	}
}
