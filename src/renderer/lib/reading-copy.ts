import { useSyncExternalStore } from 'react';
import type { ReadingCopyBridge, Watched } from '#shared/api/copy-bridge.ts';

declare global {
	interface Window {
		readonly lecternCopy?: ReadingCopyBridge;
	}
}

/** The page of the reading copy that this is; undefined on the desktop and in the browser edition. */
export const readingCopy: ReadingCopyBridge | undefined = window.lecternCopy;

/** The value as it is now, drawn anew when it changes. */
export function useWatched<T>({ get, subscribe }: Watched<T>): T {
	return useSyncExternalStore(subscribe, get);
}
