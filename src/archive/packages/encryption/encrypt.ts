import { randomBytes } from 'node:crypto';
import { Encrypter, type Recipient } from 'age-encryption';
import { nonceBytes, pieceBytes, storedBytes, tagBytes } from '#shared/age/payload.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { PackageKey } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { passphraseRecipient } from './passphrase.ts';
import { PayloadCipher, type PlainPiece } from './payload-cipher.ts';

/** Written to the disk at once: whole pieces. */
const blockBytes = 16 * storedBytes;

/** Encrypts for those who may open it, and remembers the key of the file as long as it takes to read it back. */
export class PackageEncryption {
	readonly #encrypter = new Encrypter();
	#fileKey: Uint8Array | null = null;

	/** Throws invalid-input for a recipient that is none. @param workFactor of a passphrase; as the age tool has it. */
	constructor(key: PackageKey, workFactor?: number) {
		if ('passphrase' in key) this.#encrypter.addRecipient(passphraseRecipient(key.passphrase, workFactor));
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
		let block = Buffer.allocUnsafe(blockBytes);
		let filled = 0;
		for await (const piece of piecesOf(bytes)) {
			filled = cipher.sealInto(block, filled, piece);
			if (filled < blockBytes && !piece.isLast) continue;
			yield block.subarray(0, filled);
			block = Buffer.allocUnsafe(blockBytes);
			filled = 0;
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

/**
 * The bytes in pieces of one size; only the last is shorter, or whole, and empty only where there is nothing at all. Each is
 * in the same memory, and gone when the next is asked for.
 */
async function* piecesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<PlainPiece> {
	const piece = Buffer.allocUnsafe(pieceBytes);
	let filled = 0;
	let index = 0;
	for await (const data of bytes) {
		for (let at = 0; at < data.length; ) {
			if (filled === pieceBytes) {
				yield { index, isLast: false, plain: piece };
				index += 1;
				filled = 0;
			}
			const taken = data.subarray(at, at + pieceBytes - filled);
			piece.set(taken, filled);
			filled += taken.length;
			at += taken.length;
		}
	}
	yield { index, isLast: true, plain: piece.subarray(0, filled) };
}
