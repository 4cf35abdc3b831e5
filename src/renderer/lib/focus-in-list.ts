import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Moves the focus from entry to entry of a list of which only those in sight are in the document, to the link of each.
 * @param list contains the entries, which have `data-index`
 * @returns gives the focus to an entry, now or once it is there. Also call it for the entry that has the focus before it
 *   may go: the focus is then on what stands in its place.
 */
export function useFocusInList(list: RefObject<HTMLElement | null>): (index: number) => void {
	const wanted = useRef<number | null>(null);
	useEffect(() => {
		if (wanted.current === null) return;
		// Whoever has gone elsewhere by now is not called back.
		const isFree = document.activeElement === document.body || list.current?.contains(document.activeElement);
		if (!isFree || focusOn(list.current, wanted.current)) wanted.current = null;
	});
	return useCallback(
		(index) => {
			wanted.current = focusOn(list.current, index) ? null : index;
		},
		[list],
	);
}

function focusOn(list: HTMLElement | null, index: number): boolean {
	const link = list?.querySelector<HTMLElement>(`[data-index="${index}"] a`);
	link?.focus({ preventScroll: true });
	return Boolean(link);
}
