const consonantWeight = 1;
/** What leaving a sound out costs. Vowels and breaths are written by some languages and not by others. */
const weights: Readonly<Record<string, number>> = {
	a: 0.5,
	A: 0.5,
	o: 0.5,
	O: 0.5,
	u: 0.5,
	U: 0.5,
	e: 0.42,
	i: 0.42,
	I: 0.25,
	j: 0.12,
	h: 0.35,
};

/** What writing one sound for the other costs, either way; every other pair costs the heavier of the two. */
const pairs: readonly (readonly [cost: number, pairs: string])[] = [
	[0.05, 'uU'],
	[0.08, 'aA eA oO'],
	[0.1, 'ij iI'],
	[0.12, 'kq gq gG xh'],
	[0.15, 'ei eI eO iU JZ'],
	[0.18, 'hg'],
	[0.2, 'ae ou oa xG'],
	[0.25, 'ea aI oU uO uI qG cD Dz'],
	[0.3, 'kg xk qx pb pf td uv eo sz SZ cs CJ CS JD'],
	[0.35, 'gx kG hG iu cz'],
	[0.4, 'fv cC'],
	[0.45, 'hk hq sS zZ'],
	[0.5, 'bv mn Jz JS CZ DC'],
	[0.6, 'bf Js Cs cS jJ'],
	[0.7, 'jZ'],
	[0.8, 'lr'],
];

const alphabetSize = 128;
const weightOf = new Float64Array(alphabetSize).fill(consonantWeight);
for (const [sound, weight] of Object.entries(weights)) weightOf[sound.charCodeAt(0)] = weight;
const substitution = new Float64Array(alphabetSize * alphabetSize);
for (let one = 0; one < alphabetSize; one++) {
	for (let other = 0; other < alphabetSize; other++) {
		if (one === other) continue;
		substitution[one * alphabetSize + other] = Math.max(weightOf[one] ?? 1, weightOf[other] ?? 1);
	}
}
// From the dearest to the cheapest: the cheapest price of a pair stands.
for (const [cost, list] of [...pairs].reverse()) {
	for (const pair of list.split(' ')) {
		const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
		substitution[one * alphabetSize + other] = cost;
		substitution[other * alphabetSize + one] = cost;
	}
}

const longest = 63;
let above = new Float64Array(longest + 1);
let row = new Float64Array(longest + 1);

/**
 * How far apart two readings sound: 0 for the same, 1 for nothing in common. A weighted edit distance, divided by the
 * weight of the heavier reading. Symmetric.
 *
 * @param limit gives up (1) as soon as the distance must be above it
 */
export function soundDistance(one: string, other: string, limit = 1): number {
	if (one === other) return 0;
	if (one.length > longest || other.length > longest) return 1;
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
