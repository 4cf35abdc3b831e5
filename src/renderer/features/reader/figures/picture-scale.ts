/** Of a press on a key or button. */
export const zoomStep = 1.25;
const [least, most] = [0.05, 16];
/** A small picture is not made larger than this by itself: no more is seen of it then. */
const mostFitting = 3;

interface Size {
	width: number;
	height: number;
}

export function clampScale(scale: number): number {
	return Math.min(most, Math.max(least, scale));
}

/** At which all of a picture is seen in a room; 0 while that has no size. */
export function fittingScale(picture: Size, room: Size): number {
	return Math.min(mostFitting, room.width / picture.width, room.height / picture.height);
}

/** Where an area is scrolled to, so that what is seen at a point of it stays there when it becomes `factor` times as large. */
export function keptCentre(
	{ scrollLeft, scrollTop }: { scrollLeft: number; scrollTop: number },
	point: { x: number; y: number },
	factor: number,
): { left: number; top: number } {
	return { left: (scrollLeft + point.x) * factor - point.x, top: (scrollTop + point.y) * factor - point.y };
}
