import { readInWorker, UnreadShapes } from '#renderer/map-layers/index.ts';
import type { ReadShapes } from '#shared/map/read-shapes.ts';
import type { TileArchive } from '#shared/map/tiles/tile-archive.ts';
import type { TilePlace } from '#shared/map/tiles/tile-grid.ts';
import { tilePictureSize } from '#shared/map/tiles/tile-picture.ts';

/** A tile, ready to be drawn. */
export type TileDrawing = { kind: 'shapes'; shapes: ReadShapes } | { kind: 'picture'; picture: ImageBitmap };

/** Null where there is no such tile. Throws unreadable-file for one that cannot be read or decoded. */
export async function drawTile(tiles: TileArchive, place: TilePlace): Promise<TileDrawing | null> {
	const content = await tiles.tile(place);
	if (!content) return null;
	if (content.kind === 'shapes') {
		const { bytes } = content;
		const shapes = await readInWorker({ kind: 'tile', bytes, place }).catch((cause: unknown) => {
			throw cause instanceof UnreadShapes ? tiles.fault(place, cause) : cause;
		});
		return { kind: 'shapes', shapes };
	}
	const { bytes, mediaType } = content;
	if (!tilePictureSize(bytes)) throw tiles.fault(place);
	try {
		return { kind: 'picture', picture: await createImageBitmap(new Blob([bytes], { type: mediaType })) };
	} catch (cause) {
		throw tiles.fault(place, cause);
	}
}
