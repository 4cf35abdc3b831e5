import { addPaths, addSources, type NamedFile, pickFiles, sendFiles } from '#renderer/features/adding/index.ts';
import { desktop } from '#renderer/lib/desktop.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { drawnPictureTypes, layerKindOf, mostLayerBytes } from '#shared/domain/map.ts';
import { isWorldFileName, mostWorldBytes, readWorldFile, worldFileNames } from '#shared/map/scan/world-file.ts';
import { TileArchive } from '#shared/map/tiles/tile-archive.ts';
import { tooLarge } from '#shared/map/unread-shapes.ts';
import { message } from '#shared/messages/messages.ts';
import { drawTile } from './draw-tile.ts';
import { gunzip } from './gunzip.ts';
import { readShapes } from './read-shapes.ts';

const accepted = '.geojson,.pmtiles,application/geo+json,image/jpeg,image/png,image/webp,.jgw,.jpgw,.pgw,.pngw,.wld';

/**
 * Has a person choose a file of shapes or of tiles, or a scan with its world file, which become originals of records like
 * any other files that are added. What is broken or too large is refused before anything is written.
 */
export async function addLayer(): Promise<void> {
	const chosen = await pickFiles({ accept: accepted });
	const [first] = chosen;
	if (!first) return;
	for (const one of chosen) await check(one, chosen);
	if (desktop) addPaths(chosen.map(({ file }) => desktop?.pathOf(file) ?? ''));
	else addSources(await sendFiles(chosen));
	showToast(message('map.layer.added', { file: first.name }));
}

async function check({ file, name }: NamedFile, chosen: readonly NamedFile[]): Promise<void> {
	const refuse = (reason: string) => new AppError('unreadable-file', { file: name, reason });
	const kind = layerKindOf(name);
	if (kind === 'tiles') await checkTiles(file, name);
	else if (kind === 'shapes') await checkShapes(file, name);
	else if (isWorldFileName(name)) {
		const isOf = (other: NamedFile) => worldFileNames(other.name).includes(name.toLowerCase());
		if (!chosen.some(isOf)) throw refuse(message('map.world.alone'));
		// How large the picture is says only whether it reaches beyond the earth, which is told when it is drawn.
		if (file.size <= mostWorldBytes) readWorldFile(await file.text(), name, { widthPx: 1, heightPx: 1 });
	} else if (!drawnPictureTypes.includes(file.type)) throw refuse(message('map.layer.ending'));
}

async function checkShapes(file: File, name: string): Promise<void> {
	if (file.size > mostLayerBytes) throw tooLarge(name);
	await readShapes(new Uint8Array(await file.arrayBuffer()), name);
}

/** All that can be told without reading the whole: its head, its directory and the tile that is shown first. */
async function checkTiles(file: File, name: string): Promise<void> {
	const read = (offset: number, length: number) => file.slice(offset, offset + length).arrayBuffer();
	const tiles = await TileArchive.open({ file: name, sizeBytes: file.size, read, unpack: gunzip });
	const drawing = await drawTile(tiles, tiles.first);
	if (drawing?.kind === 'picture') drawing.picture.close();
}
