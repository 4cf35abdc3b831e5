import { scrypt as scryptCallback } from 'node:crypto';
import { promisify } from 'node:util';
import type { Identity, Recipient } from 'age-encryption';
import { scryptIdentity, scryptRecipient, toolWorkFactor } from '#shared/age/passphrase.ts';

const scrypt = promisify<string, Uint8Array, number, object, Buffer>(scryptCallback);

/** With the key derived on Node's own threads: the package's own derivation would hold up everything else for seconds. */
export function passphraseRecipient(passphrase: string, workFactor = toolWorkFactor): Recipient {
	return scryptRecipient(passphrase, deriveKey, workFactor);
}

/** Gives no key for a wrong passphrase; throws for a stanza that is none, or asks for too much. */
export function passphraseIdentity(passphrase: string): Identity {
	return scryptIdentity(passphrase, deriveKey);
}

function deriveKey(passphrase: string, salt: Uint8Array, logN: number): Promise<Uint8Array> {
	const options = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** (logN + 10) * 2 };
	return scrypt(passphrase, salt, 32, options);
}
