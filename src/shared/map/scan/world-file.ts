import { AppError } from '../../domain/app-error.ts';
import type { ScanCorners } from '../../domain/map.ts';
import { pointOf } from '../../domain/place-coordinates.ts';
import { message } from '../../messages/messages.ts';

export interface PictureSize {
	widthPx: number;
	heightPx: number;
}

/** Where a picture lies: degrees of longitude and latitude for each pixel to the right and down, and where it begins. */
export interface ScanPlacing {
	/** Of the upper left corner of the picture, not of the middle of its first pixel. */
	origin: Degrees;
	perColumn: Degrees;
	perRow: Degrees;
}

interface Degrees {
	longitude: number;
	latitude: number;
}

/** No world file is longer, whatever stands below its six lines. */
export const mostWorldBytes = 4096;

const worldName = /\.(?:wld|[a-z]{2,4}w)$/i;

/** Whether a file is called like one; what it holds is looked at when it is wanted. */
export function isWorldFileName(fileName: string): boolean {
	return worldName.test(fileName);
}

/** What the world file of a picture may be called, in small letters: `map.jpg` has map.jgw, map.jpgw or map.wld. */
export function worldFileNames(pictureName: string): string[] {
	const [, stem = '', ending = ''] = /([^/\\]*)\.([^./\\]+)$/.exec(pictureName.toLowerCase()) ?? [];
	if (ending === '') return [];
	return [`${ending.charAt(0)}${ending.at(-1)}w`, `${ending}w`, 'wld'].map((each) => `${stem}.${each}`);
}

/**
 * Reads the six lines of a world file in degrees (WGS 84); what stands below them is left alone. Throws unreadable-file
 * with the reason, for metres of a projection too: the file does not say of which.
 */
export function readWorldFile(text: string, file: string, size: PictureSize): ScanPlacing {
	const refuse = (key: 'numbers' | 'degrees' | 'flat') =>
		new AppError('unreadable-file', { file, reason: message(`map.world.${key}`, { file }) });
	const lines = text
		.replace(/^\ufeff/, '')
		.split(/\r\n|\n|\r/)
		.map((line) => line.trim());
	const written = lines.filter((line) => line !== '').slice(0, 6);
	const isNumber = (line: string) => /^[-+]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[-+]?\d+)?$/i.test(line);
	if (written.length < 6 || !written.every(isNumber)) throw refuse('numbers');
	const [a = 0, d = 0, b = 0, e = 0, c = 0, f = 0] = written.map((line) => Number(line.replace(',', '.')));
	const perColumn = { longitude: a, latitude: d };
	const perRow = { longitude: b, latitude: e };
	// A world file tells of the middle of the first pixel.
	const origin = { longitude: c - (a + b) / 2, latitude: f - (d + e) / 2 };
	const placing = { origin, perColumn, perRow };
	if (isFlat(placing, size)) throw refuse('flat');
	if (!isOnEarth(placing, size)) throw refuse('degrees');
	return placing;
}

/** The lines of a world file, and below them a word on where they come from. */
export function writeWorldFile({ origin, perColumn, perRow }: ScanPlacing, note: string): string {
	const middle = (key: keyof Degrees) => origin[key] + (perColumn[key] + perRow[key]) / 2;
	const numbers = [
		...[perColumn.longitude, perColumn.latitude, perRow.longitude, perRow.latitude],
		...[middle('longitude'), middle('latitude')],
	];
	return [...numbers.map((number) => number.toFixed(12)), note, ''].join('\n');
}

/**
 * The straight placing that comes nearest to four corners, and by how many degrees it misses each of them: by the same.
 * Null where it would be a line, or reaches beyond the earth.
 */
export function fitCorners(
	[topLeft, topRight, bottomRight, bottomLeft]: ScanCorners,
	size: PictureSize,
): { placing: ScanPlacing; off: Degrees } | null {
	const { widthPx, heightPx } = size;
	const of = (combine: (key: keyof Degrees) => number): Degrees => ({
		longitude: combine('longitude'),
		latitude: combine('latitude'),
	});
	const perColumn = of((key) => (topRight[key] - topLeft[key] + bottomRight[key] - bottomLeft[key]) / 2 / widthPx);
	const perRow = of((key) => (bottomLeft[key] - topLeft[key] + bottomRight[key] - topRight[key]) / 2 / heightPx);
	const origin = of((key) => {
		const middle = (topLeft[key] + topRight[key] + bottomRight[key] + bottomLeft[key]) / 4;
		return middle - (perColumn[key] * widthPx + perRow[key] * heightPx) / 2;
	});
	const off = of((key) => Math.abs(topLeft[key] - topRight[key] + bottomRight[key] - bottomLeft[key]) / 4);
	const placing = { origin, perColumn, perRow };
	return isFlat(placing, size) || !isOnEarth(placing, size) ? null : { placing, off };
}

/** Where the corners of a picture lie, clockwise from the upper left one. */
export function cornersOf({ origin, perColumn, perRow }: ScanPlacing, { widthPx, heightPx }: PictureSize): Degrees[] {
	const at = (column: number, row: number) => ({
		longitude: origin.longitude + perColumn.longitude * column + perRow.longitude * row,
		latitude: origin.latitude + perColumn.latitude * column + perRow.latitude * row,
	});
	return [at(0, 0), at(widthPx, 0), at(widthPx, heightPx), at(0, heightPx)];
}

/** Less than a hand wide on the ground is no map. */
function isFlat({ perColumn, perRow }: ScanPlacing, { widthPx, heightPx }: PictureSize): boolean {
	const area = perColumn.longitude * perRow.latitude - perColumn.latitude * perRow.longitude;
	return !(Math.abs(area * widthPx * heightPx) > 1e-12);
}

function isOnEarth(placing: ScanPlacing, size: PictureSize): boolean {
	return cornersOf(placing, size).every(({ longitude, latitude }) => pointOf(latitude, longitude) !== null);
}
