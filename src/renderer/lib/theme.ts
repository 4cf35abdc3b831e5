import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useProfile } from './profile.ts';

export const themeChoices = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');

/** What the person chose, remembered on this device; settings and the reader's own panel change the same one. */
export function useThemeChoice(): [ThemeChoice, (choice: ThemeChoice) => void] {
	const [choice, choose] = useProfile<ThemeChoice>('theme', 'system');
	return [themeChoices.includes(choice) ? choice : 'system', choose];
}

/** Puts the chosen theme on the document; called once, by the frame. */
export function useThemeOnDocument(): void {
	const [choice] = useThemeChoice();
	const isDark = useSyncExternalStore(watchSystem, () => prefersDark.matches);
	const theme = choice === 'system' ? (isDark ? 'dark' : 'light') : choice;
	// Before the paint: after it, the page would be laid out and painted a second time.
	useLayoutEffect(() => {
		document.documentElement.dataset.theme = theme;
	}, [theme]);
}

function watchSystem(listener: () => void): () => void {
	prefersDark.addEventListener('change', listener);
	return () => prefersDark.removeEventListener('change', listener);
}
