import { useEffect, useMemo, useRef } from 'react';
import {
	type ChoosableText,
	endChoosing,
	focusedOrdinal,
	rangeBeingChosen,
	rangeToMark,
	useSelectionWithin,
	useWordChoosing,
	wholePassage,
} from '#renderer/features/annotations/index.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { message } from '#shared/messages/messages.ts';
import type { ChosenWords } from './chosen-words.ts';

/**
 * Tells what a person chooses in a text: the words they select, or choose step by step from the keyboard, which stay
 * chosen while they go on in the other text; or with Enter the passage that the keyboard is at.
 */
export function useChoosing(text: ChoosableText, isActive: boolean, onChoose: (chosen: ChosenWords) => void): void {
	const { root, dom, blocks, editionId, recordId } = text;
	const latest = useRef(choose);
	latest.current = choose;

	function choose(range: TextRange | null): void {
		if (range) onChoose({ end: { kind: 'record', id: recordId, range }, words: textOfRange(blocks, range) });
	}
	useSelectionWithin({ root, dom }, (selection) => {
		// What a card asked for is not for the link.
		if (selection && !rangeBeingChosen(text)) choose(rangeToMark(blocks, editionId, selection.start, selection.end));
	});
	const taking = useMemo(
		() => ({
			label: message('words.take'),
			take(range: TextRange) {
				latest.current(range);
				endChoosing();
			},
		}),
		[],
	);
	useWordChoosing(text, taking, isActive);
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (event.key !== 'Enter' || event.defaultPrevented) return;
			const ordinal = focusedOrdinal({ root, dom });
			if (ordinal === null) return;
			event.preventDefault();
			latest.current(wholePassage(blocks, editionId, ordinal));
		};
		root.addEventListener('keydown', press);
		return () => root.removeEventListener('keydown', press);
	}, [root, dom, blocks, editionId]);
}
