import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

interface Room {
	widthPx: number;
	heightPx: number;
}

/**
 * The room of a scrolled element and how far it is scrolled; null until the page with the empty element has been laid out.
 * That is before anything is painted: what is drawn is drawn once, to its own width, and nothing moves after.
 */
export function useRoom(element: RefObject<HTMLElement | null>) {
	const [room, setRoom] = useState<Room | null>(null);
	const [scrollTopPx, setScrollTopPx] = useState(0);
	useLayoutEffect(() => {
		if (element.current) setRoom({ widthPx: element.current.clientWidth, heightPx: element.current.clientHeight });
	}, [element]);
	useEffect(() => {
		const observed = element.current;
		if (!observed) return;
		const observer = new ResizeObserver(() => {
			const next = { widthPx: observed.clientWidth, heightPx: observed.clientHeight };
			setRoom((known) => (known?.widthPx === next.widthPx && known.heightPx === next.heightPx ? known : next));
		});
		observer.observe(observed);
		return () => observer.disconnect();
	}, [element]);
	return { room, scrollTopPx, onScroll: () => setScrollTopPx(element.current?.scrollTop ?? 0) };
}
