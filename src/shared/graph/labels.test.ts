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

test('what is needed has a title also in the middle of a crowd, and covers no other title', () => {
	const crowd = Array.from({ length: 200 }, (_, at) => ({
		...{ id: `mark ${at}`, x: (at % 20) * 12, y: Math.floor(at / 20) * 12, radius: 5, text: 'sample', widthPx: 90 },
	}));
	const [first, second] = [crowd[104], crowd[106]];
	if (!first || !second) throw new Error('there is no such mark');
	expect(placeLabels([first, second], crowd)).toEqual([]);
	const [one, other] = placeLabels([first, second], crowd, undefined, 2);
	expect([one?.id, other?.id]).toEqual([first.id, second.id]);
	expect(Math.abs((one?.top ?? 0) - (other?.top ?? 0))).toBeGreaterThanOrEqual(labelHeightPx);
});
