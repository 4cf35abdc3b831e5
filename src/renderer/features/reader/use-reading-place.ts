import { useEffect } from 'react';
import { afterPaint } from '#renderer/lib/after-paint.ts';
import type { PassageDom } from '#renderer/lib/passage-dom.ts';
import { setProfile } from '#renderer/lib/profile.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { TextPoint } from '#shared/domain/text-range.ts';
import { useReader } from './reader-store.ts';
import { areOnOneLine, passageInMotion, placeAtTop, scrollToPlace } from './text/place-on-page.ts';

/** Where a record was left: kept on this device, never in the archive. */
export interface KeptPlace extends TextPoint {
	editionId: EditionId;
	/** The edition that the record showed then: once it shows another, what was read last gives way to that. */
	shownId?: EditionId | null;
}

const restMs = 400;

/** Profile key of the place where a record of an archive was left. */
export function placeKey(archiveId: string, recordId: string): string {
	return `reader.place.${archiveId}.${recordId}`;
}

/**
 * Follows the place at the top of the page as it scrolls, and keeps it when it rests and when the page is left. Brings it
 * back when the page becomes wider or narrower and its lines break elsewhere: when a pane opens beside it, also the one
 * that comes with the text itself.
 */
export function useReadingPlace(
	root: HTMLElement | null,
	dom: PassageDom | null,
	{ editionId, shownId }: { editionId: EditionId; shownId: EditionId | null },
	key: string,
) {
	useEffect(() => {
		if (!root || !dom) return;
		let callOff: (() => void) | undefined;
		let widthPx = root.clientWidth;
		let rest: ReturnType<typeof setTimeout> | undefined;
		let isMoving = false;
		const keep = () => {
			clearTimeout(rest);
			if (!isMoving) return;
			isMoving = false;
			const place = restingPlace(root, dom);
			useReader.setState({ place });
			setProfile(key, { editionId, shownId, ...place } satisfies KeptPlace);
		};
		const read = () => {
			// Other lines stand at the top of a page of another width; they are read once the place is back.
			const ordinal = root.clientWidth === widthPx ? passageInMotion(root) : null;
			if (ordinal === null) return;
			if (ordinal !== useReader.getState().place.ordinal) useReader.setState({ place: { ordinal, offset: 0 } });
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
			if (root.scrollTop > 0) scrollToPlace(root, dom, useReader.getState().place);
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
	}, [root, dom, editionId, shownId, key]);
}

/** The line at the top of the page; the known place where that is on the line, or where the page is already gone. */
function restingPlace(root: HTMLElement, dom: PassageDom): TextPoint {
	const known = useReader.getState().place;
	const found = root.isConnected ? placeAtTop(root, dom, 'line') : null;
	return !found || areOnOneLine(dom, known, found) ? known : found;
}
