import { message } from '../messages/messages.ts';
import { boundsInSight, type MapRoom, type MapSight, metresPerDegree } from './map-scene.ts';
import type { Plane } from './plane.ts';

const wantedPx = 130;
const leastLinesPx = 110;
const steps = [45, 30, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005];

export interface ScaleBar {
	widthPx: number;
	words: string;
}

/** A round length that is about so wide in the middle of the picture, from west to east. */
export function scaleBar(plane: Plane, sight: MapSight): ScaleBar {
	const narrowing = Math.cos((sight.y * Math.PI) / 180) / plane.perLongitude;
	const metresPerPx = (metresPerDegree * Math.max(0.01, narrowing)) / sight.scale;
	const metres = roundedDown(wantedPx * metresPerPx);
	const words =
		metres >= 1000 ? message('map.kilometres', { count: metres / 1000 }) : message('map.metres', { count: metres });
	return { widthPx: metres / metresPerPx, words };
}

/** To 1, 2 or 5 of its order of magnitude, and at least a metre. */
function roundedDown(metres: number): number {
	const order = 10 ** Math.floor(Math.log10(Math.max(1, metres)));
	const digit = [5, 2].find((each) => each * order <= metres) ?? 1;
	return digit * order;
}

/** A line of the graticule: where it lies in the picture, and which it is. */
export interface GraticuleLine {
	isParallel: boolean;
	/** From the left edge of a meridian, from the upper one of a parallel. */
	atPx: number;
	words: string;
}

/** Meridians and parallels at round degrees, never crowded. */
export function graticule(plane: Plane, sight: MapSight, room: MapRoom): GraticuleLine[] {
	const { left, right, top, bottom } = boundsInSight(sight, room);
	const line = (isParallel: boolean) => (degrees: number) => ({
		isParallel,
		atPx: isParallel
			? (-degrees - sight.y) * sight.scale + room.heightPx / 2
			: (degrees * plane.perLongitude - sight.x) * sight.scale + room.widthPx / 2,
		words: degreeWords(degrees, isParallel),
	});
	const { perLongitude } = plane;
	return [
		...roundDegrees(left / perLongitude, right / perLongitude, sight.scale * perLongitude, 180).map(line(false)),
		...roundDegrees(-bottom, -top, sight.scale, 90).map(line(true)),
	];
}

function roundDegrees(from: number, to: number, pxPerDegree: number, most: number): number[] {
	const step = steps.findLast((each) => each * pxPerDegree >= leastLinesPx) ?? steps[0] ?? 45;
	const first = Math.ceil(Math.max(from, -most) / step);
	const last = Math.floor(Math.min(to, most) / step);
	// By whole steps: a sum of small parts drifts.
	return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => Number(((first + at) * step).toFixed(6)));
}

function degreeWords(degrees: number, isParallel: boolean): string {
	const side = isParallel ? (degrees < 0 ? 'south' : 'north') : degrees < 0 ? 'west' : 'east';
	return degrees === 0 ? '0°' : message(`map.degrees.${side}`, { degrees: String(Math.abs(degrees)) });
}
