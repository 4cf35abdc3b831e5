import { alphabetSize, consonantWeight, longestCompared, substitution, weightOf } from './sound-costs.ts';

let above = new Float64Array(longestCompared + 1);
let row = new Float64Array(longestCompared + 1);

/**
 * How far apart two readings sound: 0 for the same, 1 for nothing in common. A weighted edit distance, divided by the
 * weight of the heavier reading. Symmetric.
 *
 * @param limit gives up (1) as soon as the distance must be above it
 */
export function soundDistance(one: string, other: string, limit = 1): number {
	if (one === other) return 0;
	if (one.length > longestCompared || other.length > longestCompared) return 1;
	const [oneWeight, otherWeight] = [totalWeight(one), totalWeight(other)];
	const whole = Math.max(oneWeight, otherWeight);
	const most = limit * whole;
	if (Math.abs(oneWeight - otherWeight) > most) return 1;
	above[0] = 0;
	for (let at = 0; at < other.length; at++) above[at + 1] = (above[at] ?? 0) + weightAt(other, at);
	for (let i = 0; i < one.length; i++) {
		const least = fillRow(one.charCodeAt(i), other);
		if (least > most) return 1;
		[above, row] = [row, above];
	}
	return Math.min(1, (above[other.length] ?? 0) / whole);
}

/** The next row of the table, for one more sound; gives its least value. */
function fillRow(sound: number, other: string): number {
	const dropped = weightOf[sound] ?? consonantWeight;
	const base = sound * alphabetSize;
	let left = (above[0] ?? 0) + dropped;
	let least = left;
	row[0] = left;
	for (let at = 0; at < other.length; at++) {
		const next = other.charCodeAt(at);
		const replaced = (above[at] ?? 0) + (substitution[base + next] ?? consonantWeight);
		const deleted = (above[at + 1] ?? 0) + dropped;
		left = Math.min(replaced, deleted, left + (weightOf[next] ?? consonantWeight));
		row[at + 1] = left;
		if (left < least) least = left;
	}
	return least;
}

function totalWeight(sounds: string): number {
	let total = 0;
	for (let at = 0; at < sounds.length; at++) total += weightAt(sounds, at);
	return total;
}

function weightAt(sounds: string, at: number): number {
	return weightOf[sounds.charCodeAt(at)] ?? consonantWeight;
}
