import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hyperbolicTangent } from './hyperbolic-tangent.ts';

test('is that of the platform', () => {
	fc.assert(
		fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (x) => {
			expect(hyperbolicTangent(x)).toBeCloseTo(Math.tanh(x), 11);
		}),
	);
});
