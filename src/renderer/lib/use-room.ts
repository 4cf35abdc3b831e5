import { type RefObject, useEffect, useState } from 'react';

export interface Room {
	widthPx: number;
	heightPx: number;
}

/** The room of an element; none until it is observed. */
export function useRoom(element: RefObject<HTMLElement | null>): Room {
	const [room, setRoom] = useState<Room>({ widthPx: 0, heightPx: 0 });
	useEffect(() => {
		const observed = element.current;
		if (!observed) return;
		const observer = new ResizeObserver(([entry]) => {
			const size = entry?.contentBoxSize[0];
			if (size) setRoom({ widthPx: Math.floor(size.inlineSize), heightPx: Math.floor(size.blockSize) });
		});
		observer.observe(observed);
		return () => observer.disconnect();
	}, [element]);
	return room;
}
