import { useMemo } from 'react';
import type { Room } from '#renderer/lib/use-room.ts';
import { layerKey } from '#shared/domain/map.ts';
import { drawLayer } from '#shared/map/draw-layer.ts';
import { boundsInSight, type MapSight } from '#shared/map/map-scene.ts';
import { basePlacing } from '#shared/map/map-svg.ts';
import type { Plane, PlaneBounds } from '#shared/map/plane.ts';
import type { LayerFeature } from '#shared/map/read-geojson.ts';
import { type TilePlace, tileBounds } from '#shared/map/tiles/tile-grid.ts';
import type { LoadedLayer } from '../layers/use-layers.tsx';
import type { TiledLayer } from '../layers/use-tiles.ts';
import styles from './Picture.module.css';
import { Shapes } from './Shapes.tsx';

interface LayersProps {
	layers: readonly LoadedLayer[];
	tiled: readonly TiledLayer[];
	plane: Plane;
	sight: MapSight;
	room: Room;
}

/** What users laid on the map, told apart from its own by colour and form: points are squares. */
export function Layers({ layers, tiled, plane, sight, room }: LayersProps) {
	const view = boundsInSight(sight, room);
	return (
		<g transform={basePlacing(sight, room)}>
			{tiled.flatMap(({ layer, tiles }) =>
				tiles.map(({ key, place, drawing }) =>
					drawing.kind === 'shapes' ? (
						<Tile key={`${layerKey(layer)} ${key}`} features={drawing.features} {...{ place, plane, view }} />
					) : null,
				),
			)}
			{layers.map(({ layer, content }) =>
				content?.kind === 'shapes' ? (
					<Layer key={layerKey(layer)} features={content.features} {...{ plane, view }} />
				) : null,
			)}
		</g>
	);
}

interface LayerProps {
	features: readonly LayerFeature[];
	plane: Plane;
	view: PlaneBounds;
}

/** A layer of its own, so that its paths are made once for a plane and not with every frame. */
function Layer({ features, plane, view }: LayerProps) {
	const { areas, lines, points } = useDrawnLayer(features, plane);
	return (
		<>
			<Shapes shapes={areas} view={view} className={styles.layerArea} />
			<Shapes shapes={lines} view={view} className={styles.layerLine} />
			<Shapes shapes={points} view={view} className={styles.layerPoints} arePoints />
		</>
	);
}

/** Cut off at its edges: what reaches beyond them is drawn by its neighbour too. */
function Tile({ features, plane, view, place }: LayerProps & { place: TilePlace }) {
	const { areas, lines, points } = useDrawnLayer(features, plane);
	const { left, right, top, bottom } = tileBounds(place, plane);
	const frame = { x: left, y: top, width: right - left, height: bottom - top };
	return (
		<>
			{/* biome-ignore lint/a11y/noSvgWithoutTitle: a part of a picture that is said in words elsewhere */}
			<svg {...frame} viewBox={`${left} ${top} ${frame.width} ${frame.height}`} overflow="hidden" data-tile>
				<Shapes shapes={areas} view={view} className={styles.layerArea} />
				<Shapes shapes={lines} view={view} className={styles.layerLine} />
			</svg>
			<Shapes shapes={points} view={view} className={styles.layerPoints} arePoints />
		</>
	);
}

function useDrawnLayer(features: readonly LayerFeature[], { parallel, perLongitude }: Plane) {
	return useMemo(() => drawLayer(features, { parallel, perLongitude }), [features, parallel, perLongitude]);
}
