import { type ReadShapes, readInWorker, UnreadShapes } from '#renderer/map-layers/index.ts';
import { imageSize } from '#renderer/pages/index.ts';
import type { TilePlace } from '#shared/map/tiles/tile-grid.ts';
import type { TileArchive } from './tile-archive.ts';

/** A tile, ready to be drawn. */
export type TileDrawing = { kind: 'shapes'; shapes: ReadShapes } | { kind: 'picture'; picture: ImageBitmap };

/** Tiles are 256 or 512 pixels wide; unpacked, one of these takes 16 MB. */
const mostSidePx = 2048;

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
	const size = imageSize(new Uint8Array(await content.picture.arrayBuffer()));
	if (!size || Math.max(size.width, size.height) > mostSidePx) throw tiles.fault(place);
	try {
		return { kind: 'picture', picture: await createImageBitmap(content.picture) };
	} catch (cause) {
		throw tiles.fault(place, cause);
	}
}
