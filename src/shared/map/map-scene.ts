import { fittedLines, textWidth } from '../chronology/fitted-text.ts';
import type { MapPlace, MapSight } from '../domain/map.ts';
import type { PlaceCoordinates } from '../domain/place-coordinates.ts';
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

export interface MapScene {
	plane: Plane;
	marks: MapMark[];
	bounds: PlaneBounds;
}

export interface MapRoom {
	widthPx: number;
	heightPx: number;
}

/** A mark and how far its place may be off, in pixels of the picture. */
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

/** Marks of what is said to lie somewhere, in the order of the places. */
export function makeMapScene(places: readonly MapPlace[]): MapScene {
	const plane = planeOf(places.flatMap(({ coordinates }) => coordinates));
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
	const bounds = boundsOf(
		marks.map(({ at }) => at),
		plane,
	);
	return { plane, marks, bounds };
}

/** What has everything in sight, and no nearer than it helps. */
export function wholeSight({ bounds: { left, top, right, bottom } }: MapScene, room: MapRoom): MapSight {
	const across = Math.max(20, room.widthPx - 2 * marginPx) / Math.max(1e-9, right - left);
	const down = Math.max(20, room.heightPx - 2 * marginPx) / Math.max(1e-9, bottom - top);
	const scale = limitedScale(Math.min(across, down, mostFittedScale));
	return { x: (left + right) / 2, y: (top + bottom) / 2, scale };
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

/** The marks that are in the picture. */
export function marksInSight({ marks }: MapScene, sight: MapSight, room: MapRoom): SeenMark[] {
	return marks.flatMap((mark): SeenMark[] => {
		const { x, y } = toPicture(mark.at, sight, room);
		const reach = mark.radiusPx;
		if (x < -reach || y < -reach || x > room.widthPx + reach || y > room.heightPx + reach) return [];
		const uncertaintyPx = ((mark.coordinates.uncertaintyM ?? 0) / metresPerDegree) * sight.scale;
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
