import { type ArchiveConnection, createConnection } from '#shared/api/client.ts';
import { longestRangeBytes } from '#shared/api/editions-api.ts';
import type { Channel } from '#shared/api/envelope.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { Sha256 } from '#shared/domain/ids.ts';

/** The worker's way to the archive; what is asked while there is none waits for it. */
export class OriginalBytes {
	#connection: ArchiveConnection | null = null;
	#waiting: ((connection: ArchiveConnection) => void)[] = [];

	/** @param onLost told when the archive went away. */
	connect(channel: Channel, onLost: () => void): void {
		channel.onClose(() => {
			this.#connection = null;
			onLost();
		});
		const connection = createConnection(channel);
		this.#connection = connection;
		for (const resolve of this.#waiting.splice(0)) resolve(connection);
	}

	/** From one offset up to another, however far they are apart. Rejects with what the archive says, except that it is gone. */
	async read(sha256: Sha256, begin: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
		const bytes = new Uint8Array(end - begin);
		for (let at = begin; at < end; ) {
			const part = await this.#readOnce(sha256, at, Math.min(end - at, longestRangeBytes));
			if (part.length === 0) throw new AppError('damaged-original', { file: sha256 });
			bytes.set(part, at - begin);
			at += part.length;
		}
		return bytes;
	}

	#connected(): Promise<ArchiveConnection> {
		return new Promise((resolve) => this.#waiting.push(resolve));
	}

	async #readOnce(sha256: Sha256, offset: number, length: number): Promise<Uint8Array> {
		for (;;) {
			const { calls } = this.#connection ?? (await this.#connected());
			try {
				return await calls.originals.readRange({ sha256, offset, length });
			} catch (error) {
				if (!(error instanceof AppError && error.code === 'connection-lost')) throw error;
			}
		}
	}
}
