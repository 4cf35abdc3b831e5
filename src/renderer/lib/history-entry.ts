import { useRouterState } from '@tanstack/react-router';

/** Which entry of the history of this window is shown. */
export function useHistoryEntry(): string {
	// Subtle: not the location itself, which changes before the address's parts reach the page.
	return useRouterState({ select: ({ resolvedLocation: at }) => at?.state.__TSR_key ?? at?.href ?? '' });
}
