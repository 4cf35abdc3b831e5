import { createCipheriv, createDecipheriv, getCiphers, hkdfSync } from 'node:crypto';
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { pieceNonce, tagBytes } from '#shared/age/payload.ts';

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
		const nonce = pieceNonce(index, isLast);
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
		const nonce = pieceNonce(index, isLast);
		if (!isNative) return chacha20poly1305(this.#key, nonce).decrypt(stored);
		const decipher = createDecipheriv(algorithm, this.#key, nonce, { authTagLength: tagBytes });
		decipher.setAuthTag(stored.subarray(stored.length - tagBytes));
		const plain = decipher.update(stored.subarray(0, stored.length - tagBytes));
		decipher.final();
		return plain;
	}
}
