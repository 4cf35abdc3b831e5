/** What the tour points at, in its order; the words are `tour.<id>.title` and `.text`. */
export const tourSteps = [
	{ id: 'record', target: '#main [role="row"][data-index]' },
	{ id: 'search', target: 'search:has(#search-box)' },
	{ id: 'places', target: 'nav:has(a[href$="#/evidence"])' },
	{ id: 'add', target: '[data-tour="add"]' },
	{ id: 'offline', target: '[data-tour="offline"]' },
] as const;
export type TourStep = (typeof tourSteps)[number];

/**
 * What a step points at, of several the first that is in view: a list draws rows beyond its edges too. Null for what is not to
 * be seen now: the navigation of a narrow window, adding to a read-only archive.
 */
export function targetOf({ target }: TourStep): HTMLElement | null {
	const drawn = [...document.querySelectorAll<HTMLElement>(target)].filter(
		(element) => element.getClientRects().length > 0,
	);
	return drawn.find(isInView) ?? drawn[0] ?? null;
}

/** Whole within what it scrolls in. */
function isInView(element: HTMLElement): boolean {
	const box = element.getBoundingClientRect();
	const view = scrollerOf(element).getBoundingClientRect();
	return box.top >= view.top && box.bottom <= view.bottom;
}

function scrollerOf(element: HTMLElement): HTMLElement {
	const { parentElement } = element;
	if (!parentElement) return element;
	return getComputedStyle(parentElement).overflowY === 'visible' ? scrollerOf(parentElement) : parentElement;
}
