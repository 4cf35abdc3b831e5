import { type MapLayer, mostLayerBytes } from '#shared/domain/map.ts';
import type { ReadShapes } from '#shared/map/read-shapes.ts';
import { TileArchive } from '#shared/map/tiles/tile-archive.ts';
import { tooLarge } from '#shared/map/unread-shapes.ts';
import { gunzip } from './gunzip.ts';
import { readLayerBytes } from './layer-bytes.ts';
import { readScan, type Scan } from './read-scan.ts';
import { readShapes } from './read-shapes.ts';

/** What a layer draws: of a file of shapes all that is in it, of one of tiles what it takes to ask for them. */
export type LayerContent =
	| { kind: 'shapes'; shapes: ReadShapes }
	| { kind: 'tiles'; tiles: TileArchive }
	| { kind: 'scan'; scan: Scan };

/** Throws unreadable-file with the place of the fault. */
export async function readLayer(layer: MapLayer): Promise<LayerContent> {
	if (layer.kind === 'scan') return { kind: 'scan', scan: await readScan(layer) };
	const { kind, sha256, sizeBytes, fileName: file } = layer;
	if (kind === 'tiles') {
		const read = async (offset: number, length: number) => (await readLayerBytes(sha256, offset, length)).buffer;
		return { kind, tiles: await TileArchive.open({ file, sizeBytes, read, unpack: gunzip }) };
	}
	if (sizeBytes > mostLayerBytes) throw tooLarge(file);
	return { kind, shapes: await readShapes(await readLayerBytes(sha256, 0, sizeBytes), file) };
}
