/** Gives the rank of one word of running text after the other: 0 is the most frequent word, and there is no last. */
export type RankDraw = (random: () => number) => number;

const flattening = 2;
const highestRank = 2 ** 45;

/**
 * Words as unequal as in nature, without remembering any: down to the rank `bend` frequency falls as 1/rank (Zipf, with
 * Mandelbrot's flat beginning), below it as 1/rank^steepness. Of n words drawn, about n^(1/steepness) are different
 * (Heaps), however many are drawn.
 */
export function createRankDraw(bend: number, steepness: number): RankDraw {
	const head = Math.log((bend + flattening) / (1 + flattening));
	const tail = 1 / (steepness - 1);
	return (random) => {
		const at = random() * (head + tail);
		if (at < head) return Math.floor((1 + flattening) * Math.exp(at) - flattening) - 1;
		const left = 1 - (at - head) / tail;
		return Math.floor(Math.min(highestRank, bend * left ** -tail)) - 1;
	};
}
