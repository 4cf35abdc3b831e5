import { useEffect, useRef } from 'react';
import type { Room } from '#renderer/lib/use-room.ts';
import { layerKey } from '#shared/domain/map.ts';
import type { MapSight } from '#shared/map/map-scene.ts';
import type { Plane } from '#shared/map/plane.ts';
import type { LoadedLayer } from '../layers/use-layers.tsx';
import type { TiledLayer } from '../layers/use-tiles.ts';
import { opacityOf, useMap } from '../map-store.ts';
import { drawScan, drawTilePicture } from './draw-pictures.ts';
import styles from './Picture.module.css';

interface PicturesProps {
	layers: readonly LoadedLayer[];
	tiled: readonly TiledLayer[];
	plane: Plane;
	sight: MapSight;
	room: Room;
}

/** Tiles that are pictures and scans, below all that is drawn in lines. Nothing where there are none. */
export function Pictures({ layers, tiled, plane, sight, room }: PicturesProps) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const opacities = useMap((view) => view.opacities);
	const pictures = tiled.flatMap(({ layer, tiles }) =>
		tiles.flatMap(({ place, drawing }) =>
			drawing.kind === 'picture' ? [{ key: layerKey(layer), place, picture: drawing.picture }] : [],
		),
	);
	const scans = layers.flatMap(({ layer, content }) =>
		content?.kind === 'scan' ? [{ key: layerKey(layer), scan: content.scan }] : [],
	);
	const count = pictures.length + scans.length;
	const ratio = window.devicePixelRatio;
	// With every frame: a canvas has no memory of what it should look like.
	useEffect(() => {
		const context = canvas.current?.getContext('2d');
		if (!context) return;
		context.setTransform(ratio, 0, 0, ratio, 0, 0);
		context.clearRect(0, 0, room.widthPx, room.heightPx);
		const view = { plane, sight, room, ratio };
		for (const { key, place, picture } of pictures) {
			context.globalAlpha = opacityOf(opacities, key);
			drawTilePicture(context, picture, place, view);
		}
		for (const { key, scan } of scans) {
			context.globalAlpha = opacityOf(opacities, key);
			drawScan(context, scan, view);
		}
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
