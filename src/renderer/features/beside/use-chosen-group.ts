import { useCallback, useRef } from 'react';
import { rangeToMark } from '#renderer/features/annotations/index.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import type { ParallelGroup } from '#shared/text/parallel/parallel-text.ts';
import type { BesideSide, ChosenWords } from './chosen-words.ts';
import type { DrawnPair, DrawnText } from './drawn-text.ts';

/** Chooses what stands beside each other, on both sides at once. */
export function useChosenGroup(
	texts: DrawnPair | null,
	onChoose: (chosen: Record<BesideSide, ChosenWords | null>) => void,
): (group: ParallelGroup) => void {
	const latest = useRef(texts);
	latest.current = texts;
	return useCallback(
		(group) => {
			const now = latest.current;
			if (now) onChoose({ first: wordsOf(now.first, group.first), second: wordsOf(now.second, group.second) });
		},
		[onChoose],
	);
}

/** The stretch from the first of the passages to the last. */
function wordsOf({ blocks, editionId, recordId }: DrawnText, ordinals: readonly number[]): ChosenWords | null {
	const [first, last] = [ordinals[0], ordinals.at(-1)];
	if (first === undefined || last === undefined) return null;
	const end = { ordinal: last, offset: blocks[last]?.text.length ?? 0 };
	const range = rangeToMark(blocks, editionId, { ordinal: first, offset: 0 }, end);
	return range && { end: { kind: 'record', id: recordId, range }, words: textOfRange(blocks, range) };
}
