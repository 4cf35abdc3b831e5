/** What a test draws in a vector tile: paths in the units of the tile, 4096 to a side. */
export interface ArtificialShape {
	kind: 'point' | 'line' | 'area';
	paths: readonly (readonly (readonly [x: number, y: number])[])[];
}

const kinds = { point: 1, line: 2, area: 3 } as const;

/** A vector tile of one layer, as programs write it. */
export function vectorTile(shapes: readonly ArtificialShape[]): Uint8Array {
	const features = shapes.flatMap(({ kind, paths }) => {
		let [lastX, lastY] = [0, 0];
		const numbers = paths.flatMap((path) =>
			path.flatMap(([x, y], at) => {
				const moved = [zigzag(x - lastX), zigzag(y - lastY)];
				[lastX, lastY] = [x, y];
				if (at === 0) return [command(1, 1), ...moved];
				const isLast = at === path.length - 1;
				const begun = at === 1 ? [command(2, path.length - 1)] : [];
				return [...begun, ...moved, ...(isLast && kind === 'area' ? [command(7, 1)] : [])];
			}),
		);
		return field(2, [...whole(3, kinds[kind]), ...field(4, numbers.flatMap(varint))]);
	});
	const name = [...new TextEncoder().encode('sample')];
	return Uint8Array.from(field(3, [...whole(15, 2), ...field(1, name), ...features, ...whole(5, 4096)]));
}

/** A tile of a zoom of which the whole earth has one tile, or four. */
export interface ArtificialTile {
	z: 0 | 1;
	x: number;
	y: number;
	bytes: Uint8Array;
}

/** 1: vector tiles. 2: PNG. */
export type ArtificialTileType = 1 | 2;

/** A tile archive (PMTiles, version 3). @param tileCompression 1: none; 2: the tiles are given packed with gzip */
export function tileFile(
	tiles: readonly ArtificialTile[],
	type: ArtificialTileType,
	tileCompression: 1 | 2 = 1,
): Uint8Array<ArrayBuffer> {
	const ordered = [...tiles].sort((one, other) => tileId(one) - tileId(other));
	const directory = [
		...varint(ordered.length),
		...ordered.flatMap((tile, at) => varint(tileId(tile) - (at === 0 ? 0 : tileId(ordered[at - 1] ?? tile)))),
		...ordered.flatMap(() => varint(1)),
		...ordered.flatMap(({ bytes }) => varint(bytes.length)),
		...ordered.flatMap((_, at) => varint(at === 0 ? 1 : 0)),
	];
	const [directoryAt, metadata] = [127, [...new TextEncoder().encode('{}')]];
	const metadataAt = directoryAt + directory.length;
	const tilesAt = metadataAt + metadata.length;
	const file = new Uint8Array(tilesAt + ordered.reduce((sum, { bytes }) => sum + bytes.length, 0));
	const view = new DataView(file.buffer);
	file.set([...new TextEncoder().encode('PMTiles'), 3]);
	const places = [
		...[directoryAt, directory.length, metadataAt, metadata.length, tilesAt, 0, tilesAt, file.length - tilesAt],
		...[ordered.length, ordered.length, ordered.length],
	];
	for (const [index, value] of places.entries()) view.setBigUint64(8 + index * 8, BigInt(value), true);
	const zooms = ordered.map(({ z }) => z);
	file.set([1, 1, tileCompression, type, Math.min(...zooms), Math.max(...zooms)], 96);
	for (const [index, degrees] of [-180, -85, 180, 85].entries()) view.setInt32(102 + index * 4, degrees * 1e7, true);
	file.set(directory, directoryAt);
	file.set(metadata, metadataAt);
	let at = tilesAt;
	for (const { bytes } of ordered) {
		file.set(bytes, at);
		at += bytes.length;
	}
	return file;
}

/** Along Hilbert's curve, from the coarsest zoom on. */
function tileId({ z, x, y }: ArtificialTile): number {
	return z === 0 ? 0 : 1 + (x === 0 ? y : 3 - y);
}

function zigzag(value: number): number {
	return value < 0 ? -2 * value - 1 : 2 * value;
}

function command(kind: number, repeats: number): number {
	return repeats * 8 + kind;
}

function whole(number: number, value: number): number[] {
	return [...varint(number * 8), ...varint(value)];
}

function field(number: number, bytes: readonly number[]): number[] {
	return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

function varint(value: number): number[] {
	return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
