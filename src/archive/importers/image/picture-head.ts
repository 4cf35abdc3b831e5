import { imageSize } from 'image-size';
import { tiffPages } from './tiff-pages.ts';

/** One page of a picture, as its head describes it. */
export interface PicturePage {
	/** Upright. */
	widthPx: number;
	heightPx: number;
	/** How the stored pixels lie, as EXIF numbers it: 1 is upright. Decoders of TIFF turn theirs by themselves. */
	orientation: number;
}

/** Reads the heads of a picture's pages, without a pixel. Throws where the head says no size. */
export function picturePages(bytes: Uint8Array, mediaType: string): PicturePage[] {
	if (mediaType === 'image/tiff')
		return tiffPages(bytes).map(({ widthPx, heightPx, orientation }) => upright(widthPx, heightPx, orientation));
	const { width, height, orientation = 1 } = imageSize(bytes);
	return [upright(width, height, orientation)];
}

function upright(widthPx: number, heightPx: number, orientation: number): PicturePage {
	const isKnown = Number.isInteger(orientation) && orientation >= 1 && orientation <= 8;
	const isTurned = isKnown && orientation >= 5;
	return {
		widthPx: isTurned ? heightPx : widthPx,
		heightPx: isTurned ? widthPx : heightPx,
		orientation: isKnown ? orientation : 1,
	};
}

/** Whether the end that the format promises is there: files that were cut off on their way have lost it. */
export function isWhole(bytes: Uint8Array, mediaType: string): boolean {
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (mediaType === 'image/png') return file.lastIndexOf('IEND', -1, 'latin1') > 0;
	if (mediaType === 'image/webp') return file.length >= 8 && file.readUInt32LE(4) + 8 <= file.length;
	// Cameras append more after the end, and put a thumbnail with an end of its own before the picture's last scan.
	if (mediaType === 'image/jpeg') return file.lastIndexOf(endOfJpeg) > file.lastIndexOf(startOfScan);
	return true;
}

/** Neither pair occurs within compressed data, where 0xff is followed by 0 or a restart marker (ITU-T T.81, B.1.1.5). */
const startOfScan = Buffer.from([0xff, 0xda]);
const endOfJpeg = Buffer.from([0xff, 0xd9]);
