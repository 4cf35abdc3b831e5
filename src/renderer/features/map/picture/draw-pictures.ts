import type { MapView } from '#shared/map/map-scene.ts';
import { scanMatrix } from '#shared/map/scan/scan-matrix.ts';
import type { TilePlace } from '#shared/map/tiles/tile-grid.ts';
import { pictureStrips } from '#shared/map/tiles/tile-picture.ts';
import type { Scan } from '../layers/read-scan.ts';

/** Where a canvas shows what, and how many dots it has in a pixel. */
export interface PictureView extends MapView {
	ratio: number;
}

export function drawTilePicture(
	context: CanvasRenderingContext2D,
	picture: ImageBitmap,
	place: TilePlace,
	view: PictureView,
): void {
	context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
	for (const { fromRow, toRow, x, y, width, height } of pictureStrips(place, picture, view))
		context.drawImage(picture, 0, fromRow, picture.width, toRow - fromRow, x, y, width, height);
}

export function drawScan(context: CanvasRenderingContext2D, { picture, size, placing }: Scan, view: PictureView): void {
	const [a, b, c, d, e, f] = scanMatrix(placing, view).map((each) => each * view.ratio) as [
		...[number, number, number, number, number, number],
	];
	// It may have been made smaller: its own pixels are what the world file counts in.
	const [across, down] = [size.widthPx / picture.width, size.heightPx / picture.height];
	context.setTransform(a * across, b * across, c * down, d * down, e, f);
	context.drawImage(picture, 0, 0);
}
