/** How far a word may be from the word of a query to answer it. Distances are those of `soundDistance`. */
export interface WideningLimits {
	distance: number;
	/** For words of up to `shortWord` letters, which have many neighbours. */
	shortDistance: number;
	shortWord: number;
	sameScriptDistance: number;
	/** Letters of the shortest word that has near spellings in its own script: cat is not cot. */
	shortestNear: number;
	/** In another script: how far beyond the nearest word of that script. */
	aboveNearest: number;
	/** Where a script has something as near as this, it is not searched in neighbouring classes of sounds. */
	sure: number;
	triesNeighbours: boolean;
}

/** Found on the development set of names alone: docs/decisions/0006-names-across-scripts.md. */
export const usualLimits: WideningLimits = {
	distance: 0.26,
	shortDistance: 0.12,
	shortWord: 3,
	sameScriptDistance: 0.13,
	shortestNear: 4,
	aboveNearest: 0.12,
	sure: 0.1,
	triesNeighbours: true,
};

/** `Close matches only`. */
export const closeLimits: WideningLimits = {
	...usualLimits,
	distance: 0.18,
	sameScriptDistance: 0.08,
	aboveNearest: 0.05,
	triesNeighbours: false,
};

/** For another name of what is asked: what answers must be that name again, not a word of its sound (search for Սերգեյ). */
const aliasLimits: WideningLimits = { ...closeLimits, distance: 0.08, sameScriptDistance: 0.04 };

export const limitsOf = { usual: usualLimits, close: closeLimits, alias: aliasLimits };
export type Nearness = keyof typeof limitsOf;

/** Weights of what is found, where the word itself has 1; `fading`: at so many times the limit a weight would be 0. */
export const weights = { form: 0.85, near: 0.5, script: 0.8, fading: 1.6 };

/** What a reading of a stem stands behind one of the whole word. */
export const stemPenalty = 0.02;

/** How many words of each kind may answer one word of a query, the best of them. */
export const most = { forms: 24, heard: 24, formsInOtherScripts: 40 };

/** In each other script so many of the best words answer in their other forms too. */
export const leadersPerScript = 2;
/** What a form of a leader must share of its letters with it. */
export const leastShare = 0.5;
