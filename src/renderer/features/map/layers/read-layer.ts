import { AppError } from '#shared/domain/app-error.ts';
import { type MapLayer, mostLayerBytes } from '#shared/domain/map.ts';
import { type LayerFeature, readGeoJson } from '#shared/map/read-geojson.ts';
import { message } from '#shared/messages/messages.ts';
import { readLayerBytes } from './layer-bytes.ts';
import { layerText } from './layer-text.ts';
import { readScan, type Scan } from './read-scan.ts';
import { TileArchive } from './tile-archive.ts';

/** What a layer draws: of a file of shapes all that is in it, of one of tiles what it takes to ask for them. */
export type LayerContent =
	| { kind: 'shapes'; features: readonly LayerFeature[] }
	| { kind: 'tiles'; tiles: TileArchive }
	| { kind: 'scan'; scan: Scan };

/** Throws unreadable-file with the place of the fault. */
export async function readLayer(layer: MapLayer): Promise<LayerContent> {
	if (layer.kind === 'scan') return { kind: 'scan', scan: await readScan(layer) };
	const { kind, sha256, sizeBytes, fileName: file } = layer;
	if (kind === 'tiles') {
		const read = async (offset: number, length: number) => (await readLayerBytes(sha256, offset, length)).buffer;
		return { kind, tiles: await TileArchive.open({ file, sizeBytes, read }) };
	}
	if (sizeBytes > mostLayerBytes) throw tooLarge(file);
	return { kind, features: readGeoJson(layerText(await readLayerBytes(sha256, 0, sizeBytes), file), file) };
}

export function tooLarge(file: string): AppError {
	const reason = message('import.reason.too-large', { megabytes: Math.floor(mostLayerBytes / 1e6) });
	return new AppError('unreadable-file', { file, reason });
}
