import type { Room } from '#renderer/lib/use-room.ts';
import { type MapSight, toPicture } from '#shared/map/map-scene.ts';
import { type Plane, toPlane } from '#shared/map/plane.ts';
import { type TilePlace, tileBounds, tileStrips } from '#shared/map/tiles/tile-grid.ts';
import type { Scan } from '../layers/read-scan.ts';

/** Where a canvas shows what, and how many dots it has in a pixel. */
export interface PictureView {
	plane: Plane;
	sight: MapSight;
	room: Room;
	ratio: number;
}

/** In strips: a tile is Mercator's, whose parallels lie farther apart towards the poles, and the map's lie evenly. */
export function drawTilePicture(
	context: CanvasRenderingContext2D,
	picture: ImageBitmap,
	place: TilePlace,
	{ plane, sight, room, ratio }: PictureView,
): void {
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	const { left, right } = tileBounds(place, plane);
	const strips = tileStrips(place.z);
	for (let strip = 0; strip < strips; strip += 1) {
		const { top, bottom } = tileBounds(place, plane, { from: strip / strips, to: (strip + 1) / strips });
		const from = toPicture({ x: left, y: top }, sight, room);
		const to = toPicture({ x: right, y: bottom }, sight, room);
		// By whole pixels, so that no gap is seen between one and the next.
		const [x, y] = [Math.round(from.x), Math.round(from.y)];
		const height = picture.height / strips;
		context.drawImage(
			picture,
			...([0, strip * height, picture.width, height] as const),
			...([x, y, Math.round(to.x) - x, Math.round(to.y) - y] as const),
		);
	}
}

/** As it lies: turned, stretched or slanted by its world file. */
export function drawScan(
	context: CanvasRenderingContext2D,
	{ picture, size, placing }: Scan,
	{ plane, sight, room, ratio }: PictureView,
): void {
	const { origin, perColumn, perRow } = placing;
	const begin = toPicture(toPlane(plane, origin), sight, room);
	const scale = sight.scale * ratio;
	// It may have been made smaller: its own pixels are what the world file counts in.
	const [across, down] = [(size.widthPx / picture.width) * scale, (size.heightPx / picture.height) * scale];
	context.setTransform(
		...([perColumn.longitude * plane.perLongitude * across, -perColumn.latitude * across] as const),
		...([perRow.longitude * plane.perLongitude * down, -perRow.latitude * down] as const),
		...([begin.x * ratio, begin.y * ratio] as const),
	);
	context.drawImage(picture, 0, 0);
}
