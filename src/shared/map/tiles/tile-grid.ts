import type { GeoBounds } from '../../domain/map.ts';
import type { Plane, PlaneBounds } from '../plane.ts';

/** A tile of the grid that maps on the web are cut into: at zoom z the earth is 2^z tiles wide and high. */
export interface TilePlace {
	z: number;
	/** From the 180th meridian to the east. */
	x: number;
	/** From 85.05° N to the south. */
	y: number;
}

/** How wide a tile is drawn at least, before those of the zoom above take its place. */
const leastTilePx = 256;
/** The edge of the grid: there Mercator's projection is as high as it is wide. */
const mostLatitude = 85.051_128_779_806_6;

/** The longitude of a place in the grid, in tiles of its zoom. */
export function tileLongitude(x: number, z: number): number {
	return (x / 2 ** z) * 360 - 180;
}

/** The latitude of a place in the grid, in tiles of its zoom. */
export function tileLatitude(y: number, z: number): number {
	return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z))) * 180) / Math.PI;
}

/** The inverse of `tileLongitude`. */
export function tileX(longitude: number, z: number): number {
	return ((longitude + 180) / 360) * 2 ** z;
}

/** The inverse of `tileLatitude`; what lies beyond the edge of the grid is at the edge. */
export function tileY(latitude: number, z: number): number {
	const within = Math.max(-mostLatitude, Math.min(mostLatitude, latitude));
	const northing = Math.asinh(Math.tan((within * Math.PI) / 180)) / Math.PI;
	return ((1 - northing) / 2) * 2 ** z;
}

/** The zoom whose tiles are drawn about as large as they are made, of those that there are. */
export function zoomFor(
	{ perLongitude }: Plane,
	scale: number,
	{ least, most }: { least: number; most: number },
): number {
	const wanted = Math.floor(Math.log2((360 * perLongitude * scale) / leastTilePx));
	return Math.max(least, Math.min(most, wanted));
}

/**
 * The tiles of a zoom that are in sight, row by row; null where there are more than `limit`, which happens where nothing
 * coarser was made.
 */
export function tilesInSight(sight: GeoBounds, z: number, limit: number): TilePlace[] | null {
	const last = 2 ** z - 1;
	const within = (tile: number) => Math.max(0, Math.min(last, Math.floor(tile)));
	if (sight.east <= -180 || sight.west >= 180 || sight.north <= -mostLatitude || sight.south >= mostLatitude) return [];
	const [left, right] = [within(tileX(sight.west, z)), within(tileX(sight.east, z))];
	const [top, bottom] = [within(tileY(sight.north, z)), within(tileY(sight.south, z))];
	if ((right - left + 1) * (bottom - top + 1) > limit) return null;
	const tiles: TilePlace[] = [];
	for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) tiles.push({ z, x, y });
	return tiles;
}

/** What both have in common; null where that is nothing. */
export function commonBounds(one: GeoBounds, other: GeoBounds): GeoBounds | null {
	const west = Math.max(one.west, other.west);
	const east = Math.min(one.east, other.east);
	const south = Math.max(one.south, other.south);
	const north = Math.min(one.north, other.north);
	return west < east && south < north ? { west, south, east, north } : null;
}

/** Where a tile lies in the plane, or a strip of it: from one part of its height to another. */
export function tileBounds(
	{ z, x, y }: TilePlace,
	{ perLongitude }: Plane,
	{ from, to }: { from: number; to: number } = { from: 0, to: 1 },
): PlaneBounds {
	return {
		left: tileLongitude(x, z) * perLongitude,
		right: tileLongitude(x + 1, z) * perLongitude,
		top: -tileLatitude(y + from, z),
		bottom: -tileLatitude(y + to, z),
	};
}

/** In how many strips a tile is stretched into the plane for no part of it to be off by a pixel. */
export function tileStrips(z: number): number {
	return Math.max(1, 2 ** (7 - z));
}
