import { useEffect, useRef } from 'react';
import type { Room } from '#renderer/lib/use-room.ts';
import { type MapSight, toPicture } from '#shared/map/map-scene.ts';
import { type Plane, toPlane } from '#shared/map/plane.ts';
import { type TilePlace, tileBounds, tileStrips } from '#shared/map/tiles/tile-grid.ts';
import type { Scan } from '../layers/read-scan.ts';
import type { LoadedLayer } from '../layers/use-layers.tsx';
import type { TiledLayer } from '../layers/use-tiles.ts';
import styles from './Picture.module.css';

interface PicturesProps {
	layers: readonly LoadedLayer[];
	tiled: readonly TiledLayer[];
	plane: Plane;
	sight: MapSight;
	room: Room;
}

type View = Pick<PicturesProps, 'plane' | 'sight' | 'room'>;

/** Tiles that are pictures and scans, below all that is drawn in lines. Nothing where there are none. */
export function Pictures({ layers, tiled, plane, sight, room }: PicturesProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const pictures = tiled.flatMap(({ tiles }) =>
		tiles.flatMap(({ place, drawing }) => (drawing.kind === 'picture' ? [{ place, picture: drawing.picture }] : [])),
	);
	const scans = layers.flatMap(({ content }) => (content?.kind === 'scan' ? [content.scan] : []));
	const count = pictures.length + scans.length;
	const ratio = window.devicePixelRatio;
	// With every frame: a canvas has no memory of what it should look like.
	useEffect(() => {
		const context = canvas.current?.getContext('2d');
		if (!context) return;
		context.setTransform(ratio, 0, 0, ratio, 0, 0);
		context.clearRect(0, 0, room.widthPx, room.heightPx);
		for (const { place, picture } of pictures) drawTile(context, picture, place, { plane, sight, room });
		for (const scan of scans) drawScan(context, scan, { plane, sight, room }, ratio);
	});
	if (count === 0) return null;
	return (
		<foreignObject width={room.widthPx} height={room.heightPx}>
			<canvas
				ref={canvas}
				className={styles.pictures}
				width={Math.round(room.widthPx * ratio)}
				height={Math.round(room.heightPx * ratio)}
				data-pictures={count}
			/>
		</foreignObject>
	);
}

/** In strips: a tile is Mercator's, whose parallels lie farther apart towards the poles, and the map's lie evenly. */
function drawTile(
	context: CanvasRenderingContext2D,
	picture: ImageBitmap,
	place: TilePlace,
	{ plane, sight, room }: View,
): void {
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
function drawScan(
	context: CanvasRenderingContext2D,
	{ picture, size, placing }: Scan,
	{ plane, sight, room }: View,
	ratio: number,
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
