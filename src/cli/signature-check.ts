import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileError } from '#archive/db/file-error.ts';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { readPublicKey } from '#archive/signing/minisign.ts';
import { checkSignature as check, signatureBeside } from '#archive/signing/signature-check.ts';
import { openSigningKey } from '#archive/signing/signing-key.ts';
import type { SignatureCheck } from '#shared/api/signing-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { SessionPlace } from './session.ts';
import { withoutControls } from './text-width.ts';

type FoundSignature = Omit<SignatureCheck, 'state'> & { state: SignatureCheck['state'] | 'none' };

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
): Promise<FoundSignature> {
	const named = publicKey === undefined ? null : await publicLineOf(publicKey);
	const signature = await signatureBeside(path);
	if (signature === null) {
		if (named === null) return { state: 'none', keyId: '', comment: '', isOwn: false };
		const file = `${basename(path)}.minisig`;
		throw fileError(file, Object.assign(new Error(), { code: 'ENOENT' }));
	}
	const own = openSigningKey(openDataFolder(place.dataFolder, place.isField).signingKeyFile).info();
	return check(bytes, signature, { named, own });
}

/** What it came to, in a sentence. */
export function signatureLine({ state, keyId, comment, givenKeyId }: FoundSignature): string {
	if (givenKeyId !== undefined) return message('signature.other-key', { key: keyId, given: givenKeyId });
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
