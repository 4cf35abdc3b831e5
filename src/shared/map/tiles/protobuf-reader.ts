/** A value of a message of Protocol Buffers: whole numbers as they are written, all else as bytes. */
export interface ProtobufField {
	number: number;
	/** 0 where the field is no whole number. */
	value: number;
	/** Empty where the field is one. */
	bytes: Uint8Array;
}

const nothing = new Uint8Array();

/**
 * The fields of a message in their order. Reads no byte beyond its end: throws RangeError for a message that is cut off,
 * and for wire types that are not written any more.
 */
export function* protobufFields(message: Uint8Array): Generator<ProtobufField> {
	const reader = new VarintReader(message);
	while (!reader.isAtEnd) {
		const key = reader.read();
		const [number, wireType] = [Math.floor(key / 8), key % 8];
		if (wireType === 0) yield { number, value: reader.read(), bytes: nothing };
		else if (wireType === 1) yield { number, value: 0, bytes: reader.take(8) };
		else if (wireType === 2) yield { number, value: 0, bytes: reader.take(reader.read()) };
		else if (wireType === 5) yield { number, value: 0, bytes: reader.take(4) };
		else throw new RangeError(`wire type ${wireType}`);
	}
}

/** Reads whole numbers of varying length, one after the other. */
export class VarintReader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.#at >= this.#bytes.length;
	}

	/** Numbers beyond 2^53 lose their last digits: no length or coordinate has so many. */
	read(): number {
		let value = 0;
		for (let factor = 1; factor < 2 ** 70; factor *= 128) {
			const byte = this.#bytes[this.#at];
			if (byte === undefined) throw new RangeError('cut off');
			this.#at += 1;
			value += (byte & 0x7f) * factor;
			if (byte < 0x80) return value;
		}
		throw new RangeError('a number of more than ten bytes');
	}

	/** With its sign in the last bit. */
	readSigned(): number {
		const value = this.read();
		return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
	}

	take(length: number): Uint8Array {
		const end = this.#at + length;
		if (end > this.#bytes.length) throw new RangeError('cut off');
		const taken = this.#bytes.subarray(this.#at, end);
		this.#at = end;
		return taken;
	}
}
