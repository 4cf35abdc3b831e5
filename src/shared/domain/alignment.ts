import type { HandPair } from '../text/parallel/parallel-text.ts';
import type { EditionId } from './ids.ts';

/** Two texts that are laid beside each other, as the page has them. */
export interface ParallelEditions {
	firstId: EditionId;
	secondId: EditionId;
}

/** A person's word on passages of two editions, by ordinal; an end is null where the other has nothing beside it. */
export type AlignmentPair = HandPair;

/** Passages that a person says belong together, or with nothing on one side to nothing. */
export interface SettledPassages extends ParallelEditions {
	first: number[];
	second: number[];
}
