import { create } from 'zustand';

/** What screen readers were told last; `at` tells apart the same words said twice. */
export const useAnnouncement = create<{ text: string; at: number }>(() => ({ text: '', at: 0 }));

/**
 * Tells screen readers what happened where the page shows it otherwise: by a mark, or by what is outlined. What a toast
 * says is heard already.
 */
export function announce(text: string): void {
	useAnnouncement.setState(({ at }) => ({ text, at: at + 1 }));
}
