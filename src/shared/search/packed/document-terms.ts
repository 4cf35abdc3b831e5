/** The terms of one document after the other, gathered without making anything: a million documents go through it. */
export interface DocumentTerms {
	clear(): void;
	/** The next word of the document. */
	add(term: number): void;
	/** Different terms; each has a slot below this. */
	readonly size: number;
	termOf(slot: number): number;
	frequencyOf(slot: number): number;
	firstPlaceOf(slot: number): number;
	/** The next place of the same term; -1 after the last. */
	placeAfter(place: number): number;
}

export function createDocumentTerms(): DocumentTerms {
	/** By term: the slot it has in the document that it was last met in. */
	let slots = new Uint32Array(1 << 16);
	let documents = new Uint32Array(1 << 16);
	let document = 0;
	let size = 0;
	let length = 0;
	/** By slot. */
	let terms = new Uint32Array(1024);
	let frequencies = new Uint32Array(1024);
	let firsts = new Uint32Array(1024);
	let lasts = new Uint32Array(1024);
	/** By place: the next place of the same term. */
	let nexts = new Int32Array(1024);

	function grow<T extends Uint32Array | Int32Array>(values: T, needed: number): T {
		if (needed < values.length) return values;
		const longer = new (values.constructor as new (length: number) => T)(Math.max(needed + 1, values.length * 2));
		longer.set(values);
		return longer;
	}
	function takeSlot(term: number): void {
		[terms, frequencies] = [grow(terms, size), grow(frequencies, size)];
		[firsts, lasts] = [grow(firsts, size), grow(lasts, size)];
		documents[term] = document;
		slots[term] = size;
		terms[size] = term;
		frequencies[size] = 1;
		firsts[size] = length;
		lasts[size] = length;
		size += 1;
	}
	return {
		get size() {
			return size;
		},
		clear() {
			document += 1;
			size = 0;
			length = 0;
		},
		add(term) {
			if (term >= slots.length) [slots, documents] = [grow(slots, term), grow(documents, term)];
			nexts = grow(nexts, length);
			nexts[length] = -1;
			if (documents[term] === document) {
				const slot = slots[term] as number;
				nexts[lasts[slot] as number] = length;
				lasts[slot] = length;
				frequencies[slot] = (frequencies[slot] as number) + 1;
			} else takeSlot(term);
			length += 1;
		},
		termOf: (slot) => terms[slot] as number,
		frequencyOf: (slot) => frequencies[slot] as number,
		firstPlaceOf: (slot) => firsts[slot] as number,
		placeAfter: (place) => nexts[place] as number,
	};
}
