import { hashOf } from './key-hash.ts';

/** Terms by key: the keys' hashes ascend. */
export interface KeyTable {
	keys: Uint32Array<ArrayBuffer>;
	/** Where the terms of each key begin, and all end. */
	starts: Uint32Array<ArrayBuffer>;
	terms: Uint32Array<ArrayBuffer>;
}

/** Terms below this many and keys of 32 bits fit into one number without loss. */
const termSteps = 2 ** 21;

/** Gathers which term has which key. */
export class KeyTableBuilder {
	#pairs = new Float64Array(1024);
	#length = 0;

	add(key: string, term: number): void {
		if (this.#length === this.#pairs.length) {
			const longer = new Float64Array(this.#length * 2);
			longer.set(this.#pairs);
			this.#pairs = longer;
		}
		this.#pairs[this.#length++] = hashOf(key) * termSteps + term;
	}

	finish(): KeyTable {
		return split(this.#pairs.subarray(0, this.#length).sort());
	}
}

/** Terms that `KeyTableBuilder` can tell apart. */
export const mostTerms = termSteps;

function split(pairs: Float64Array): KeyTable {
	const keys = new Uint32Array(pairs.length);
	const starts = new Uint32Array(pairs.length + 1);
	const terms = new Uint32Array(pairs.length);
	let [keyCount, termCount] = [0, 0];
	let before = -1;
	for (const pair of pairs) {
		if (pair === before) continue;
		before = pair;
		const term = pair % termSteps;
		const key = (pair - term) / termSteps;
		if (keyCount === 0 || keys[keyCount - 1] !== key) {
			keys[keyCount] = key;
			starts[keyCount] = termCount;
			keyCount += 1;
		}
		terms[termCount++] = term;
	}
	starts[keyCount] = termCount;
	return {
		keys: keys.slice(0, keyCount),
		starts: starts.slice(0, keyCount + 1),
		terms: terms.slice(0, termCount),
	};
}

/** Which of the ascending hashes is that of a key; below 0 where none is. */
export function placeOf(keys: Uint32Array, key: string): number {
	const hash = hashOf(key);
	let [low, high] = [0, keys.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((keys[middle] as number) < hash) low = middle + 1;
		else high = middle;
	}
	return keys[low] === hash ? low : -1;
}

/** The terms with a key, and with others of the same hash. */
export function termsOf({ keys, starts, terms }: KeyTable, key: string): Uint32Array {
	const place = placeOf(keys, key);
	return place < 0 ? terms.subarray(0, 0) : terms.subarray(starts[place], starts[place + 1]);
}
