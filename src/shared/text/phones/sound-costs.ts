export const consonantWeight = 1;
/** Vowels and breaths are written by some languages and not by others. */
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

/** Sounds are ASCII. */
export const alphabetSize = 128;
/** What leaving a sound out costs, by its code. */
export const weightOf = new Float64Array(alphabetSize).fill(consonantWeight);
for (const [sound, weight] of Object.entries(weights)) weightOf[sound.charCodeAt(0)] = weight;
/** What one sound for another costs, by the code of the one times `alphabetSize` plus that of the other. */
export const substitution = new Float64Array(alphabetSize * alphabetSize);
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

/** Longer readings are nothing that is compared. */
export const longestCompared = 63;
