import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';

/**
 * After a move, the keyboard and the screen reader begin at the heading of the new place; what they were at is often gone.
 * Pages with something better to be at (a list, a text) take it themselves.
 */
export function useFocusAtPlace(): void {
	const router = useRouter();
	useEffect(
		() =>
			router.subscribe('onRendered', ({ pathChanged }) => {
				const main = document.getElementById('main');
				if (!main || !pathChanged || main.querySelector('[data-takes-focus]')) return;
				const heading = main.querySelector('h1');
				if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
				focusIfLost(heading ?? main);
			}),
		[router],
	);
}
