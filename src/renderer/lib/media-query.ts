import { useCallback, useSyncExternalStore } from 'react';

/** Below this width the side panes become sheets. */
export const narrowWindow = '(max-width: 899px)';

/** Below this width the top bar has room for a word in its box. */
export const phoneWindow = '(max-width: 640px)';

const lists = new Map<string, MediaQueryList>();

function listOf(query: string): MediaQueryList {
	const list = lists.get(query) ?? window.matchMedia(query);
	lists.set(query, list);
	return list;
}

export function useMediaQuery(query: string): boolean {
	const subscribe = useCallback(
		(listener: () => void) => {
			const list = listOf(query);
			list.addEventListener('change', listener);
			return () => list.removeEventListener('change', listener);
		},
		[query],
	);
	return useSyncExternalStore(subscribe, () => listOf(query).matches);
}
