import type { SettledPassages } from '#shared/domain/alignment.ts';
import { isPassage } from '#shared/domain/block.ts';
import { type BesideSide, besideSides, type ChosenWords } from './chosen-words.ts';
import type { DrawnPair } from './drawn-text.ts';
import type { ParallelView } from './parallel-view.ts';

/** The whole passages that are chosen, for correcting what they stand beside. */
export interface ChosenPassages {
	passages: SettledPassages;
	/** Whether a person said what any of them stands beside. */
	isByHand: boolean;
}

type Chosen = Record<BesideSide, ChosenWords | null>;

/** Null for a text beside itself, of which there is nothing to correct. */
export function chosenPassages(texts: DrawnPair, chosen: Chosen, parallel: ParallelView): ChosenPassages | null {
	const { first, second } = texts;
	if (first.editionId === second.editionId) return null;
	const ordinals = {
		first: ordinalsIn(first.blocks, chosen.first),
		second: ordinalsIn(second.blocks, chosen.second),
	};
	return {
		passages: { firstId: first.editionId, secondId: second.editionId, ...ordinals },
		isByHand: besideSides.some((side) => ordinals[side].some((at) => parallel.groupOf(side, at)?.isByHand)),
	};
}

function ordinalsIn(blocks: DrawnPair['first']['blocks'], chosen: ChosenWords | null): number[] {
	if (!chosen) return [];
	const { startOrdinal, endOrdinal } = chosen.end.range;
	return blocks
		.slice(startOrdinal, endOrdinal + 1)
		.filter(isPassage)
		.map(({ ordinal }) => ordinal);
}
