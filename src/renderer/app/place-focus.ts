import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { announce } from '#renderer/lib/announcements.ts';
import { archive } from '#renderer/lib/archive.ts';
import { ifFocusIsLost } from '#renderer/lib/lost-focus.ts';
import { message } from '#shared/messages/messages.ts';

/**
 * After a move, the keyboard and the screen reader begin at what the new place is for (a list, a text), else at its heading:
 * what they were at is often gone. Pages that know a better place within it take the focus there themselves.
 */
export function useFocusAtPlace(): void {
	const router = useRouter();
	useEffect(() => {
		let end: (() => void) | undefined;
		const unsubscribe = router.subscribe('onRendered', ({ hrefChanged, pathChanged }) => {
			const main = document.getElementById('main');
			if (!main || (!(hrefChanged && leaveNavigation()) && !pathChanged)) return;
			end?.();
			end = focusWhileComing(main);
		});
		// Opened again or anew, all that it shows is drawn anew, also where the place is the same.
		const stop = archive.on('archive.opened', () => {
			end?.();
			end = focusPlace();
		});
		return () => {
			unsubscribe();
			stop();
			end?.();
		};
	}, [router]);
}

/** For whoever brought the place into the window. Returns what ends it. */
export function focusPlace(): () => void {
	const main = document.getElementById('main');
	return main ? focusWhileComing(main) : () => undefined;
}

/**
 * Whoever followed an entry of the navigation stays at it, to go on to the next, and is told that the place is there: nothing
 * moved that a screen reader would speak of. Whoever was brought elsewhere by a key leaves the entry of the place before;
 * true then.
 */
function leaveNavigation(): boolean {
	const focused = document.activeElement;
	// Entries of the contents are no links of places.
	if (!(focused instanceof HTMLAnchorElement) || !focused.matches('nav :any-link:not([role])')) return false;
	if (focused.getAttribute('aria-current')) {
		announce(message('place.opened', { place: focused.innerText }));
		return false;
	}
	focused.blur();
	return true;
}

/**
 * A page may come in steps: its heading, a list, and another one once it is known what is new. So what has the focus may go
 * again until somebody does something. Gives what ends it.
 */
function focusWhileComing(main: HTMLElement): () => void {
	let callOff: (() => void) | undefined;
	const look = () => {
		callOff?.();
		callOff = ifFocusIsLost(() => placeIn(main).focus({ preventScroll: true }));
	};
	const observer = new MutationObserver(look);
	observer.observe(main, { childList: true, subtree: true });
	const begun = new AbortController();
	const end = () => {
		callOff?.();
		observer.disconnect();
		begun.abort();
	};
	for (const input of ['keydown', 'pointerdown'] as const)
		window.addEventListener(input, end, { capture: true, signal: begun.signal });
	look();
	return end;
}

/** Until a page has a heading, `main` stands in. */
function placeIn(main: HTMLElement): HTMLElement {
	const better = main.querySelector<HTMLElement>('[data-takes-focus]');
	if (better) return better;
	const heading = main.querySelector('h1');
	if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
	return heading ?? main;
}
