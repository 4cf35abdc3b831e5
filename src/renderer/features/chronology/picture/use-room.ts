import { type RefObject, useEffect, useState } from 'react';

interface Room {
	widthPx: number;
	heightPx: number;
	scrollTopPx: number;
}

/** The room of a scrolled element and how far it is scrolled; the window's until it is observed. */
export function useRoom(element: RefObject<HTMLElement | null>): Room & { onScroll(): void } {
	const [room, setRoom] = useState<Room>(() => ({
		widthPx: window.innerWidth,
		heightPx: window.innerHeight,
		scrollTopPx: 0,
	}));
	useEffect(() => {
		const observed = element.current;
		if (!observed) return;
		const observer = new ResizeObserver(([entry]) => {
			const size = entry?.contentBoxSize[0];
			if (!size) return;
			setRoom((known) => ({ ...known, widthPx: Math.floor(size.inlineSize), heightPx: Math.ceil(size.blockSize) }));
		});
		observer.observe(observed);
		return () => observer.disconnect();
	}, [element]);
	return {
		...room,
		onScroll: () => setRoom((known) => ({ ...known, scrollTopPx: element.current?.scrollTop ?? 0 })),
	};
}
