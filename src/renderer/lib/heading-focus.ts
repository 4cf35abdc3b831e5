import { useEffect } from 'react';
import { ifFocusIsLost } from './lost-focus.ts';

/**
 * A page that goes over to another state of itself takes what had the focus along with the state before. The keyboard and the
 * screen reader then begin at the heading of the new one, unless something in it asks for them.
 */
export function useFocusAtHeading(state: string): void {
	// biome-ignore lint/correctness/useExhaustiveDependencies: what is looked for is in the document once the state is shown
	useEffect(focusHeadingIfLost, [state]);
}

/** The same once a dialog has closed whose opener is gone. */
export function useFocusAtHeadingAfterwards(): void {
	useEffect(() => () => void focusHeadingIfLost(), []);
}

/** Returns what calls it off. */
function focusHeadingIfLost(): () => void {
	return ifFocusIsLost(() => {
		const heading = document.querySelector<HTMLElement>('#main h1');
		if (!heading) return;
		heading.tabIndex = -1;
		heading.focus({ preventScroll: true });
	});
}
