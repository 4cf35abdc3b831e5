import { randomBytes } from 'node:crypto';
import { Encrypter, type Recipient } from 'age-encryption';
import { AppError } from '#shared/domain/app-error.ts';
import type { PackageKey } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { passphraseRecipient } from './passphrase.ts';
import { nonceBytes, PayloadCipher, pieceBytes, tagBytes } from './payload-cipher.ts';

/** Written to the disk at once. */
const piecesAtOnce = 16;

/** Encrypts for those who may open it, and remembers the key of the file as long as it takes to read it back. */
export class PackageEncryption {
	readonly #encrypter = new Encrypter();
	#fileKey: Uint8Array | null = null;

	/** Throws invalid-input for a recipient that is none. */
	constructor(key: PackageKey) {
		if ('passphrase' in key) this.#encrypter.addRecipient(passphraseRecipient(key.passphrase));
		else for (const recipient of key.recipients) this.#add(recipient);
		this.#encrypter.addRecipient(this.#witness());
	}

	/** Known once encrypting has begun. */
	get fileKey(): Uint8Array | null {
		return this.#fileKey;
	}

	/** The header is the package's; the payload is sealed here, by Node where it can, in blocks of a megabyte. */
	async *encrypt(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		const { header, fileKey } = await this.#makeHeader();
		const nonce = randomBytes(nonceBytes);
		yield Buffer.concat([header, nonce]);
		const cipher = new PayloadCipher(fileKey, nonce);
		let index = 0;
		let sealed: Uint8Array[] = [];
		for await (const { piece, isLast } of piecesOf(bytes)) {
			sealed.push(cipher.seal(index, isLast, piece));
			index += 1;
			if (sealed.length < piecesAtOnce && !isLast) continue;
			yield Buffer.concat(sealed);
			sealed = [];
		}
	}

	/** An empty file has nothing behind its header but a nonce and the tag of an empty piece. */
	async #makeHeader(): Promise<{ header: Uint8Array; fileKey: Uint8Array }> {
		const empty = await this.#encrypter.encrypt(new Uint8Array());
		if (!this.#fileKey) throw new RangeError('no key');
		return { header: empty.subarray(0, empty.length - nonceBytes - tagBytes), fileKey: this.#fileKey };
	}

	#add(recipient: string): void {
		try {
			this.#encrypter.addRecipient(recipient);
		} catch (error) {
			const reason = message('package.reason.recipient', { recipient });
			throw new AppError('invalid-input', { reason }, { cause: error });
		}
	}

	/** Takes part without a stanza of its own: nobody can open the file by it, and nobody sees that it was there. */
	#witness(): Recipient {
		return {
			wrapFileKey: (fileKey) => {
				this.#fileKey = fileKey;
				return [];
			},
		};
	}
}

/** The bytes in pieces of one size; only the last is shorter, or whole, and empty only where there is nothing at all. */
async function* piecesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ piece: Uint8Array; isLast: boolean }> {
	let piece = Buffer.allocUnsafe(pieceBytes);
	let filled = 0;
	for await (const data of bytes) {
		for (let at = 0; at < data.length; ) {
			if (filled === pieceBytes) {
				yield { piece, isLast: false };
				piece = Buffer.allocUnsafe(pieceBytes);
				filled = 0;
			}
			const taken = data.subarray(at, at + pieceBytes - filled);
			piece.set(taken, filled);
			filled += taken.length;
			at += taken.length;
		}
	}
	yield { piece: piece.subarray(0, filled), isLast: true };
}
