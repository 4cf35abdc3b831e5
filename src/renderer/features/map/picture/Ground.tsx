import { useId } from 'react';
import type { Room } from '#renderer/lib/use-room.ts';
import { type BaseMap, worldFrame } from '#shared/map/base-map.ts';
import { boundsInSight, type MapSight } from '#shared/map/map-scene.ts';
import { basePlacing } from '#shared/map/map-svg.ts';
import type { Plane } from '#shared/map/plane.ts';
import { graticule } from '#shared/map/scale-bar.ts';
import styles from './Picture.module.css';
import { Shapes } from './Shapes.tsx';

interface GroundProps {
	base: BaseMap | null;
	plane: Plane;
	hasBorders: boolean;
	sight: MapSight;
	room: Room;
}

/** What lies under all else: land, and borders where they are asked for. */
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
		</>
	);
}

/** Meridians and parallels, above pictures, which would hide them. */
export function Graticule({ plane, sight, room }: Pick<GroundProps, 'plane' | 'sight' | 'room'>) {
	return (
		<>
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
