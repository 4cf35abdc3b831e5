import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelHeightPx, placeLabels } from './labels.ts';

const wish = fc.record({
	id: fc.uuid(),
	x: fc.double({ min: -500, max: 1500, noNaN: true }),
	y: fc.double({ min: -500, max: 1500, noNaN: true }),
	radius: fc.double({ min: 2, max: 40, noNaN: true }),
	text: fc.string(),
	widthPx: fc.double({ min: 1, max: 180, noNaN: true }),
});

test('titles overlap neither each other nor the marks of others, at any zoom; the most important has one', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(wish, { selector: ({ id }) => id, maxLength: 40 }),
			fc.double({ min: 0.05, max: 8, noNaN: true }),
			(made, zoom) => {
				const wishes = made.map((each) => ({ ...each, x: each.x * zoom, y: each.y * zoom }));
				const labels = placeLabels(wishes, wishes);
				for (const [at, one] of labels.entries()) {
					for (const other of labels.slice(at + 1)) {
						const isApart =
							one.left + one.widthPx <= other.left ||
							other.left + other.widthPx <= one.left ||
							one.top + labelHeightPx <= other.top ||
							other.top + labelHeightPx <= one.top;
						expect(isApart).toBe(true);
					}
					for (const { id, x, y, radius } of wishes) {
						if (id === one.id) continue;
						const isApart =
							one.left + one.widthPx <= x - radius ||
							x + radius <= one.left ||
							one.top + labelHeightPx <= y - radius ||
							y + radius <= one.top;
						expect(isApart).toBe(true);
					}
				}
				const alone = placeLabels(wishes);
				expect(alone[0]?.id).toBe(wishes[0]?.id);
			},
		),
	);
});
