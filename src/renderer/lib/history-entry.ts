import { type ParsedLocation, useRouterState } from '@tanstack/react-router';

/** Which entry of the history of this window is shown. */
export function useHistoryEntry(): string {
	// Subtle: not the location itself, which changes before the address's parts reach the page.
	return useRouterState({ select: ({ resolvedLocation }) => entryOf(resolvedLocation) });
}

/** The entry that is shown or about to be: what a page has to know as it is made. */
export function useComingEntry(): string {
	return useRouterState({ select: ({ location }) => entryOf(location) });
}

function entryOf(location: ParsedLocation | undefined): string {
	return location?.state.__TSR_key ?? location?.href ?? '';
}
