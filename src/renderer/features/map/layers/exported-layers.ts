import { base64Of } from '#renderer/lib/base64.ts';
import { showError } from '#renderer/ui/toast.ts';
import { mostDrawnCharacters } from '#shared/api/map-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type ExportedLayer, type ExportedShapes, type GeoBounds, layerKey } from '#shared/domain/map.ts';
import type { DrawnLayer } from '#shared/map/draw-layer.ts';
import type { MapGround } from '#shared/map/map-scene.ts';
import { exportedRoom, exportedSight } from '#shared/map/map-svg.ts';
import { degreePlane } from '#shared/map/plane.ts';
import { type TilePlace, tileBounds } from '#shared/map/tiles/tile-grid.ts';
import { message } from '#shared/messages/messages.ts';
import { type Opacities, opacityOf } from '../map-store.ts';
import { drawScan, drawTilePicture, type PictureView } from '../picture/draw-pictures.ts';
import type { LayerContent } from './read-layer.ts';
import type { LoadedLayer } from './use-layers.tsx';
import { type LoadedTile, tilesFor } from './use-tiles.ts';

/** Dots in a pixel of the exported picture. */
const sharpness = 2;

/**
 * The layers as the exported picture shows them: drawn for its room and its sight, which are not those of the window.
 * Throws invalid-input where they are more than one message to the archive holds. A tile that cannot be read is told of,
 * and left out as in the window.
 */
export async function exportedLayers(
	layers: readonly LoadedLayer[],
	{ ground, bounds, opacities }: { ground: MapGround; bounds: GeoBounds | undefined; opacities: Opacities },
): Promise<ExportedLayer[]> {
	const view = { plane: ground.plane, sight: exportedSight(ground, bounds), room: exportedRoom, ratio: sharpness };
	const exported: ExportedLayer[] = [];
	let length = 0;
	for (const { layer, content } of layers) {
		if (!content) continue;
		const { recordId, sha256 } = layer;
		const drawn = await drawContent({ layer, content }, view);
		exported.push({ recordId, sha256, opacity: opacityOf(opacities, layerKey(layer)), ...drawn });
		length += drawn.picture.length + JSON.stringify(drawn.shapes).length;
		if (length > mostDrawnCharacters) throw new AppError('invalid-input', { reason: message('map.export-too-much') });
	}
	return exported;
}

type Drawn = Pick<ExportedLayer, 'shapes' | 'picture'>;

async function drawContent(
	{ layer, content }: { layer: LoadedLayer['layer']; content: LayerContent },
	view: PictureView,
): Promise<Drawn> {
	if (content.kind === 'shapes') return { shapes: [pathsOf(content.shapes.drawn, null)], picture: '' };
	if (content.kind === 'scan')
		return { shapes: [], picture: await paint(view, (context) => drawScan(context, content.scan, view)) };
	// Where it has nothing so coarse there is nothing in the window either, and it says so.
	const tiles = (await tilesFor(layer, content.tiles, { ...view, onUnread: showError })) ?? [];
	const pictures = tiles.flatMap(({ place, drawing }) => (drawing.kind === 'picture' ? [{ place, ...drawing }] : []));
	const paintAll = (context: CanvasRenderingContext2D) => {
		for (const { place, picture } of pictures) drawTilePicture(context, picture, place, view);
	};
	return { shapes: tiles.flatMap(shapesOf), picture: pictures.length === 0 ? '' : await paint(view, paintAll) };
}

function shapesOf({ place, drawing }: LoadedTile): ExportedShapes[] {
	return drawing.kind === 'shapes' ? [pathsOf(drawing.shapes.drawn, frameOf(place))] : [];
}

function frameOf(place: TilePlace): GeoBounds {
	const { left, right, top, bottom } = tileBounds(place, degreePlane);
	return { west: left, east: right, north: -top, south: -bottom };
}

function pathsOf({ areas, lines, points }: DrawnLayer, frame: GeoBounds | null): ExportedShapes {
	const paths = (shapes: DrawnLayer['areas']) => shapes.map(({ path }) => path);
	return { frame, areas: paths(areas), lines: paths(lines), points: paths(points) };
}

/** A PNG of the whole map in base64. */
async function paint({ room }: PictureView, draw: (context: CanvasRenderingContext2D) => void): Promise<string> {
	const canvas = document.createElement('canvas');
	canvas.width = room.widthPx * sharpness;
	canvas.height = room.heightPx * sharpness;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	draw(context);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!blob) throw new Error('no picture');
	return base64Of(new File([blob], 'layer.png'));
}
