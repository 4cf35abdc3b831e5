import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileError } from '#archive/db/file-error.ts';
import { openDataFolder } from '#archive/device/data-folder.ts';
import { openSigningKey, type SigningKey } from '#archive/signing/signing-key.ts';
import type { SigningKeyInfo } from '#shared/api/signing-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import type { SessionPlace } from '../session.ts';
import { passphraseFromEnvironment } from '../signature-choice.ts';

/** What is to be done with the key of this device. */
export type KeyDeed = { kind: 'show' } | { kind: 'make' } | { kind: 'import'; file: string };

/** Prints the public key of this device, which is made or brought in before where that was asked for. */
export async function handleSigningKey(
	{ dataFolder, isField }: Pick<SessionPlace, 'dataFolder' | 'isField'>,
	deed: KeyDeed,
	output: Output,
): Promise<number> {
	const { signingKeyFile } = openDataFolder(dataFolder, isField);
	const info = await infoAfter(openSigningKey(signingKeyFile), deed);
	if (!info) throw new AppError('invalid-input', { reason: message('cli.signing.none') });
	output.json(info);
	output.line(message('signing.public-key', { key: info.keyId }));
	output.line(info.line);
	return 0;
}

async function infoAfter(key: SigningKey, deed: KeyDeed): Promise<SigningKeyInfo | null> {
	if (deed.kind === 'show') return key.info();
	if (key.info()) throw new AppError('invalid-input', { reason: message('cli.signing.there') });
	if (deed.kind === 'make') return key.make(passphraseFromEnvironment());
	const secret = await readFile(resolve(deed.file), 'utf8').catch((error: unknown) => {
		throw fileError(basename(deed.file), error);
	});
	return key.bringIn(secret, passphraseFromEnvironment());
}
