import { closeFile, drawPage, openFile, type PagedFile, type PageSize } from '#renderer/pages/index.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { drawnPictureTypes, type ScanLayer } from '#shared/domain/map.ts';
import { type PictureSize, readWorldFile, type ScanPlacing } from '#shared/map/scan/world-file.ts';
import { message } from '#shared/messages/messages.ts';
import { readLayerBytes } from './layer-bytes.ts';

/** A scan as the picture draws it: made smaller where it is large, and where it lies by its own pixels. */
export interface Scan {
	picture: ImageBitmap;
	size: PictureSize;
	placing: ScanPlacing;
}

/** Wider, a scan would take more memory than the window has to spare, for what is seen only near by. */
const mostWidthPx = 4096;

/** Throws unreadable-file with the reason: of the picture, or of the file that says where it lies. */
export async function readScan({ world, fileName, mediaType, sha256, sizeBytes }: ScanLayer): Promise<Scan> {
	if (!drawnPictureTypes.includes(mediaType)) throw unshown(fileName);
	const { picture, size } = await draw({ sha256, mediaType, sizeBytes }, fileName);
	const text = new TextDecoder().decode(await readLayerBytes(world.sha256, 0, world.sizeBytes));
	return { picture, size, placing: readWorldFile(text, world.fileName, size) };
}

/** By the worker that draws pages: what cannot be decoded harms nothing there. */
function draw(file: PagedFile, fileName: string): Promise<{ picture: ImageBitmap; size: PictureSize }> {
	return new Promise((resolve, reject) => {
		const failed = () => {
			closeFile(fileId);
			reject(unshown(fileName));
		};
		const fileId = openFile(file, {
			failed,
			done: ({ size }) =>
				void drawPage(
					{ fileId, page: 1, widthPx: Math.min(mostWidthPx, size.width), turns: 0 },
					{
						failed,
						done({ picture }) {
							closeFile(fileId);
							resolve({ picture, size: inPixels(size) });
						},
					},
				),
		});
	});
}

function inPixels({ width, height }: PageSize): PictureSize {
	return { widthPx: width, heightPx: height };
}

function unshown(file: string): AppError {
	return new AppError('unreadable-file', { file, reason: message('map.scan.unshown') });
}
