import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { OpenedFile, PageSize } from '#renderer/pages/index.ts';
import { pageUnits } from '#shared/domain/page-box.ts';
import { scaleFor, sheetGapPx, turnedSize } from './page-geometry.ts';
import { usePageView } from './page-view-store.ts';

/** The page at this part of the pane's height counts as the one in sight. */
const sightLine = 0.35;

export interface PagePositions {
	virtual: Virtualizer<HTMLElement, Element>;
	/** As shown, in CSS pixels. */
	sizeOf(page: number): PageSize;
	uprightSizeOf(page: number): PageSize;
	onSize(page: number, size: PageSize): void;
}

/** Where each page lies in the scroller. Pages are taken to be like the first one until they are drawn. */
export function usePagePositions(scroller: RefObject<HTMLElement | null>, opened: OpenedFile): PagePositions {
	const { zoom, turns } = usePageView();
	const pane = usePaneSize(scroller);
	const [known, setKnown] = useState<ReadonlyMap<number, PageSize>>(new Map());
	const onSize = useCallback((page: number, size: PageSize) => {
		setKnown((sizes) => {
			const old = sizes.get(page);
			return old?.width === size.width && old.height === size.height ? sizes : new Map(sizes).set(page, size);
		});
	}, []);
	const scale = scaleFor(zoom, turnedSize(opened.size, turns), pane);
	useEffect(() => usePageView.setState({ scale }), [scale]);
	const uprightSizeOf = useCallback((page: number) => known.get(page) ?? opened.size, [known, opened.size]);
	const sizeOf = useCallback(
		(page: number) => {
			const size = turnedSize(uprightSizeOf(page), turns);
			// A page that is wider than the first is fitted by itself, so that nothing of it is out of sight.
			const own = typeof zoom === 'number' ? zoom : scaleFor(zoom, size, pane);
			return { width: Math.round(size.width * own), height: Math.round(size.height * own) };
		},
		[uprightSizeOf, turns, zoom, pane],
	);
	const virtual = useVirtualizer<HTMLElement, Element>({
		count: opened.pageCount,
		getScrollElement: () => scroller.current,
		estimateSize: (index) => sizeOf(index + 1).height,
		gap: sheetGapPx,
		paddingStart: sheetGapPx,
		paddingEnd: sheetGapPx,
		overscan: 1,
	});
	useKeptPlace(scroller, virtual, sizeOf);
	useWantedPage(scroller, virtual, sizeOf);
	return { virtual, sizeOf, uprightSizeOf, onSize };
}

type SizeOf = PagePositions['sizeOf'];

/** Lays the pages out anew when their sizes change, and keeps what is in sight where it is. */
function useKeptPlace(
	scroller: RefObject<HTMLElement | null>,
	virtual: Virtualizer<HTMLElement, Element>,
	sizeOf: SizeOf,
): void {
	const place = useRef({ index: 0, part: 0 });
	useLayoutEffect(() => {
		virtual.measure();
		const element = scroller.current;
		const item = element && startOf(virtual, place.current.index);
		if (element && item !== null)
			element.scrollTop = item + place.current.part * sizeOf(place.current.index + 1).height;
	}, [virtual, scroller, sizeOf]);
	useEffect(() => {
		const element = scroller.current;
		if (!element) return;
		const follow = () => {
			const line = element.scrollTop + sightLine * element.clientHeight;
			const inSight = virtual.getVirtualItemForOffset(line);
			if (inSight) usePageView.setState({ page: inSight.index + 1 });
			const top = virtual.getVirtualItemForOffset(element.scrollTop);
			if (top) place.current = { index: top.index, part: (element.scrollTop - top.start) / (top.size || 1) };
		};
		element.addEventListener('scroll', follow, { passive: true });
		return () => element.removeEventListener('scroll', follow);
	}, [virtual, scroller]);
}

/** Scrolls to the page that is asked for, and to a box on it if there is one. */
function useWantedPage(
	scroller: RefObject<HTMLElement | null>,
	virtual: Virtualizer<HTMLElement, Element>,
	sizeOf: SizeOf,
): void {
	const wanted = usePageView((view) => view.wanted);
	const latest = useRef(sizeOf);
	latest.current = sizeOf;
	useEffect(() => {
		const element = scroller.current;
		const start = wanted && startOf(virtual, wanted.page - 1);
		if (!element || !wanted || start === null) return;
		const { turns } = usePageView.getState();
		const { height } = latest.current(wanted.page);
		// On a turned page its top is as near as one gets without a second scroll.
		const within =
			wanted.box && turns === 0 ? (wanted.box.y / pageUnits) * height - sightLine * element.clientHeight : 0;
		element.scrollTop = start - sheetGapPx + Math.max(0, within);
		usePageView.setState({ page: wanted.page });
	}, [wanted, virtual, scroller]);
}

function startOf(virtual: Virtualizer<HTMLElement, Element>, index: number): number | null {
	return virtual.getOffsetForIndex(index, 'start') ? (virtual.measurementsCache[index]?.start ?? null) : null;
}

function usePaneSize(scroller: RefObject<HTMLElement | null>): PageSize {
	const [size, setSize] = useState<PageSize>({ width: 600, height: 800 });
	useLayoutEffect(() => {
		const element = scroller.current;
		if (!element) return;
		const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(element);
		return () => observer.disconnect();
	}, [scroller]);
	const { width, height } = size;
	return useMemo(() => ({ width, height }), [width, height]);
}
