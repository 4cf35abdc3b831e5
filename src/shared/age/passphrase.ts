import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

/** As the age tool has it: about a second on a fast machine, and 256 MB while it lasts. */
export const toolWorkFactor = 18;
/** What a file may ask of whoever opens it; more was made to exhaust memory. */
const largestWorkFactor = 20;
const saltBytes = 16;
const label = new TextEncoder().encode('age-encryption.org/v1/scrypt');

/** scrypt (RFC 7914) with N = 2^logN, r = 8, p = 1 and 32 bytes: each runtime has a way that does not hold it up. */
export type DeriveKey = (passphrase: string, salt: Uint8Array, logN: number) => Promise<Uint8Array>;

/** The scrypt recipient of age (https://age-encryption.org/v1). */
export function scryptRecipient(passphrase: string, derive: DeriveKey, workFactor: number): Recipient {
	return {
		async wrapFileKey(fileKey) {
			const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
			const key = await derive(passphrase, labelled(salt), workFactor);
			const body = chacha20poly1305(key, new Uint8Array(12)).encrypt(fileKey);
			return [new Stanza(['scrypt', textOf(salt), String(workFactor)], body)];
		},
	};
}

/** Gives no key for a wrong passphrase; throws for a stanza that is none, or asks for too much. */
export function scryptIdentity(passphrase: string, derive: DeriveKey): Identity {
	return {
		async unwrapFileKey(stanzas) {
			const [stanza, ...others] = stanzas.filter(({ args }) => args[0] === 'scrypt');
			if (!stanza) return null;
			// Age: a file with a passphrase has no other way in, so that whoever has it knows who wrote the file.
			if (others.length > 0 || stanzas.length !== 1) throw new RangeError('scrypt stanza is not alone');
			const [, saltText = '', workText = ''] = stanza.args;
			const salt = bytesOf(saltText);
			const isFormed = /^[1-9]\d?$/.test(workText) && salt.length === saltBytes && stanza.body.length === 32;
			if (!isFormed || textOf(salt) !== saltText) throw new RangeError('scrypt stanza');
			if (Number(workText) > largestWorkFactor) throw new RangeError(`scrypt work factor ${workText}`);
			const key = await derive(passphrase, labelled(salt), Number(workText));
			try {
				return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body);
			} catch {
				return null;
			}
		},
	};
}

function labelled(salt: Uint8Array): Uint8Array {
	return new Uint8Array([...label, ...salt]);
}

/** In base64 without padding, as age has it. */
function textOf(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes)).replace(/=+$/, '');
}

/** Of what is no base64 nothing. */
function bytesOf(text: string): Uint8Array {
	try {
		return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
	} catch {
		return new Uint8Array();
	}
}
