import type { SigningKey } from '#archive/signing/signing-key.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** Where a script says the passphrase of the signing key: an argument could be read by every program on the machine. */
const passphraseVariable = 'LECTERN_PASSPHRASE';

/** How a file is to be signed with the key of this device. Throws invalid-input where none was made. */
export function signatureWith(key: SigningKey): { passphrase: string } {
	if (!key.info()) throw new AppError('invalid-input', { reason: message('signing.none') });
	return { passphrase: passphraseFromEnvironment() };
}

/** Of the signing key; '' for none. */
export function passphraseFromEnvironment(): string {
	return process.env[passphraseVariable] ?? '';
}
