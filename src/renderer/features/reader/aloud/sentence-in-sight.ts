import type { PassageDom, PassagePart } from '#renderer/lib/passage-dom.ts';
import { isBetween, showMatch } from '../find/show-match.ts';

interface Page {
	root: HTMLElement;
	dom: PassageDom;
	draw(ordinal: number): void;
}

/** What is kept free above and below a sentence that is being read: below stands the bar too. */
const roomPx = { above: 40, below: 110 };

/** Whether some of it can be seen now. */
export function isSeen({ root, dom }: Omit<Page, 'draw'>, part: PassagePart): boolean {
	const box = dom.rangeOf(part)?.getBoundingClientRect();
	const pane = root.getBoundingClientRect();
	return box !== undefined && box.height > 0 && box.bottom > pane.top && box.top < pane.bottom;
}

/**
 * Brings a sentence to the upper third of the page, unless all of it stands well in sight: quietly where it is near and
 * nobody asked for less motion.
 */
export function bringIntoSight(page: Page, part: PassagePart): void {
	const { root, dom, draw } = page;
	draw(part.ordinal);
	const box = dom.rangeOf(part)?.getBoundingClientRect();
	const pane = root.getBoundingClientRect();
	const isNear = box && box.height > 0 && box.top > pane.top - pane.height && box.top < pane.bottom + pane.height;
	if (!isNear || !isBetween(box, pane)) {
		showMatch(page, part);
		return;
	}
	const isWhole = box.top >= pane.top + roomPx.above && box.bottom <= pane.bottom - roomPx.below;
	// One that is taller than the page stays as it is once its beginning is well in sight.
	const isTall = box.height > pane.height / 2 && box.top >= pane.top && box.top <= pane.top + pane.height / 3 + 1;
	if (isWhole || isTall) return;
	const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
	root.scrollBy({ top: box.top - pane.top - pane.height / 3, behavior: isStill ? 'instant' : 'smooth' });
}
