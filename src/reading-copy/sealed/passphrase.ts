import { scryptAsync } from '@noble/hashes/scrypt.js';
import type { Identity, Recipient } from 'age-encryption';
import { type DeriveKey, scryptIdentity, scryptRecipient } from '#shared/age/passphrase.ts';
import { copyWorkFactor, typedPassphrase } from '#shared/reading-copy/sealed-parts.ts';

/** Between two of them the page has its turn. */
const stretchMillis = 40;

/** @param onProgress told how much is done, from 0 to 1 */
export function identityOf(passphrase: string, onProgress: (done: number) => void): Identity {
	return scryptIdentity(typedPassphrase(passphrase), deriveWith(onProgress));
}

export function recipientOf(passphrase: string): Recipient {
	return scryptRecipient(
		typedPassphrase(passphrase),
		deriveWith(() => undefined),
		copyWorkFactor,
	);
}

/** By the package: no browser has a derivation of its own that takes memory. */
function deriveWith(onProgress: (done: number) => void): DeriveKey {
	return (passphrase, salt, logN) =>
		scryptAsync(passphrase, salt, { N: 2 ** logN, r: 8, p: 1, dkLen: 32, asyncTick: stretchMillis, onProgress });
}
