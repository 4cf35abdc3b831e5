/**
 * Gives each stretch the first row that is free where it begins. A tree over the ends of the rows finds it without
 * looking at all of them: where ten thousand stand on one day, that is the difference between a frame and a second.
 */
export class FirstFit {
	/** Of each node the least end below it; the leaves are the rows. */
	#ends = new Float64Array(2).fill(-Infinity);
	#size = 1;
	readonly #mostRows: number;

	constructor(mostRows: number) {
		this.#mostRows = mostRows;
	}

	/** The row that is taken; null where all that may be are in use. */
	place(from: number, to: number): number | null {
		if ((this.#ends[1] as number) > from) this.#grow();
		let node = 1;
		while (node < this.#size) node = (this.#ends[2 * node] as number) <= from ? 2 * node : 2 * node + 1;
		const row = node - this.#size;
		if (row >= this.#mostRows) return null;
		this.#ends[node] = to;
		for (let parent = node >> 1; parent >= 1; parent >>= 1)
			this.#ends[parent] = Math.min(this.#ends[2 * parent] as number, this.#ends[2 * parent + 1] as number);
		return row;
	}

	#grow(): void {
		const size = this.#size * 2;
		const ends = new Float64Array(2 * size).fill(-Infinity);
		for (let row = 0; row < this.#size; row++) ends[size + row] = this.#ends[this.#size + row] as number;
		for (let node = size - 1; node >= 1; node--)
			ends[node] = Math.min(ends[2 * node] as number, ends[2 * node + 1] as number);
		this.#ends = ends;
		this.#size = size;
	}
}
