import { useEffect, useLayoutEffect, useRef } from 'react';
import { useHistoryEntry } from '#renderer/lib/history-entry.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import { useReader } from './reader-store.ts';
import { scrollToPlace } from './text/place-on-page.ts';

/** Where the reader stood in each entry of the history of this window: Back comes back to it. */
const places = new Map<string, TextPoint>();

interface OpeningPlace {
	root: HTMLElement | null;
	dom: PassageDom | null;
	/** The passage that the address names. */
	named: TextPoint | null;
	/** Where this record was left; null for the start. */
	kept: TextPoint | null;
	/** Grows when passages are drawn. */
	drawnCount: number;
	draw(ordinal: number): void;
}

/**
 * Goes to the right place whenever the address changes: where one was, when coming back; else to what the address names,
 * which is lit for a moment; else to where the record was left. Where its words are not here yet, once they are.
 */
export function useOpeningPlace({ root, dom, named, kept, drawnCount, draw }: OpeningPlace): void {
	const entry = useHistoryEntry();
	const latest = useRef({ named, kept, draw });
	latest.current = { named, kept, draw };
	/** Where to go as soon as it is drawn. */
	const awaited = useRef<{ place: TextPoint; isLit: boolean } | null>(null);

	// Before the next entry is shown, while the place in the store is still this entry's.
	useLayoutEffect(() => {
		return () => {
			places.set(entry, useReader.getState().place);
		};
	}, [entry]);

	useEffect(() => {
		if (!root || !dom) return;
		const { named, kept, draw } = latest.current;
		const before = places.get(entry);
		const place = before ?? named ?? kept;
		const callOff = focusIfLost(root);
		if (!place) return callOff;
		const isLit = !before && named !== null;
		draw(place.ordinal);
		awaited.current = scrollToPlace(root, dom, place) ? null : { place, isLit };
		useReader.setState({ place });
		// Sections around it are laid out only now that they are near, and one that was not drawn is only now: once more.
		const frame = requestAnimationFrame(() => {
			scrollToPlace(root, dom, place);
			if (isLit) flash(dom.elementOf(place.ordinal));
		});
		return () => {
			callOff();
			cancelAnimationFrame(frame);
		};
	}, [entry, root, dom]);

	// biome-ignore lint/correctness/useExhaustiveDependencies: drawnCount says that it may be there now
	useEffect(() => {
		if (!root || !dom || !awaited.current) return;
		const { place, isLit } = awaited.current;
		if (!scrollToPlace(root, dom, place)) return;
		awaited.current = null;
		if (isLit) flash(dom.elementOf(place.ordinal));
	}, [root, dom, drawnCount]);
}

/** Lights a passage for a moment, and lets J and K go on from it. */
function flash(element: HTMLElement | null): void {
	if (!element) return;
	element.focus({ preventScroll: true });
	element.setAttribute('data-flash', '');
	element.addEventListener('animationend', () => element.removeAttribute('data-flash'), { once: true });
}
