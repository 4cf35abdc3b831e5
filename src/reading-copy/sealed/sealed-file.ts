import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Decrypter, type Identity } from 'age-encryption';
import { measureHeader } from '#shared/age/header.ts';
import { countPieces, nonceBytes, pieceBytes, pieceNonce, storedBytes, tagBytes } from '#shared/age/payload.ts';

/** The age file of a copy as it lies in its slices. */
export interface StoredBytes {
	sizeBytes: number;
	/** Rejects where they cannot be had. */
	read(start: number, end: number): Promise<Uint8Array>;
}

/** A header with one passphrase has some two hundred bytes. */
const headBytes = 4096;

/** The plain bytes of an age file, read at any place; only what was asked for is ever decrypted, and in memory alone. */
export class SealedFile {
	readonly sizeBytes: number;
	readonly #stored: StoredBytes;
	readonly #key: Uint8Array;
	/** Where the first piece is stored. */
	readonly #start: number;
	readonly #pieceCount: number;

	private constructor(stored: StoredBytes, key: Uint8Array, start: number) {
		this.#stored = stored;
		this.#key = key;
		this.#start = start;
		this.#pieceCount = countPieces(stored.sizeBytes - start);
		this.sizeBytes = stored.sizeBytes - start - tagBytes * this.#pieceCount;
	}

	/** Null where the identity does not open it; rejects for what is damaged. */
	static async open(stored: StoredBytes, identity: Identity): Promise<SealedFile | null> {
		const head = await stored.read(0, Math.min(stored.sizeBytes, headBytes));
		const headerBytes = measureHeader(head, stored.sizeBytes);
		const decrypter = new Decrypter();
		decrypter.addIdentity(identity);
		const fileKey = await decrypter.decryptHeader(head.subarray(0, headerBytes)).catch((error: unknown) => {
			// The package has no other sign of it.
			if (error instanceof Error && error.message.startsWith('no identity matched')) return null;
			throw error;
		});
		if (!fileKey) return null;
		const start = headerBytes + nonceBytes;
		const key = hkdf(sha256, fileKey, head.subarray(headerBytes, start), new TextEncoder().encode('payload'), 32);
		return new SealedFile(stored, key, start);
	}

	/** Where the pieces lie that hold these plain bytes. */
	storedRange(start: number, end: number): [start: number, end: number] {
		const from = this.#start + Math.floor(start / pieceBytes) * storedBytes;
		const to = this.#start + Math.ceil(end / pieceBytes) * storedBytes;
		return [from, Math.min(this.#stored.sizeBytes, to)];
	}

	/** Rejects where a piece of it is not what was sealed. */
	async read(start: number, end: number): Promise<Uint8Array> {
		const [first, last] = [Math.floor(start / pieceBytes), Math.ceil(end / pieceBytes)];
		const stored = await this.#stored.read(...this.storedRange(start, end));
		const plain = new Uint8Array((last - first) * pieceBytes);
		for (let index = first; index < last; index += 1) {
			const at = (index - first) * storedBytes;
			plain.set(this.#open(index, stored.subarray(at, at + storedBytes)), (index - first) * pieceBytes);
		}
		return plain.subarray(start - first * pieceBytes, end - first * pieceBytes);
	}

	#open(index: number, stored: Uint8Array): Uint8Array {
		return chacha20poly1305(this.#key, pieceNonce(index, index === this.#pieceCount - 1)).decrypt(stored);
	}
}
