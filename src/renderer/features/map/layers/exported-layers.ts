import { base64Of } from '#renderer/lib/base64.ts';
import { showError } from '#renderer/ui/toast.ts';
import { mostDrawnCharacters } from '#shared/api/map-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import {
	type ExportedLayer,
	type ExportedPart,
	type ExportedPicture,
	type ExportedShapes,
	type GeoBounds,
	layerKey,
} from '#shared/domain/map.ts';
import { drawnLength, exportedShapes } from '#shared/map/exported-shapes.ts';
import type { MapGround } from '#shared/map/map-scene.ts';
import { exportedRoom, exportedSight } from '#shared/map/map-svg.ts';
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
		length += drawnLength(drawn);
		if (length > mostDrawnCharacters) throw new AppError('invalid-input', { reason: message('map.export-too-much') });
	}
	return exported;
}

type Drawn = Pick<ExportedLayer, 'shapes' | 'pictures'>;

async function drawContent(
	{ layer, content }: { layer: LoadedLayer['layer']; content: LayerContent },
	view: PictureView,
): Promise<Drawn> {
	if (content.kind === 'shapes') return { shapes: [exportedShapes(content.shapes.drawn, null)], pictures: [] };
	if (content.kind === 'scan')
		return { shapes: [], pictures: [await paint(view, (context) => drawScan(context, content.scan, view))] };
	// Where it has nothing so coarse there is nothing in the window either, and it says so.
	const tiles = (await tilesFor(layer, content.tiles, { ...view, onUnread: showError })) ?? [];
	const pictures = tiles.flatMap(({ place, drawing }) => (drawing.kind === 'picture' ? [{ place, ...drawing }] : []));
	const paintAll = (context: CanvasRenderingContext2D) => {
		for (const { place, picture } of pictures) drawTilePicture(context, picture, place, view);
	};
	return { shapes: tiles.flatMap(shapesOf), pictures: pictures.length === 0 ? [] : [await paint(view, paintAll)] };
}

function shapesOf({ place, drawing }: LoadedTile): ExportedShapes[] {
	return drawing.kind === 'shapes' ? [exportedShapes(drawing.shapes.drawn, place)] : [];
}

/** A PNG of the whole map. */
async function paint(
	{ room }: PictureView,
	draw: (context: CanvasRenderingContext2D) => void,
): Promise<ExportedPicture> {
	const canvas = document.createElement('canvas');
	canvas.width = room.widthPx * sharpness;
	canvas.height = room.heightPx * sharpness;
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas');
	draw(context);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!blob) throw new Error('no picture');
	const { width: widthPx, height: heightPx } = canvas;
	const bytes = await base64Of(new File([blob], 'layer.png'));
	const matrix: ExportedPart['matrix'] = [1 / sharpness, 0, 0, 1 / sharpness, 0, 0];
	return { mediaType: 'image/png', bytes, widthPx, heightPx, parts: [{ fromRow: 0, toRow: heightPx, matrix }] };
}
