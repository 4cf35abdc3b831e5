import { useEffect } from 'react';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import { useReader } from './reader-store.ts';
import { scrollToPlace } from './text/place-on-page.ts';

/**
 * Keeps the place at the top of the page when the page becomes wider or narrower and its lines break elsewhere: a pane
 * beside it opens, also the one that comes with the text itself, or the window changes.
 */
export function usePlaceOnResize(root: HTMLElement, dom: PassageDom): void {
	useEffect(() => {
		let widthPx = root.clientWidth;
		const observer = new ResizeObserver(() => {
			if (root.clientWidth === widthPx) return;
			widthPx = root.clientWidth;
			// Nothing stands above the start of the text, so nothing moved it.
			if (root.scrollTop > 0) scrollToPlace(root, dom, useReader.getState().place);
		});
		observer.observe(root);
		return () => observer.disconnect();
	}, [root, dom]);
}
