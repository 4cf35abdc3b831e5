import type { Virtualizer } from '@tanstack/react-virtual';

/**
 * How a virtual list measures its rows (`measureElement`): by what the browser's observer tells after laying out. Until
 * then a row has the height it had last, or the estimated one. Asking a row for its height as it comes in would make the
 * browser lay out the page in the middle of drawing it.
 */
export function observedHeight<Scroll extends Element, Row extends Element>(
	row: Row,
	entry: ResizeObserverEntry | undefined,
	list: Virtualizer<Scroll, Row>,
): number {
	const observed = entry?.borderBoxSize[0]?.blockSize;
	if (observed !== undefined) return Math.round(observed);
	const index = list.indexFromElement(row);
	return list.measurementsCache[index]?.size ?? list.options.estimateSize(index);
}
