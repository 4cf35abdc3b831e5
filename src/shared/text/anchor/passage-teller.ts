import { Counterpart, isSurelyOwn } from './told-apart.ts';

/** Pairs of letters that are compared at most, about a second: of texts that have little in common there is no end. */
const mostCells = 50_000_000;

/** Tells which of several look-alikes a passage is. */
export class PassageTeller {
	readonly #noise: number;
	#cellsLeft = mostCells;

	constructor(noise: number) {
		this.#noise = noise;
	}

	/** The index of the reading that the words surely are, rather than any of the others; -1 where that cannot be told. */
	surelyOf(words: string, readings: readonly string[]): number {
		if (readings.length < 2) return readings.length - 1;
		this.#cellsLeft -= readings.reduce((sum, { length }) => sum + words.length * length, 0);
		if (this.#cellsLeft < 0) return -1;
		const laid = readings.map((reading) => new Counterpart(words, reading));
		return laid.findIndex((own) => laid.every((rival) => rival === own || isSurelyOwn(words, own, rival, this.#noise)));
	}
}
