import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readLongRange } from '#shared/api/long-range.ts';
import { mostDrawnCharacters } from '#shared/api/map-api.ts';
import { AppError, toErrorData } from '#shared/domain/app-error.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import {
	drawnPictureTypes,
	type ExportedLayer,
	type ExportedPicture,
	type HeldPicture,
	type MapLayer,
	mostLayerBytes,
	type ScanLayer,
} from '#shared/domain/map.ts';
import { drawnLength, exportedShapes } from '#shared/map/exported-shapes.ts';
import { groundOf, type MapView } from '#shared/map/map-scene.ts';
import { exportedRoom, exportedSight } from '#shared/map/map-svg.ts';
import { BrokenGeoJson } from '#shared/map/read-geojson.ts';
import { readShapesFile, readTileShapes } from '#shared/map/read-shapes.ts';
import { scanMatrix } from '#shared/map/scan/scan-matrix.ts';
import { readWorldFile } from '#shared/map/scan/world-file.ts';
import { TileArchive } from '#shared/map/tiles/tile-archive.ts';
import type { TilePlace } from '#shared/map/tiles/tile-grid.ts';
import { pictureStrips, tilePictureSize } from '#shared/map/tiles/tile-picture.ts';
import { tilesInView } from '#shared/map/tiles/tiles-in-view.ts';
import { tooLarge, unreadShapes } from '#shared/map/unread-shapes.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';

type Drawn = Pick<ExportedLayer, 'shapes' | 'pictures'>;

/**
 * Draws layers for the exported picture by what draws them in the window, but that pictures are not decoded: they are in
 * the file as they were received. What cannot be drawn is said, and left out.
 *
 * @param titles of those that are wanted, or the names of their files, with or without their endings; null for all
 */
export async function drawLayers(
	session: Session,
	titles: readonly string[] | null,
	output: Output,
): Promise<{ layers: ExportedLayer[]; hasFaults: boolean }> {
	const wanted = chosenLayers(await session.calls.map.layers(undefined), titles);
	const ground = groundOf((await session.calls.names.list(undefined)).flatMap(({ coordinates }) => coordinates));
	const view = { plane: ground.plane, sight: exportedSight(ground, undefined), room: exportedRoom };
	const layers: ExportedLayer[] = [];
	let hasFaults = false;
	let length = 0;
	for (const layer of wanted) {
		const say = (error: unknown) => {
			hasFaults = true;
			output.note(message('map.layer.fault', { title: layer.title, reason: errorMessage(toErrorData(error)) }));
		};
		const drawn = await drawLayer(session, layer, view, say).catch(say);
		if (!drawn) continue;
		length += drawnLength(drawn);
		if (length > mostDrawnCharacters) throw new AppError('invalid-input', { reason: message('map.export-too-much') });
		layers.push({ recordId: layer.recordId, sha256: layer.sha256, opacity: 1, ...drawn });
	}
	return { layers, hasFaults };
}

function chosenLayers(layers: readonly MapLayer[], titles: readonly string[] | null): readonly MapLayer[] {
	if (!titles) return layers;
	const isCalled = ({ title, fileName }: MapLayer, asked: string) =>
		[title, fileName, path.parse(fileName).name].some((name) => name.toLowerCase() === asked.toLowerCase());
	for (const asked of titles)
		if (!layers.some((layer) => isCalled(layer, asked))) throw new AppError('not-found', { what: asked });
	return layers.filter((layer) => titles.some((asked) => isCalled(layer, asked)));
}

async function drawLayer(
	session: Session,
	layer: MapLayer,
	view: MapView,
	onUnread: (error: unknown) => void,
): Promise<Drawn> {
	if (layer.kind === 'scan') return { shapes: [], pictures: [await layScan(session, layer, view)] };
	const { kind, sha256, sizeBytes, fileName: file } = layer;
	if (kind === 'shapes') {
		if (sizeBytes > mostLayerBytes) throw tooLarge(file);
		return { shapes: [await readShapes(await readBytes(session, sha256, 0, sizeBytes), file)], pictures: [] };
	}
	const tiles = await TileArchive.open({
		...{ file, sizeBytes },
		read: async (offset, length) => (await readBytes(session, sha256, offset, length)).buffer,
		unpack: async (packed, mostBytes) =>
			new Uint8Array(await promisify(gunzip)(new Uint8Array(packed), { maxOutputLength: mostBytes })).buffer,
	});
	const places = tilesInView(tiles, view);
	if (!places) throw new AppError('unreadable-file', { file, reason: message('map.export-too-far') });
	const all: Drawn = { shapes: [], pictures: [] };
	for (const place of places) {
		const drawn = await drawTile(tiles, place, view).catch(onUnread);
		all.shapes.push(...(drawn?.shapes ?? []));
		all.pictures.push(...(drawn?.pictures ?? []));
	}
	return all;
}

async function readShapes(bytes: Uint8Array, file: string): Promise<Drawn['shapes'][number]> {
	try {
		return exportedShapes(readShapesFile(bytes).drawn, null);
	} catch (cause) {
		if (cause instanceof BrokenGeoJson) throw unreadShapes(file, cause.fault, cause);
		throw cause instanceof RangeError ? unreadShapes(file, null) : cause;
	}
}

/** Null where there is no such tile. */
async function drawTile(tiles: TileArchive, place: TilePlace, view: MapView): Promise<Drawn | null> {
	const content = await tiles.tile(place);
	if (!content) return null;
	const { bytes } = content;
	if (content.kind === 'shapes') {
		try {
			return { shapes: [exportedShapes(readTileShapes(bytes, place).drawn, place)], pictures: [] };
		} catch (cause) {
			throw cause instanceof RangeError ? tiles.fault(place, cause) : cause;
		}
	}
	const size = tilePictureSize(bytes);
	if (!size) throw tiles.fault(place);
	const parts = pictureStrips(place, size, view).map(
		({ fromRow, toRow, x, y, width, height }): ExportedPicture['parts'][number] => {
			const [across, down] = [width / size.width, height / (toRow - fromRow)];
			return { fromRow, toRow, matrix: [across, 0, 0, down, x, y - fromRow * down] };
		},
	);
	return { shapes: [], pictures: [pictureOf(bytes, content.mediaType, size, parts)] };
}

async function layScan(session: Session, layer: ScanLayer, view: MapView): Promise<ExportedPicture> {
	const { recordId, sha256, sizeBytes, mediaType, fileName: file, world } = layer;
	const held = await session.calls.map.pictures(undefined);
	const size = held.find((each: HeldPicture) => each.recordId === recordId && each.sha256 === sha256);
	if (!size || !drawnPictureTypes.includes(mediaType))
		throw new AppError('unreadable-file', { file, reason: message('map.scan.unshown') });
	const text = new TextDecoder().decode(await readBytes(session, world.sha256, 0, world.sizeBytes));
	const placing = readWorldFile(text, world.fileName, size);
	if (sizeBytes * 1.34 > mostDrawnCharacters)
		throw new AppError('invalid-input', { reason: message('map.export-too-much') });
	const bytes = await readBytes(session, sha256, 0, sizeBytes);
	const { widthPx: width, heightPx: height } = size;
	const parts = [{ fromRow: 0, toRow: height, matrix: [...scanMatrix(placing, view)] }] as ExportedPicture['parts'];
	return pictureOf(bytes, mediaType, { width, height }, parts);
}

function pictureOf(
	bytes: Uint8Array,
	mediaType: string,
	{ width, height }: { width: number; height: number },
	parts: ExportedPicture['parts'],
): ExportedPicture {
	return { mediaType, bytes: Buffer.from(bytes).toString('base64'), widthPx: width, heightPx: height, parts };
}

function readBytes(
	{ calls }: Session,
	sha256: Sha256,
	begin: number,
	sizeBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
	return readLongRange(calls.originals.readRange, sha256, begin, sizeBytes);
}
