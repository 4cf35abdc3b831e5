import { useEffect } from 'react';
import { ordinalAttribute } from '#renderer/lib/passage-dom.ts';
import { belongsToSystem, pointOf } from '#renderer/ui/context-menu.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { openPassageMenu, openWordsMenu } from './annotations-store.ts';
import { rangeToMark, wholePassage } from './selection-range.ts';
import { selectionWithin } from './use-text-selection.ts';

/** The right button, the menu key and Shift+F10: the menu of the words that are selected there, else of the passage. */
export function useTextMenu({ root, dom, blocks, editionId }: AnnotatedText): void {
	useEffect(() => {
		function wordsAt(event: MouseEvent): TextRange | null {
			const selected = selectionWithin(root, dom);
			if (!selected || !(isFromKeyboard(event) || isOver(selected.domRange, event))) return null;
			return rangeToMark(blocks, editionId, selected.start, selected.end);
		}
		function passageAt({ target }: MouseEvent): number | null {
			const passage = target instanceof Element ? target.closest<HTMLElement>(`[${ordinalAttribute}]`) : null;
			const ordinal = Number(passage?.dataset.ordinal ?? Number.NaN);
			return Number.isNaN(ordinal) || !wholePassage(blocks, editionId, ordinal) ? null : ordinal;
		}
		const ask = (event: MouseEvent) => {
			if (event.defaultPrevented || belongsToSystem(event)) return;
			const words = wordsAt(event);
			const ordinal = words ? null : passageAt(event);
			if (words) openWordsMenu(words, pointOf(event));
			else if (ordinal !== null) openPassageMenu(ordinal, pointOf(event));
			else return;
			event.preventDefault();
		};
		root.addEventListener('contextmenu', ask);
		return () => root.removeEventListener('contextmenu', ask);
	}, [root, dom, blocks, editionId]);
}

/** On a Mac, a press with Ctrl is the right button's. */
function isFromKeyboard({ button, ctrlKey }: MouseEvent): boolean {
	return button !== 2 && !ctrlKey;
}

/** Half of what may lie between two lines: there the pointer is at the words above or below. */
const leadingPx = 8;

function isOver(range: Range, { clientX, clientY }: MouseEvent): boolean {
	return [...range.getClientRects()].some(
		({ left, right, top, bottom }) =>
			left <= clientX && clientX <= right && top - leadingPx <= clientY && clientY <= bottom + leadingPx,
	);
}
