import { useCallback, useSyncExternalStore } from 'react';

/** Below this width the side panes become sheets. */
export const narrowWindow = '(max-width: 899px)';

export function useMediaQuery(query: string): boolean {
	const subscribe = useCallback(
		(listener: () => void) => {
			const list = window.matchMedia(query);
			list.addEventListener('change', listener);
			return () => list.removeEventListener('change', listener);
		},
		[query],
	);
	return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
