import { type RefObject, useEffect } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { useReader } from '../reader-store.ts';
import { scrollToPlace } from '../text/place-on-page.ts';
import { firstOn, pageOf } from './page-of.ts';
import { goToPage, usePageView } from './page-view-store.ts';

interface MovingTogether {
	text: AnnotatedText | null;
	/** The pages; null while none are shown. */
	pane: RefObject<HTMLElement | null>;
	/** Whether the pages are those that the text was read from. */
	isOneSource: boolean;
	draw(ordinal: number): void;
}

/** What people move pages and text by. */
const moves = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;

/**
 * Keeps pages and text at the same page. Whichever a person moves leads; the other follows when the page changes. What
 * moves the text from elsewhere, as an address does, leads too.
 */
export function useMovingTogether({ text, pane, isOneSource, draw }: MovingTogether): void {
	useEffect(() => {
		if (!text || !isOneSource) return;
		const { blocks, root, dom } = text;
		let isLedByPages = false;
		const lead = ({ target }: Event) => {
			const isOnBar = target instanceof Element && target.closest('[data-leads-pages]') !== null;
			isLedByPages = isOnBar || (target instanceof Node && (pane.current?.contains(target) ?? false));
		};
		const stopFollowingText = useReader.subscribe(({ place }, before) => {
			if (isLedByPages || place.ordinal === before.place.ordinal) return;
			usePageView.setState({ ordinal: place.ordinal });
			const page = pageOf(blocks, place.ordinal);
			if (page !== usePageView.getState().page) goToPage(page);
		});
		const stopFollowingPages = usePageView.subscribe(({ page }, before) => {
			if (!isLedByPages || page === before.page) return;
			const ordinal = firstOn(blocks, page);
			if (ordinal === null || pageOf(blocks, useReader.getState().place.ordinal) === page) return;
			draw(ordinal);
			scrollToPlace(root, dom, { ordinal, offset: 0 });
			usePageView.setState({ ordinal });
		});
		const focus = (event: FocusEvent) => {
			const ordinal = event.target instanceof Node ? dom.pointAt(event.target, 0)?.ordinal : undefined;
			if (ordinal === undefined) return;
			usePageView.setState({ ordinal });
			const page = pageOf(blocks, ordinal);
			if (!isLedByPages && page !== usePageView.getState().page) goToPage(page);
		};
		for (const move of moves) document.addEventListener(move, lead, { capture: true, passive: true });
		root.addEventListener('focusin', focus);
		return () => {
			stopFollowingText();
			stopFollowingPages();
			for (const move of moves) document.removeEventListener(move, lead, { capture: true });
			root.removeEventListener('focusin', focus);
		};
	}, [text, pane, isOneSource, draw]);
}
