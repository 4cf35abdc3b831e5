import { useId, useMemo } from 'react';
import type { Room } from '#renderer/lib/use-room.ts';
import { layerKey } from '#shared/domain/map.ts';
import { type BaseMap, type DrawnShape, worldFrame } from '#shared/map/base-map.ts';
import { drawLayer } from '#shared/map/draw-layer.ts';
import { boundsInSight, type MapSight } from '#shared/map/map-scene.ts';
import { basePlacing } from '#shared/map/map-svg.ts';
import { meets, type Plane, type PlaneBounds } from '#shared/map/plane.ts';
import type { LayerFeature } from '#shared/map/read-geojson.ts';
import { graticule } from '#shared/map/scale-bar.ts';
import type { LoadedLayer } from '../use-layers.tsx';
import styles from './Picture.module.css';

interface GroundProps {
	base: BaseMap | null;
	plane: Plane;
	hasBorders: boolean;
	sight: MapSight;
	room: Room;
}

/** What lies under the places: land, borders where they are asked for, and the graticule. */
export function Ground({ base, plane, hasBorders, sight, room }: GroundProps) {
	const view = boundsInSight(sight, room);
	const frameId = useId();
	return (
		<>
			<clipPath id={frameId}>
				<rect {...worldFrame(plane)} />
			</clipPath>
			<g transform={basePlacing(sight, room)} clipPath={`url(#${frameId})`}>
				{base ? <Shapes shapes={base.land} view={view} className={styles.land} /> : null}
				{base && hasBorders ? <Shapes shapes={base.borders} view={view} className={styles.border} /> : null}
			</g>
			{graticule(plane, sight, room).map(({ isParallel, atPx, words }) => (
				<g key={`${isParallel} ${words}`}>
					<path
						className={styles.degree}
						d={isParallel ? `M0 ${atPx}H${room.widthPx}` : `M${atPx} 0V${room.heightPx}`}
					/>
					<text className={styles.degrees} x={isParallel ? 4 : atPx + 3} y={isParallel ? atPx - 3 : 12}>
						{words}
					</text>
				</g>
			))}
		</>
	);
}

interface LayersProps {
	layers: readonly LoadedLayer[];
	plane: Plane;
	sight: MapSight;
	room: Room;
}

/** What users laid on the map, told apart from its own by colour and form: points are squares. */
export function Layers({ layers, plane, sight, room }: LayersProps) {
	const view = boundsInSight(sight, room);
	return (
		<g transform={basePlacing(sight, room)}>
			{layers.map(({ layer, features }) =>
				features ? <Layer key={layerKey(layer)} {...{ features, plane, view }} /> : null,
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
function Layer({ features, plane: { parallel, perLongitude }, view }: LayerProps) {
	const { areas, lines, points } = useMemo(
		() => drawLayer(features, { parallel, perLongitude }),
		[features, parallel, perLongitude],
	);
	return (
		<>
			<Shapes shapes={areas} view={view} className={styles.layerArea} />
			<Shapes shapes={lines} view={view} className={styles.layerLine} />
			{points === '' ? null : <path className={styles.layerPoints} d={points} data-layer-points />}
		</>
	);
}

interface ShapesProps {
	shapes: readonly DrawnShape[];
	view: PlaneBounds;
	className: string | undefined;
}

function Shapes({ shapes, view, className }: ShapesProps) {
	return shapes.map(({ path, bounds }, index) =>
		// The order of a file never changes; what is out of sight is left out.
		// biome-ignore lint/suspicious/noArrayIndexKey: shapes have no other name, and stay where they are
		meets(bounds, view) ? <path key={index} className={className} d={path} /> : null,
	);
}
