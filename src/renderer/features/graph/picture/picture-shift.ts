import type { Sight } from '#renderer/lib/picture-sight.ts';
import type { Room } from '#renderer/lib/use-room.ts';

/** A part of the picture, in pixels from its upper left corner. */
export interface Region {
	left: number;
	top: number;
	width: number;
	height: number;
}

export interface PictureShift {
	/** By how many of the screen's own pixels the picture goes to the right and down. */
	byX: number;
	byY: number;
	/** What is seen when it has; half of such a pixel at most from what is to be seen. */
	sight: Sight;
	/** What comes into sight, of which no point is in two. */
	uncovered: Region[];
}

/**
 * How the picture of one sight becomes that of another without drawing all of it; null where it must be drawn, because
 * the scale is another or nothing of it stays. Whole pixels, since a picture that is moved by a part of one blurs, and more
 * with each frame.
 *
 * @param ratio the screen's own pixels in one of the page
 */
export function shiftBetween(from: Sight, to: Sight, { widthPx, heightPx }: Room, ratio: number): PictureShift | null {
	if (from.scale !== to.scale) return null;
	const inPixels = (distance: number) => Math.round(distance * from.scale * ratio) || 0;
	const [byX, byY] = [inPixels(from.x - to.x), inPixels(from.y - to.y)];
	const [dx, dy] = [byX / ratio, byY / ratio];
	if (Math.abs(dx) >= widthPx || Math.abs(dy) >= heightPx) return null;
	const sight = { x: from.x - dx / from.scale, y: from.y - dy / from.scale, scale: from.scale };
	const top = dy > 0 ? dy : 0;
	const uncovered = [
		{ left: 0, top: dy > 0 ? 0 : heightPx + dy, width: widthPx, height: Math.abs(dy) },
		{ left: dx > 0 ? 0 : widthPx + dx, top, width: Math.abs(dx), height: heightPx - Math.abs(dy) },
	];
	return { byX, byY, sight, uncovered: uncovered.filter(({ width, height }) => width > 0 && height > 0) };
}
