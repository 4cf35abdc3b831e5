import { largestBead } from './bead-cost.ts';

/** Which ends in the second text are looked at for each end in the first: those around the diagonal. */
export class Band {
	/** Passages of each text. */
	readonly first: number;
	readonly second: number;
	readonly width: number;
	readonly #starts: Int32Array;

	/** @param reach so many to either side, in passages of the second text. */
	constructor(first: number, second: number, reach: number) {
		this.first = first;
		this.second = second;
		this.width = Math.min(2 * reach + 1, second + 1);
		const step = second / first;
		this.#starts = Int32Array.from({ length: first + 1 }, (_, at) =>
			Math.max(0, Math.min(Math.round(at * step) - reach, second + 1 - this.width)),
		);
	}

	/** The first end in the second text that is looked at. */
	startOf(end: number): number {
		return this.#starts[end] as number;
	}

	/** Whether a better way might lie just outside. */
	isAtEdge(end: number, otherEnd: number): boolean {
		const start = this.startOf(end);
		const isBelow = start > 0 && otherEnd - start < largestBead;
		const isAbove = start + this.width <= this.second && otherEnd - start >= this.width - largestBead;
		return isBelow || isAbove;
	}
}
