import type { ShownPictureType } from '#shared/domain/figure.ts';
import { bareBmp } from './bare-bmp.ts';
import { bareGif } from './bare-gif.ts';
import { bareJpeg } from './bare-jpeg.ts';
import { barePng } from './bare-png.ts';
import { bareWebp } from './bare-webp.ts';

const bared: Readonly<Record<ShownPictureType, (bytes: Buffer) => Buffer | null>> = {
	'image/png': barePng,
	'image/jpeg': bareJpeg,
	'image/gif': bareGif,
	'image/webp': bareWebp,
	'image/bmp': bareBmp,
};

/**
 * The picture without what was written beside it: camera, place, time, people, programs, comments, thumbnails (which may
 * show what was cut off), and whatever follows its end. No pixel is decoded, so none changes.
 *
 * What is kept is listed, not what is dropped: the parts of each format that say how it is drawn, the way it is to be
 * turned, and its colours. Null where the parts cannot be told from one another.
 */
export function barePicture(bytes: Uint8Array, mediaType: ShownPictureType): Uint8Array | null {
	try {
		return bared[mediaType](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	} catch (error) {
		// A length that leads out of the file, or more parts than a picture has.
		if (error instanceof RangeError) return null;
		throw error;
	}
}
