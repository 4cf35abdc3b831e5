import { elementScroll, type Rect, type Virtualizer } from '@tanstack/react-virtual';

// What a virtual list knows of sizes is what the browser's observer tells after laying out. Asking for a size would make
// the browser lay out the page in the middle of drawing it.

/** How a list measures its rows (`measureElement`). Until one is observed it has the height it had last, or the estimated one. */
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

/** Lists that were scrolled since they came in. */
const scrolled = new WeakSet<Element>();

/** How a list scrolls (`scrollToFn`): not to where it is anyway as it comes in. */
export function scrollOnceShown<Scroll extends Element, Row extends Element>(
	offset: number,
	how: Parameters<typeof elementScroll>[1],
	list: Virtualizer<Scroll, Row>,
): void {
	const { scrollElement } = list;
	if (!scrollElement) return;
	const isAtStart = offset + (how.adjustments ?? 0) === 0 && (list.scrollOffset ?? 0) === 0;
	if (isAtStart && !scrolled.has(scrollElement)) return;
	scrolled.add(scrollElement);
	elementScroll(offset, how, list);
}

/** How a list learns of the room it has (`observeElementRect`); until then it takes its `initialRect`. */
export function observeRoom<Scroll extends Element>(
	{ scrollElement }: Virtualizer<Scroll, Element>,
	tell: (rect: Rect) => void,
): (() => void) | undefined {
	if (!scrollElement) return;
	const observer = new ResizeObserver(([entry]) => {
		const size = entry?.borderBoxSize[0];
		if (size) tell({ width: Math.round(size.inlineSize), height: Math.round(size.blockSize) });
	});
	observer.observe(scrollElement, { box: 'border-box' });
	return () => observer.disconnect();
}
