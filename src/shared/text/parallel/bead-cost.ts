/**
 * How unlikely it is that a stretch of one text is the translation of a stretch of the other, from their lengths alone:
 * Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993).
 */

/** Variance of the length of a translation, for each character of the original (Gale and Church, section 3.1). */
const variancePerCharacter = 6.8;
/**
 * Paragraphs of translators differ by more than characters that are drawn one by one would: some are free, some are close.
 * As a share of the length; set on the pairs of languages that `bench:alignment` calls its own, not on those it tests.
 */
const styleDeviation = 0.08;

/** A bead takes so many passages of each text. */
export interface BeadShape {
	first: number;
	second: number;
	/** Minus the natural logarithm of its probability. */
	cost: number;
}

/**
 * Of beads with passages of both texts. Probabilities by Gale and Church, table 5, each way of a pair taking half. They
 * count no beads of three; paragraphs are cut in three seldom, and then it should be seen.
 */
export const beadShapes: readonly BeadShape[] = (
	[
		[1, 1, 0.89],
		[2, 1, 0.089 / 2],
		[1, 2, 0.089 / 2],
		[2, 2, 0.011],
		[3, 1, 0.002],
		[1, 3, 0.002],
	] as const
).map(([first, second, probability]) => ({ first, second, cost: -Math.log(probability) }));

/**
 * What it costs, in nats, that a passage stands beside nothing. Where one does the next does so too more often than not: a
 * preface, an annex, a page that was not scanned.
 */
export const gapCosts = { begin: -Math.log(0.0099 / 2), goOn: 2 };

/** The most passages that a bead takes of one text. */
export const largestBead = 3;

/** Steps of the table, for each unit of the deviation, and where it ends: beyond, nothing is told apart any more. */
const stepsPerUnit = 64;
const greatestDeviation = 12;
const costByDeviation = Float64Array.from({ length: greatestDeviation * stepsPerUnit + 1 }, (_, step) =>
	tailCost(step / stepsPerUnit),
);

/** Of two lengths on one scale, in nats; 0 where they are equal. */
export function lengthCost(one: number, other: number): number {
	const mean = (one + other) / 2;
	if (mean === 0) return 0;
	const deviation = Math.sqrt(variancePerCharacter * mean + (styleDeviation * mean) ** 2);
	const steps = Math.round((Math.abs(one - other) / deviation) * stepsPerUnit);
	return costByDeviation[Math.min(steps, costByDeviation.length - 1)] as number;
}

/** Minus the logarithm of the chance that a normal deviate is as far from the mean as this, on either side. */
function tailCost(deviation: number): number {
	// Beyond three the tail is below what the approximation can tell; its first asymptotic term serves.
	if (deviation > 3) return deviation ** 2 / 2 + Math.log(deviation * Math.sqrt(Math.PI / 2));
	return -Math.log(complementaryError(deviation / Math.SQRT2));
}

/** Abramowitz and Stegun 7.1.26, for x from 0; off by 1.5e-7 at most. */
function complementaryError(x: number): number {
	const t = 1 / (1 + 0.3275911 * x);
	const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
	return series * Math.exp(-x * x);
}
