import { type RefObject, useEffect, useRef } from 'react';
import { ifFocusIsLost } from './lost-focus.ts';

interface FocusInList {
	/** Gives the focus to an entry, now or once it is in the document. */
	focusOn(index: number): void;
	/** For an entry that has the focus and may go: what stands in its place then gets it. */
	keepFocusAt(index: number): void;
}

/**
 * Moves the focus through a list of which only the entries in sight are in the document, to the link of each.
 * @param list contains the entries, which have `data-index`
 */
export function useFocusInList(list: RefObject<HTMLElement | null>): FocusInList {
	const wanted = useRef<number | null>(null);
	const kept = useRef<number | null>(null);
	useEffect(() => {
		if (wanted.current !== null && focusLinkOf(list.current, wanted.current)) wanted.current = null;
		if (kept.current === null) return;
		return ifFocusIsLost(() => {
			if (kept.current !== null && focusLinkNear(list.current, kept.current)) kept.current = null;
		});
	});
	return {
		focusOn(index) {
			kept.current = null;
			wanted.current = focusLinkOf(list.current, index) ? null : index;
		},
		keepFocusAt(index) {
			kept.current = index;
		},
	};
}

function focusLinkOf(list: HTMLElement | null, index: number): boolean {
	const link = list?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
	link?.focus({ preventScroll: true });
	return Boolean(link);
}

/** The entry at the place, or the first before it: what went may have been the last, or the last of its group. */
function focusLinkNear(list: HTMLElement | null, index: number): boolean {
	for (let at = index; at >= 0; at -= 1) if (focusLinkOf(list, at)) return true;
	return false;
}
