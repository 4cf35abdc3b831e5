/** Reads a stream of pieces by counts of bytes. */
export class ByteReader {
	readonly #pieces: AsyncIterator<Uint8Array>;
	#rest: Uint8Array = new Uint8Array();
	/** Bytes that were given or skipped. */
	position = 0;

	constructor(pieces: AsyncIterable<Uint8Array>) {
		this.#pieces = pieces[Symbol.asyncIterator]();
	}

	/** At most so many bytes, as they come; null at the end. */
	async some(most: number): Promise<Uint8Array | null> {
		while (this.#rest.length === 0) {
			const next = await this.#pieces.next();
			if (next.done) return null;
			this.#rest = next.value;
		}
		const given = this.#rest.subarray(0, most);
		this.#rest = this.#rest.subarray(given.length);
		this.position += given.length;
		return given;
	}

	/** Exactly so many bytes; null where there are fewer. */
	async take(count: number): Promise<Buffer | null> {
		const parts: Uint8Array[] = [];
		for (let left = count; left > 0; ) {
			const part = await this.some(left);
			if (!part) return null;
			parts.push(part);
			left -= part.length;
		}
		return Buffer.concat(parts);
	}

	/** False where there are fewer bytes. */
	async skip(count: number): Promise<boolean> {
		for (let left = count; left > 0; ) {
			const part = await this.some(left);
			if (!part) return false;
			left -= part.length;
		}
		return true;
	}
}
