import { randomBytes, scrypt as scryptCallback } from 'node:crypto';
import { promisify } from 'node:util';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

const scrypt = promisify<string, Buffer, number, object, Buffer>(scryptCallback);

/** As the age tool has it: about a second on a fast machine, and 256 MB while it lasts. */
const workFactor = 18;
/** What a file may ask of whoever opens it; more was made to exhaust memory. */
const largestWorkFactor = 20;
const saltBytes = 16;
const label = Buffer.from('age-encryption.org/v1/scrypt');

/**
 * The scrypt recipient of age (https://age-encryption.org/v1), with the key derived on Node's own threads: the package's
 * own derivation would hold up everything else for seconds.
 */
export function passphraseRecipient(passphrase: string): Recipient {
	return {
		async wrapFileKey(fileKey) {
			const salt = randomBytes(saltBytes);
			const key = await deriveKey(passphrase, salt, workFactor);
			const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
			return [new Stanza(['scrypt', withoutPadding(salt), String(workFactor)], body)];
		},
	};
}

/** Gives no key for a wrong passphrase; throws for a stanza that is none, or asks for too much. */
export function passphraseIdentity(passphrase: string): Identity {
	return {
		async unwrapFileKey(stanzas) {
			const [stanza, ...others] = stanzas.filter(({ args }) => args[0] === 'scrypt');
			if (!stanza) return null;
			// Age: a file with a passphrase has no other way in, so that whoever has it knows who wrote the file.
			if (others.length > 0 || stanzas.length !== 1) throw new RangeError('scrypt stanza is not alone');
			const [, saltText = '', workText = ''] = stanza.args;
			const salt = Buffer.from(saltText, 'base64');
			const isFormed = /^[1-9]\d?$/.test(workText) && salt.length === saltBytes && stanza.body.length === 32;
			if (!isFormed || withoutPadding(salt) !== saltText) throw new RangeError('scrypt stanza');
			if (Number(workText) > largestWorkFactor) throw new RangeError(`scrypt work factor ${workText}`);
			const key = await deriveKey(passphrase, salt, Number(workText));
			try {
				return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body);
			} catch {
				return null;
			}
		},
	};
}

function deriveKey(passphrase: string, salt: Buffer, logN: number): Promise<Buffer> {
	const options = { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** (logN + 10) * 2 };
	return scrypt(passphrase, Buffer.concat([label, salt]), 32, options);
}

function withoutPadding(bytes: Buffer): string {
	return bytes.toString('base64').replace(/=+$/, '');
}
