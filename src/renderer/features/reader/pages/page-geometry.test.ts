import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Turns, turnPoint } from '#shared/domain/page-box.ts';
import { overlayShape, pointOnPage, scaleFor, sheetGapPx } from './page-geometry.ts';

const turns = fc.constantFrom<Turns>(0, 1, 2, 3);
const part = fc.integer({ min: 0, max: 100 });

test('a place in the window is the place on the upright page that is shown there', () => {
	fc.assert(
		fc.property(part, part, turns, (x, y, turned) => {
			const at = { x: x * 100, y: y * 100 };
			const shown = turnPoint(at, turned);
			const sheet = { left: 30, top: 70, width: 500, height: 800 } as DOMRect;
			const place = { x: sheet.left + (shown.x / 10_000) * 500, y: sheet.top + (shown.y / 10_000) * 800 };
			const found = pointOnPage(sheet, place, turned);
			expect(found.x).toBeCloseTo(at.x);
			expect(found.y).toBeCloseTo(at.y);
		}),
	);
});

test('what is drawn over a turned page lies within it, and where the picture shows the same place', () => {
	fc.assert(
		fc.property(part, part, turns, (x, y, turned) => {
			const { viewBox, transform, yScale } = overlayShape({ width: 600, height: 900 }, turned);
			const [, , width = 0, height = 0] = viewBox.split(' ').map(Number);
			const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform.slice(7, -1).split(' ').map(Number);
			const [atX, atY] = [x * 100, y * 100 * yScale];
			const shown = turnPoint({ x: x * 100, y: y * 100 }, turned);
			expect((a * atX + c * atY + e) / width).toBeCloseTo(shown.x / 10_000);
			expect((b * atX + d * atY + f) / height).toBeCloseTo(shown.y / 10_000);
		}),
	);
});

test('a page is fitted to the width of its pane, or as a whole', () => {
	const [page, pane] = [
		{ width: 600, height: 900 },
		{ width: 600 + 2 * sheetGapPx, height: 450 + 2 * sheetGapPx },
	];
	expect(scaleFor('width', page, pane)).toBe(1);
	expect(scaleFor('page', page, pane)).toBe(0.5);
	expect(scaleFor(1.5, page, pane)).toBe(1.5);
});
