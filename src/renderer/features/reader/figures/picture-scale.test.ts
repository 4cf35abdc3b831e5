import { expect, test } from 'vitest';
import { clampScale, fittingScale, keptCentre } from './picture-scale.ts';

test('all of a picture is seen in its room; a small one is not blown up beyond measure', () => {
	expect(fittingScale({ width: 1000, height: 500 }, { width: 500, height: 500 })).toBe(0.5);
	expect(fittingScale({ width: 500, height: 1000 }, { width: 500, height: 500 })).toBe(0.5);
	expect(fittingScale({ width: 10, height: 10 }, { width: 500, height: 500 })).toBe(3);
	expect(fittingScale({ width: 10, height: 10 }, { width: 0, height: 0 })).toBe(0);
});

test('however often it is zoomed, something of it is seen', () => {
	expect([clampScale(0), clampScale(1), clampScale(1e9)]).toEqual([0.05, 1, 16]);
});

test('what is under the pointer stays there', () => {
	// At the point (100, 50) stands what lies at (300, 250) of the picture; at twice the size that is (600, 500).
	expect(keptCentre({ scrollLeft: 200, scrollTop: 200 }, { x: 100, y: 50 }, 2)).toEqual({ left: 500, top: 450 });
});
