/** What a passage is in the structure of its text, as far as translations keep it. */
export type PassageRole = 'heading' | 'body' | 'item' | 'cell' | 'note';

/** A passage of one of two texts that are laid beside each other. */
export interface ParallelPassage {
	ordinal: number;
	text: string;
	role: PassageRole;
	/** Of a heading or an item of a list, from 1; 0 for what has none. */
	level: number;
}

/**
 * Passages that say the same, by ordinal: a bead in the words of Gale and Church. Several on a side where one was split or
 * some were joined; none where the other text has nothing for them.
 */
export interface ParallelGroup {
	first: number[];
	second: number[];
	/** A person said so. */
	isByHand: boolean;
}

/** A person's word on two passages: they belong together; or, with null, the one belongs to nothing in the other text. */
export interface HandPair {
	first: number | null;
	second: number | null;
	/** Nobody said it: the one was made of the other, passage by passage. */
	isKnown?: true;
}
