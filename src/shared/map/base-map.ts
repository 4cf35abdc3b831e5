import { feature, mesh } from 'topojson-client';
import { boundsOf, type Plane, type PlaneBounds } from './plane.ts';

/** What the base map is, in the picture as in the file: a border without its source is an opinion. */
export const baseMapSource = { name: 'Natural Earth', version: '4.1.0', year: '2018', scale: '1:50\u2009000\u2009000' };

/** A line, or an area with its holes, as a path of SVG in the plane. */
export interface DrawnShape {
	path: string;
	bounds: PlaneBounds;
}

/** Land, and the lines between its states. The latter are drawn only when somebody asks for them. */
export interface BaseMap {
	land: DrawnShape[];
	borders: DrawnShape[];
}

/** Longitude and latitude in degrees, and whatever else a file says of a point (RFC 7946, 3.1.1). */
export type Position = readonly number[];

/** `countries-50m.json` of world-atlas. */
export type WorldAtlas = Parameters<typeof feature>[0] & {
	objects: Record<'countries' | 'land', { type: 'GeometryCollection'; geometries: never[] }>;
};

/** The atlas without what it calls its countries: a picture has their shapes alone. */
export function shapesOnly(atlas: WorldAtlas): WorldAtlas {
	const { land, countries } = atlas.objects;
	const bare = (geometries: readonly object[]) =>
		geometries.map((each) => ({ ...each, id: undefined, properties: undefined }));
	return {
		...atlas,
		objects: {
			land: { ...land, geometries: bare(land.geometries) as never[] },
			countries: { ...countries, geometries: bare(countries.geometries) as never[] },
		},
	};
}

/** Shapes far away from each other are shapes of their own, so that only what is in sight has to be drawn. */
export function drawBaseMap(atlas: WorldAtlas, plane: Plane): BaseMap {
	const land = feature(atlas, atlas.objects.land).features.flatMap(({ geometry }) =>
		geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
	);
	const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other).coordinates;
	return {
		land: land.flatMap((rings) => atBothEdges(rings.map(withoutJumps)).map((each) => drawArea(each, plane))),
		borders: borders.map((line) => drawLine(line, plane)),
	};
}

/**
 * The atlas lies on a sphere: a ring that crosses the 180th meridian jumps from one edge of the plane to the other. Goes
 * on beyond the edge instead; a ring round a pole is closed along the edge there.
 */
function withoutJumps(ring: readonly Position[]): Position[] {
	let beyond = 0;
	const open = ring.map(([longitude = 0, latitude = 0], at): Position => {
		const step = longitude - (ring[at - 1]?.[0] ?? longitude);
		if (Math.abs(step) > 180) beyond -= 360 * Math.sign(step);
		return [longitude + beyond, latitude];
	});
	const [[first = 0, latitude = 0] = [], [last = 0] = []] = [open[0], open.at(-1)];
	if (Math.abs(last - first) < 180) return open;
	const pole = 90 * Math.sign(latitude);
	return [...open, [last, pole], [first, pole]];
}

/** What reaches beyond an edge of the world is there at the other edge too; `worldFrame` cuts off the rest. */
function atBothEdges(rings: readonly (readonly Position[])[]): Position[][][] {
	const longitudes = (rings[0] ?? []).map(([longitude = 0]) => longitude);
	const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
	return [-360, 0, 360]
		.filter((by) => west + by < 180 && east + by > -180)
		.map((by) =>
			rings.map((ring) => ring.map(([longitude = 0, latitude = 0]): Position => [longitude + by, latitude])),
		);
}

/** All of the earth, which the base map is cut off at. */
export function worldFrame({ perLongitude }: Plane): { x: number; y: number; width: number; height: number } {
	return { x: -180 * perLongitude, y: -90, width: 360 * perLongitude, height: 180 };
}

export function drawArea(rings: readonly (readonly Position[])[], plane: Plane): DrawnShape {
	return { path: rings.map((ring) => `${pathOf(ring, plane)}Z`).join(''), bounds: boundsOfLine(rings[0] ?? [], plane) };
}

export function drawLine(line: readonly Position[], plane: Plane): DrawnShape {
	return { path: pathOf(line, plane), bounds: boundsOfLine(line, plane) };
}

function pathOf(line: readonly Position[], { perLongitude }: Plane): string {
	return `M${line.map(([longitude = 0, latitude = 0]) => `${short(longitude * perLongitude)} ${short(-latitude)}`).join('L')}`;
}

function boundsOfLine(line: readonly Position[], plane: Plane): PlaneBounds {
	return boundsOf(
		line.map(([longitude = 0, latitude = 0]) => ({ x: longitude * plane.perLongitude, y: -latitude })),
		plane,
	);
}

/** To some ten metres. */
function short(value: number): number {
	return Math.round(value * 1e4) / 1e4;
}
