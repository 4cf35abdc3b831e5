import { fittedLines, textWidth } from '../chronology/fitted-text.ts';
import type { GeoBounds, MapPlace } from '../domain/map.ts';
import type { GeoPoint, PlaceCoordinates } from '../domain/place-coordinates.ts';
import { type Label, placeLabels } from '../graph/labels.ts';
import { boundsOf, type Plane, type PlaneBounds, type PlanePoint, planeOf, toPlane } from './plane.ts';

/** One statement of where a place lies. Of a place with several, each is a mark. */
export interface MapMark {
	/** That of the place, and which of its coordinates it is. */
	id: string;
	place: MapPlace;
	coordinates: PlaceCoordinates;
	at: PlanePoint;
	radiusPx: number;
}

/** What places are drawn on: the same whichever of them are shown, so that nothing moves when others are. */
export interface MapGround {
	plane: Plane;
	/** Of everything that is said to lie somewhere. */
	bounds: PlaneBounds;
}

export interface MapScene extends MapGround {
	marks: MapMark[];
}

/** What is in the middle of the picture, in the units of its plane, and how many pixels a unit takes. */
export interface MapSight {
	x: number;
	y: number;
	scale: number;
}

/** The same in any plane: what is in the middle, and how many pixels a degree of latitude takes. */
export interface GeoSight extends GeoPoint {
	scale: number;
}

export interface MapRoom {
	widthPx: number;
	heightPx: number;
}

/** A mark and how far its place may be off, in pixels of the picture. */
/** Which part of the earth is drawn into which room. */
export interface MapView {
	plane: Plane;
	sight: MapSight;
	room: MapRoom;
}

export interface SeenMark {
	mark: MapMark;
	x: number;
	y: number;
	uncertaintyPx: number;
}

const [leastRadiusPx, mostRadiusPx] = [5, 20];
const [leastScale, mostScale, mostFittedScale] = [0.5, 40_000, 400];
const marginPx = 56;
const labelSizePx = 12;
const longestLabelPx = 220;
const mostLabels = 400;
export const metresPerDegree = 111_195;

/** An area of this many pixels an event: twice as many events, twice the mark. */
function radiusOf(eventCount: number): number {
	return Math.min(mostRadiusPx, leastRadiusPx + 2.4 * Math.sqrt(eventCount));
}

/** @param points all that the archive has, whatever is shown */
export function groundOf(points: readonly GeoPoint[]): MapGround {
	const plane = planeOf(points);
	const all = points.map((point) => toPlane(plane, point));
	return { plane, bounds: boundsOf(all, plane) };
}

/** Marks of what is said to lie somewhere, in the order of the places. */
export function makeMapScene(places: readonly MapPlace[], { plane, bounds }: MapGround): MapScene {
	const marks = places.flatMap((place) =>
		place.coordinates.map(
			(coordinates, index): MapMark => ({
				id: `${place.id} ${index}`,
				place,
				coordinates,
				at: toPlane(plane, coordinates),
				radiusPx: radiusOf(place.eventIds.length),
			}),
		),
	);
	return { plane, marks, bounds };
}

/** What has everything in sight, and no nearer than it helps. */
export function wholeSight({ bounds: { left, top, right, bottom } }: MapGround, room: MapRoom): MapSight {
	const across = Math.max(20, room.widthPx - 2 * marginPx) / Math.max(1e-9, right - left);
	const down = Math.max(20, room.heightPx - 2 * marginPx) / Math.max(1e-9, bottom - top);
	const scale = limitedScale(Math.min(across, down, mostFittedScale));
	return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
}

/** What has all of this in sight, and of what lies about it as much as the room is of another shape. */
export function fittedSight({ west, south, east, north }: GeoBounds, plane: Plane, room: MapRoom): MapSight {
	const middle = toPlane(plane, { latitude: (south + north) / 2, longitude: (west + east) / 2 });
	const across = room.widthPx / ((east - west) * plane.perLongitude);
	return { ...middle, scale: limitedScale(Math.min(across, room.heightPx / (north - south))) };
}

export function sightInPlane({ scale, ...middle }: GeoSight, plane: Plane): MapSight {
	return { ...toPlane(plane, middle), scale };
}

/** The middle stays on the earth, so that no picture loses it. */
export function sightInDegrees({ x, y, scale }: MapSight, { perLongitude }: Plane): GeoSight {
	const within = (degrees: number, most: number) => Math.max(-most, Math.min(most, degrees));
	return { latitude: within(-y, 90), longitude: within(x / perLongitude, 180), scale };
}

export function limitedScale(scale: number): number {
	return Math.min(mostScale, Math.max(leastScale, scale));
}

export function toPicture({ x, y }: PlanePoint, sight: MapSight, { widthPx, heightPx }: MapRoom): PlanePoint {
	return { x: (x - sight.x) * sight.scale + widthPx / 2, y: (y - sight.y) * sight.scale + heightPx / 2 };
}

/** What of the plane is in the picture. */
export function boundsInSight(sight: MapSight, { widthPx, heightPx }: MapRoom): PlaneBounds {
	const [across, down] = [widthPx / 2 / sight.scale, heightPx / 2 / sight.scale];
	return { left: sight.x - across, right: sight.x + across, top: sight.y - down, bottom: sight.y + down };
}

/** The same in degrees. */
export function degreesInSight(sight: MapSight, room: MapRoom, { perLongitude }: Plane): GeoBounds {
	const { left, right, top, bottom } = boundsInSight(sight, room);
	return { west: left / perLongitude, east: right / perLongitude, north: -top, south: -bottom };
}

/** The marks that are in the picture, be it only by how far their place may be off. */
export function marksInSight({ marks }: MapScene, sight: MapSight, room: MapRoom): SeenMark[] {
	return marks.flatMap((mark): SeenMark[] => {
		const { x, y } = toPicture(mark.at, sight, room);
		const uncertaintyPx = ((mark.coordinates.uncertaintyM ?? 0) / metresPerDegree) * sight.scale;
		const reach = Math.max(mark.radiusPx, uncertaintyPx);
		if (x < -reach || y < -reach || x > room.widthPx + reach || y > room.heightPx + reach) return [];
		return [{ mark, x, y, uncertaintyPx }];
	});
}

/** Labels that do not overlap; first those of what is chosen, then in the order of the marks. */
export function labelsInSight(seen: readonly SeenMark[], room: MapRoom, chosenId = ''): Label[] {
	const first = seen.filter(({ mark }) => mark.place.id === chosenId);
	const others = seen.filter(({ mark }) => mark.place.id !== chosenId);
	const wishes = [...first, ...others].slice(0, mostLabels).map(({ mark, x, y }) => {
		const text = fittedLines(mark.place.label, longestLabelPx, labelSizePx, 1)[0] ?? '';
		return { id: mark.id, x, y, radius: mark.radiusPx, text, widthPx: textWidth(text, labelSizePx) };
	});
	return placeLabels(wishes, wishes, room.widthPx);
}
