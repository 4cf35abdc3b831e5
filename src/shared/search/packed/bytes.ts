/** Bytes that grow, with numbers written in as few of them as they need. */
export interface ByteWriter {
	readonly length: number;
	/** @param value below 256 */
	writeByte(value: number): void;
	/** LEB128 without sign, as in DWARF: seven bits a byte, the lowest first, the highest bit set while more follow. */
	writeNumber(value: number): void;
	/** Characters below 128, a byte each. */
	writeAscii(text: string): void;
	finish(): Uint8Array<ArrayBuffer>;
}

const firstLength = 1 << 16;

export function createByteWriter(): ByteWriter {
	let bytes = new Uint8Array(firstLength);
	let length = 0;

	function reserve(more: number): void {
		if (length + more <= bytes.length) return;
		const longer = new Uint8Array(Math.max(bytes.length * 2, length + more));
		longer.set(bytes);
		bytes = longer;
	}
	return {
		get length() {
			return length;
		},
		writeByte(value) {
			reserve(1);
			bytes[length++] = value;
		},
		writeNumber(value) {
			reserve(5);
			length = putNumber(bytes, length, value);
		},
		writeAscii(text) {
			reserve(text.length);
			for (let at = 0; at < text.length; at++) bytes[length++] = text.charCodeAt(at);
		},
		finish: () => bytes.slice(0, length),
	};
}

/** Writes at `at` and gives where the next may stand. */
export function putNumber(bytes: Uint8Array, at: number, value: number): number {
	let [rest, next] = [value, at];
	while (rest > 127) {
		bytes[next++] = (rest & 127) | 128;
		rest >>>= 7;
	}
	bytes[next++] = rest;
	return next;
}

/** How many bytes a number below 2 ** 32 takes. */
export function sizeOfNumber(value: number): number {
	if (value < 128) return 1;
	if (value < 16_384) return 2;
	if (value < 2_097_152) return 3;
	return value < 268_435_456 ? 4 : 5;
}

/** Reads numbers one after the other. */
export class NumberReader {
	at: number;
	readonly #bytes: Uint8Array;

	constructor(bytes: Uint8Array, at = 0) {
		this.#bytes = bytes;
		this.at = at;
	}

	next(): number {
		const bytes = this.#bytes;
		let byte = bytes[this.at++] as number;
		if (byte < 128) return byte;
		let value = byte & 127;
		let shift = 7;
		do {
			byte = bytes[this.at++] as number;
			value |= (byte & 127) << shift;
			shift += 7;
		} while (byte > 127);
		return value >>> 0;
	}

	skip(count: number): void {
		for (let left = count; left > 0; left--) while ((this.#bytes[this.at++] as number) > 127);
	}
}

/** Whole numbers that grow in number. */
export class GrowingNumbers {
	#values: Uint32Array<ArrayBuffer>;
	length = 0;

	constructor(capacity = 1024) {
		this.#values = new Uint32Array(capacity);
	}

	push(value: number): void {
		if (this.length === this.#values.length) {
			const longer = new Uint32Array(this.#values.length * 2);
			longer.set(this.#values);
			this.#values = longer;
		}
		this.#values[this.length++] = value;
	}

	at(index: number): number {
		return this.#values[index] as number;
	}

	set(index: number, value: number): void {
		this.#values[index] = value;
	}

	add(index: number, value: number): void {
		this.#values[index] = (this.#values[index] as number) + value;
	}

	finish(): Uint32Array<ArrayBuffer> {
		return this.#values.slice(0, this.length);
	}
}
