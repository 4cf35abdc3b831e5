import type { GeoPoint } from '../domain/place-coordinates.ts';

/**
 * The plane of the picture: the equirectangular projection, true at one parallel. A unit is a degree of latitude; x goes
 * east, y south. Straight lines of longitude and latitude stay straight, as GeoJSON means them (RFC 7946, 3.1.1), and a
 * scan that was laid on such a grid is only stretched.
 */
export interface Plane {
	/** The parallel at which lengths are true, in degrees. */
	parallel: number;
	/** Units of x in a degree of longitude. */
	perLongitude: number;
}

export interface PlanePoint {
	x: number;
	y: number;
}

export interface PlaneBounds {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The plane whose units are degrees both ways: what is drawn in it lies in any other by a stretch along x. */
export const degreePlane: Plane = { parallel: 0, perLongitude: 1 };

/** Nearer to a pole the plane would be too narrow to read. */
const mostParallel = 70;

/** The plane that is true in the middle of these points. */
export function planeOf(points: readonly GeoPoint[]): Plane {
	const latitudes = points.map(({ latitude }) => latitude);
	const middle = points.length === 0 ? 0 : (least(latitudes) + most(latitudes)) / 2;
	const parallel = Math.max(-mostParallel, Math.min(mostParallel, middle));
	return { parallel, perLongitude: Math.cos((parallel * Math.PI) / 180) };
}

export function toPlane({ perLongitude }: Plane, { latitude, longitude }: GeoPoint): PlanePoint {
	return { x: longitude * perLongitude, y: -latitude };
}

/** What holds all these points; the whole earth where there are none. */
export function boundsOf(points: readonly PlanePoint[], plane: Plane): PlaneBounds {
	if (points.length === 0)
		return { left: -180 * plane.perLongitude, right: 180 * plane.perLongitude, top: -90, bottom: 90 };
	const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
	return { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) };
}

/** Whether they touch. */
export function meets(one: PlaneBounds, other: PlaneBounds): boolean {
	return one.left <= other.right && other.left <= one.right && one.top <= other.bottom && other.top <= one.bottom;
}

/** What holds both. */
export function joinedBounds(one: PlaneBounds, other: PlaneBounds): PlaneBounds {
	return {
		left: Math.min(one.left, other.left),
		right: Math.max(one.right, other.right),
		top: Math.min(one.top, other.top),
		bottom: Math.max(one.bottom, other.bottom),
	};
}

// Not Math.min(...many): a long list is too many arguments.
function least(values: readonly number[]): number {
	return values.reduce((one, other) => Math.min(one, other), Infinity);
}

function most(values: readonly number[]): number {
	return values.reduce((one, other) => Math.max(one, other), -Infinity);
}
