import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointOf, readPoint, writePoint } from './place-coordinates.ts';

test.each([
	['10.5, 20.25', 10.5, 20.25],
	['  -10.5 20.25 ', -10.5, 20.25],
	['10,5; −20,25', 10.5, -20.25],
	['10,5 20,25', 10.5, 20.25],
	['10.5°, 20.25°', 10.5, 20.25],
	['10°30′N 20°15′E', 10.5, 20.25],
	[`10° 30' 36" S, 20° 15' W`, -10.51, -20.25],
	['90 -180', 90, -180],
	['10°N 20°E', 10, 20],
])('reads %j', (written, latitude, longitude) => {
	expect(readPoint(written)).toEqual({ latitude, longitude });
});

test.each(['', '10', '91, 0', '0, 181', '10°60′N 20°E', '10,5', 'ten twenty', '1, 2, 3', '10°N', '1e1, 2'])(
	'does not guess at %j',
	(written) => {
		expect(readPoint(written)).toBeNull();
	},
);

test('what is written is read again as it was', () => {
	const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
	fc.assert(
		fc.property(degrees(90), degrees(180), (latitude, longitude) => {
			const point = pointOf(latitude, longitude);
			// A number with an exponent is below a centimetre, and not what people write.
			fc.pre(point !== null && !/e/.test(writePoint(point)));
			expect(readPoint(writePoint(point as NonNullable<typeof point>))).toEqual(point);
		}),
	);
});
