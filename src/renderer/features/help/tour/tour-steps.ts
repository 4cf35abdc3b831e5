/** What the tour points at, in its order; the words are `tour.<id>.title` and `.text`. */
export const tourSteps = [
	{ id: 'record', target: '#main [role="row"][data-index]' },
	{ id: 'search', target: 'search:has(#search-box)' },
	{ id: 'places', target: 'nav:has(a[href$="#/evidence"])' },
	{ id: 'add', target: '[data-tour="add"]' },
	{ id: 'offline', target: '[data-tour="offline"]' },
] as const;
export type TourStep = (typeof tourSteps)[number];

/** What a step points at; null for what is not to be seen now: the navigation of a narrow window, adding to a read-only archive. */
export function targetOf({ target }: TourStep): HTMLElement | null {
	const element = document.querySelector<HTMLElement>(target);
	return element && element.getClientRects().length > 0 ? element : null;
}
