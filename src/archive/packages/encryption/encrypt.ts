import { Encrypter, type Recipient } from 'age-encryption';
import { AppError } from '#shared/domain/app-error.ts';
import type { PackageKey } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { passphraseRecipient } from './passphrase.ts';

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

	async *encrypt(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
		const iterator = bytes[Symbol.asyncIterator]();
		const plain = new ReadableStream<Uint8Array>(
			{
				async pull(controller) {
					const { done, value } = await iterator.next();
					if (done) controller.close();
					else controller.enqueue(value);
				},
				async cancel() {
					await iterator.return?.();
				},
			},
			{ highWaterMark: 0 },
		);
		yield* (await this.#encrypter.encrypt(plain)) as unknown as AsyncIterable<Uint8Array>;
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
