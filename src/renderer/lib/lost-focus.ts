/** Frames until a dialog that closed in the same moment has given the focus back. */
const framesToWait = 2;

/**
 * Gives the keyboard to `element` if nothing else has it by then: what had the focus may have gone with the place it was
 * in, and keys that scroll would then scroll nothing. Returns what calls it off, so
 * that it can also be a `ref`.
 */
export function focusIfLost(element: HTMLElement | null): () => void {
	return ifFocusIsLost(() => element?.focus({ preventScroll: true }));
}

/** Does it if nothing has the keyboard once a dialog that closed in the same moment has given it back; returns what calls it off. */
export function ifFocusIsLost(action: () => void): () => void {
	let frame = 0;
	const wait = (framesLeft: number) => {
		frame = requestAnimationFrame(() => {
			if (framesLeft > 1) wait(framesLeft - 1);
			else if (isFocusLost()) action();
		});
	};
	wait(framesToWait);
	return () => cancelAnimationFrame(frame);
}

/** True also where the frame's `main` or its heading has it: they stand in until a page has something better. */
function isFocusLost(): boolean {
	const focused = document.activeElement;
	return !focused || focused === document.body || focused.matches('#main, #main h1');
}
