import { isSurePlacement, type Placement, type TextRange } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { Anchored } from '#shared/text/anchor/reanchor.ts';
import type { PassageRange } from '#shared/text/anchor/text-stream.ts';

/** Where words that were marked or linked are in an edition that this was not done on. */
export interface FoundPlace {
	editionId: EditionId;
	state: Placement;
	/** Null exactly when unplaced or left. */
	range: PassageRange | null;
	/** As anchoring has it, or `byPerson`. */
	method: string;
	score: number;
	margin: number;
}

/** One edition takes the place of another. */
export interface Succession {
	from: EditionId;
	to: EditionId;
}

/** The method of what a person said. */
export const byPerson = 'person';

/** A person said to leave it where it was made. */
export const left = { state: 'left', range: null, method: byPerson, score: 0, margin: 0 } as const;

/** A person said that these are the words. */
export function placedByPerson({ startOrdinal, startOffset, endOrdinal, endOffset }: PassageRange) {
	const range = { startOrdinal, startOffset, endOrdinal, endOffset };
	return { state: 'placed', range, method: byPerson, score: 1, margin: 1 } as const;
}

/** The place in the last edition where that is sure: a person may have set it right. Otherwise where it was made. */
export function sourceOf(made: TextRange, last: FoundPlace | undefined): TextRange {
	return last?.range && isSurePlacement(last.state) ? { ...last.range, editionId: last.editionId } : made;
}

/** Who left something once is not asked about it with every later edition, unless its words are back. */
export function settled(found: Anchored, wasLeft: boolean): Omit<FoundPlace, 'editionId'> {
	return wasLeft && !isSurePlacement(found.state) ? left : found;
}

export function countStates(places: readonly FoundPlace[]): Record<Placement, number> {
	const counts: Record<Placement, number> = { placed: 0, moved: 0, 'needs-review': 0, unplaced: 0, left: 0 };
	for (const { state } of places) counts[state] += 1;
	return counts;
}
