import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toErrorData } from '../../domain/app-error.ts';
import type { ScanCorners } from '../../domain/map.ts';
import { errorMessage } from '../../messages/messages.ts';
import { cornersOf, fitCorners, isWorldFileName, readWorldFile, worldFileNames, writeWorldFile } from './world-file.ts';

const size = { widthPx: 400, heightPx: 200 };
const at = (latitude: number, longitude: number) => ({ latitude, longitude });

function refusal(text: string): string {
	try {
		readWorldFile(text, 'sample.jgw', size);
	} catch (error) {
		return errorMessage(toErrorData(error));
	}
	return 'taken';
}

test('a world file tells of the middle of the first pixel, and the corners lie half a pixel farther out', () => {
	const placing = readWorldFile(
		'\ufeff0.1\r\n0\r\n0\r\n-0,1\r\n10.05\r\n39.95\r\nwhatever follows',
		'sample.jgw',
		size,
	);
	expect(cornersOf(placing, size)).toEqual(
		[at(40, 10), at(40, 50), at(20, 50), at(20, 10)].map((corner) => ({
			longitude: expect.closeTo(corner.longitude, 9),
			latitude: expect.closeTo(corner.latitude, 9),
		})),
	);
});

test('what is no world file, or lies nowhere on the earth, is refused with the reason', () => {
	expect(refusal('')).toContain('does not hold six numbers');
	expect(refusal('1\n0\n0\n-1\n10')).toContain('does not hold six numbers');
	expect(refusal('1\n0\n0\n-1\n10\nforty')).toContain('does not hold six numbers');
	expect(refusal('5\n0\n0\n-5\n500000\n4400000')).toContain('not metres of a projection');
	expect(refusal('0.1\n0\n0\n0\n10\n40')).toContain('makes a line of the picture');
	expect(refusal('0.1\n0.1\n0.1\n0.1\n10\n40')).toContain('makes a line of the picture');
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(refusal(text)).not.toBe('taken');
		}),
	);
});

test('four corners that a straight picture can have come back; of others each is missed by as much', () => {
	const degree = fc.integer({ min: -40, max: 40 });
	const side = fc.integer({ min: 1, max: 9 });
	fc.assert(
		fc.property(degree, degree, side, side, side, (north, west, width, height, slant) => {
			const corners: ScanCorners = [
				at(north, west),
				at(north, west + width),
				at(north - height, west + width + slant),
				at(north - height, west + slant),
			];
			const fitted = fitCorners(corners, size);
			expect(fitted?.off).toEqual({ longitude: 0, latitude: 0 });
			if (!fitted) return;
			const read = readWorldFile(writeWorldFile(fitted.placing, 'by hand'), 'sample.jgw', size);
			for (const [index, corner] of cornersOf(read, size).entries()) {
				expect(corner.longitude).toBeCloseTo(corners[index]?.longitude ?? Number.NaN, 6);
				expect(corner.latitude).toBeCloseTo(corners[index]?.latitude ?? Number.NaN, 6);
			}
		}),
	);
	const bent = fitCorners([at(40, 10), at(40, 20), at(30, 24), at(30, 10)], size);
	expect(bent?.off).toEqual({ longitude: 1, latitude: 0 });
	expect(fitCorners([at(40, 10), at(40, 20), at(40, 20), at(40, 10)], size)).toBeNull();
	expect(fitCorners([at(80, 10), at(80, 10), at(-80, 10), at(-80, 10)], size)).toBeNull();
});

test('names of world files go by the name of the picture', () => {
	expect(worldFileNames('folder/Sheet 1.JPG')).toEqual(['sheet 1.jgw', 'sheet 1.jpgw', 'sheet 1.wld']);
	expect(worldFileNames('nothing')).toEqual([]);
	for (const name of ['a.jgw', 'a.PGW', 'a.jpegw', 'a.wld']) expect(isWorldFileName(name)).toBe(true);
	for (const name of ['a.jpg', 'jgw', 'a.w']) expect(isWorldFileName(name)).toBe(false);
});
