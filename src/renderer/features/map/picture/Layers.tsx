import type { Room } from '#renderer/lib/use-room.ts';
import { layerKey } from '#shared/domain/map.ts';
import type { DrawnLayer } from '#shared/map/draw-layer.ts';
import { degreesInSight, type MapSight } from '#shared/map/map-scene.ts';
import { degreePlacing } from '#shared/map/map-svg.ts';
import { degreePlane, type Plane, type PlaneBounds } from '#shared/map/plane.ts';
import { type TilePlace, tileBounds } from '#shared/map/tiles/tile-grid.ts';
import type { LoadedLayer } from '../layers/use-layers.tsx';
import type { TiledLayer } from '../layers/use-tiles.ts';
import { opacityOf, useMap } from '../map-store.ts';
import styles from './Picture.module.css';
import { Shapes } from './Shapes.tsx';

interface LayersProps {
	layers: readonly LoadedLayer[];
	tiled: readonly TiledLayer[];
	plane: Plane;
	sight: MapSight;
	room: Room;
}

/**
 * What users laid on the map, told apart from its own by colour and form: points are squares. Paths are in degrees, made
 * once by the worker that read the file, and stretched into whatever plane there is.
 */
export function Layers({ layers, tiled, plane, sight, room }: LayersProps) {
	const opacities = useMap((store) => store.opacities);
	const { west, east, north, south } = degreesInSight(sight, room, plane);
	const view = { left: west, right: east, top: -north, bottom: -south };
	return (
		<g transform={degreePlacing(plane, sight, room)}>
			{tiled.map(({ layer, tiles }) => (
				<g key={layerKey(layer)} opacity={opacityOf(opacities, layerKey(layer))}>
					{tiles.map(({ key, place, drawing }) =>
						drawing.kind === 'shapes' ? <Tile key={key} drawn={drawing.shapes.drawn} {...{ place, view }} /> : null,
					)}
				</g>
			))}
			{layers.map(({ layer, content }) =>
				content?.kind === 'shapes' ? (
					<g key={layerKey(layer)} opacity={opacityOf(opacities, layerKey(layer))}>
						<Layer drawn={content.shapes.drawn} view={view} />
					</g>
				) : null,
			)}
		</g>
	);
}

interface LayerProps {
	drawn: DrawnLayer;
	/** In degrees. */
	view: PlaneBounds;
}

function Layer({ drawn: { areas, lines, points }, view }: LayerProps) {
	return (
		<>
			<Shapes shapes={areas} view={view} className={styles.layerArea} />
			<Shapes shapes={lines} view={view} className={styles.layerLine} />
			<Shapes shapes={points} view={view} className={styles.layerPoints} arePoints />
		</>
	);
}

/** Cut off at its edges: what reaches beyond them is drawn by its neighbour too. */
function Tile({ drawn: { areas, lines, points }, view, place }: LayerProps & { place: TilePlace }) {
	const { left, right, top, bottom } = tileBounds(place, degreePlane);
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
