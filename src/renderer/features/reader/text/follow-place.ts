import { afterPaint } from '#renderer/lib/after-paint.ts';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import { areOnOneLine, passageInMotion, placeAtTop, scrollToPlace } from './place-on-page.ts';

const restMs = 400;

/** Who wants to know where a page is. */
interface PlaceFollower {
	/** The place as it was told last. */
	known(): TextPoint;
	/** The passage at the top of a page that moves. */
	moved(place: TextPoint): void;
	/** The line at its top, once it rests, and when the page is left before it does. */
	rested(place: TextPoint): void;
}

/**
 * Follows the place at the top of a page as it scrolls. Brings it back when the page becomes wider or narrower and its lines
 * break elsewhere: when a pane opens beside it, also the one that comes with the text itself. Gives what ends it.
 */
export function followPlace(root: HTMLElement, dom: PassageDom, { known, moved, rested }: PlaceFollower): () => void {
	let callOff: (() => void) | undefined;
	let widthPx = root.clientWidth;
	let rest: ReturnType<typeof setTimeout> | undefined;
	let isMoving = false;
	const keep = () => {
		clearTimeout(rest);
		if (!isMoving) return;
		isMoving = false;
		rested(lineAtTop(root, dom, known()));
	};
	const read = () => {
		// Other lines stand at the top of a page of another width; they are read once the place is back.
		const ordinal = root.clientWidth === widthPx ? passageInMotion(root) : null;
		if (ordinal === null) return;
		if (ordinal !== known().ordinal) moved({ ordinal, offset: 0 });
		isMoving = true;
		clearTimeout(rest);
		rest = setTimeout(keep, restMs);
	};
	const scroll = () => {
		// Once the frame is drawn: to ask before would lay out what has just come near, apart from the rest of it.
		callOff ??= afterPaint(() => {
			callOff = undefined;
			read();
		});
	};
	const resized = new ResizeObserver(() => {
		if (root.clientWidth === widthPx) return;
		widthPx = root.clientWidth;
		if (root.scrollTop > 0) scrollToPlace(root, dom, known());
	});
	resized.observe(root);
	root.addEventListener('scroll', scroll, { passive: true });
	window.addEventListener('pagehide', keep);
	return () => {
		callOff?.();
		resized.disconnect();
		root.removeEventListener('scroll', scroll);
		window.removeEventListener('pagehide', keep);
		keep();
	};
}

/** The line at the top of the page; the known place where that is on the line, or where the page is gone or behind a tab. */
function lineAtTop(root: HTMLElement, dom: PassageDom, known: TextPoint): TextPoint {
	const found = root.isConnected && root.clientHeight > 0 ? placeAtTop(root, dom, 'line') : null;
	return !found || areOnOneLine(dom, known, found) ? known : found;
}
