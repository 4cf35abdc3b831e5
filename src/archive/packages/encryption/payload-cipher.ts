import { createCipheriv, createDecipheriv, getCiphers, hkdfSync } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';

/** Plain bytes of every piece but the last (https://age-encryption.org/v1, payload). */
export const pieceBytes = 64 * 1024;
export const tagBytes = 16;
/** Bytes of a whole piece as it is stored. */
export const storedBytes = pieceBytes + tagBytes;
export const nonceBytes = 16;

const algorithm = 'chacha20-poly1305';
/** OpenSSL has the cipher, and is four times as fast; the library that Electron has in its place keeps it to itself. */
const isNative = getCiphers().includes(algorithm);

export interface PlainPiece {
	/** From 0. */
	index: number;
	isLast: boolean;
	plain: Uint8Array;
}

/** The payload of an age file, piece by piece, with the key that its header wraps. */
export class PayloadCipher {
	readonly #key: Uint8Array;

	/** @param nonce the one that stands between header and payload */
	constructor(fileKey: Uint8Array, nonce: Uint8Array) {
		this.#key = new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
	}

	/** Writes the sealed piece into `target` from `at` on, and gives where it ends. */
	sealInto(target: Uint8Array, at: number, { index, isLast, plain }: PlainPiece): number {
		const nonce = nonceOf(index, isLast);
		const end = at + plain.length + tagBytes;
		if (!isNative) {
			chacha20poly1305(this.#key, nonce).encrypt(plain, target.subarray(at, end));
			return end;
		}
		const cipher = createCipheriv(algorithm, this.#key, nonce, { authTagLength: tagBytes });
		target.set(cipher.update(plain), at);
		cipher.final();
		target.set(cipher.getAuthTag(), end - tagBytes);
		return end;
	}

	/** Throws for what is not what was sealed as this piece. */
	open(index: number, isLast: boolean, stored: Uint8Array): Uint8Array {
		const nonce = nonceOf(index, isLast);
		if (!isNative) return chacha20poly1305(this.#key, nonce).decrypt(stored);
		const decipher = createDecipheriv(algorithm, this.#key, nonce, { authTagLength: tagBytes });
		decipher.setAuthTag(stored.subarray(stored.length - tagBytes));
		const plain = decipher.update(stored.subarray(0, stored.length - tagBytes));
		decipher.final();
		return plain;
	}
}

/** Counts pieces in 11 bytes; the twelfth says which is the last, so that none can be cut off. */
function nonceOf(index: number, isLast: boolean): Uint8Array {
	const nonce = Buffer.alloc(12);
	nonce.writeBigUInt64BE(BigInt(index), 3);
	nonce[11] = isLast ? 1 : 0;
	return nonce;
}
