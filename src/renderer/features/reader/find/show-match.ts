import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import { scrollToPlace } from '../text/place-on-page.ts';
import type { Match } from './find-words.ts';

interface DrawableText {
	root: HTMLElement;
	dom: PassageDom;
	draw(ordinal: number): void;
}

/** Brings a match into view, a third of the page from its top, where it is not in view already. */
export function showMatch({ root, dom, draw }: DrawableText, match: Match): void {
	draw(match.ordinal);
	if (isInSight(root, dom, match)) return;
	scrollToPlace(root, dom, { ordinal: match.ordinal, offset: match.start });
	root.scrollTop -= root.clientHeight / 3;
}

function isInSight(root: HTMLElement, dom: PassageDom, match: Match): boolean {
	const box = dom.rangeOf(match)?.getBoundingClientRect();
	const pane = root.getBoundingClientRect();
	return box !== undefined && box.top > pane.top + 60 && box.bottom < pane.bottom - 20 && isBetween(box, pane);
}

/** From side to side: a table wider than the page scrolls by itself. */
export function isBetween(box: DOMRect, pane: DOMRect): boolean {
	return box.left >= pane.left && box.right <= pane.right;
}
