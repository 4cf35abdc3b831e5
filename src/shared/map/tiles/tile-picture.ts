import { type ImageSize, imageSize } from '../../pictures/image-size.ts';
import { type MapView, toPicture } from '../map-scene.ts';
import { type TilePlace, tileBounds, tileStrips } from './tile-grid.ts';

/** Tiles are 256 or 512 pixels wide; unpacked, one of these takes 16 MB. */
const mostSidePx = 2048;

/** Null for what is no picture, or one that is too large for a tile. */
export function tilePictureSize(bytes: Uint8Array): ImageSize | null {
	const size = imageSize(bytes);
	return size && Math.max(size.width, size.height) <= mostSidePx ? size : null;
}

/** Rows of a picture, and the rectangle of the map that they come to lie in. */
export interface PictureStrip {
	fromRow: number;
	toRow: number;
	x: number;
	y: number;
	width: number;
	height: number;
}

/** In strips: a tile is Mercator's, whose parallels lie farther apart towards the poles, and the map's lie evenly. */
export function pictureStrips(
	place: TilePlace,
	{ height }: ImageSize,
	{ plane, sight, room }: MapView,
): PictureStrip[] {
	const { left, right } = tileBounds(place, plane);
	const strips = tileStrips(place.z);
	return Array.from({ length: strips }, (_, strip) => {
		const { top, bottom } = tileBounds(place, plane, { from: strip / strips, to: (strip + 1) / strips });
		const from = toPicture({ x: left, y: top }, sight, room);
		const to = toPicture({ x: right, y: bottom }, sight, room);
		// By whole pixels, so that no gap is seen between one and the next.
		const [x, y] = [Math.round(from.x), Math.round(from.y)];
		return {
			...{ fromRow: (strip * height) / strips, toRow: ((strip + 1) * height) / strips },
			...{ x, y, width: Math.round(to.x) - x, height: Math.round(to.y) - y },
		};
	});
}
