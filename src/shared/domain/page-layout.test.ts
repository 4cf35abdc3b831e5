import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxHolds, isPageBox } from './page-box.ts';
import { type Advance, blockAt, boxesOf, outlinesOf, type PageLayout, type PlacedRun } from './page-layout.ts';

const texts = ['alpha beta gamma delta', 'epsilon'];
const textOf = (ordinal: number) => texts[ordinal] ?? '';

function run(ordinal: number, [start, end]: [number, number], [x, y, width, height]: number[], advance: Advance = 0) {
	const box = { x: x ?? 0, y: y ?? 0, width: width ?? 1, height: height ?? 1 };
	return { ordinal, start, end, box, advance } satisfies PlacedRun;
}

/** Two lines of one paragraph, and one of another below. */
const layout: PageLayout = {
	page: 1,
	runs: [
		run(0, [0, 11], [1000, 1000, 4000, 200]),
		run(0, [11, 22], [1000, 1250, 4000, 200]),
		run(1, [0, 7], [1000, 3000, 2000, 200]),
	],
};

describe('boxesOf', () => {
	test('gives a box a line, and a part of a line its share', () => {
		expect(boxesOf(layout, { ordinal: 0, start: 0, end: 22 }, textOf)).toEqual([
			layout.runs[0]?.box,
			layout.runs[1]?.box,
		]);
		const [box, ...rest] = boxesOf(layout, { ordinal: 0, start: 6, end: 10 }, textOf);
		expect(rest).toEqual([]);
		expect(box).toMatchObject({ y: 1000, height: 200 });
		expect(box?.x).toBeGreaterThan(2500);
		expect(box?.width).toBeLessThan(2500);
	});

	test('runs of one line are one box, those of two columns two', () => {
		const runs = [run(0, [0, 6], [1000, 1000, 900, 200]), run(0, [6, 11], [1950, 1010, 900, 200])];
		expect(boxesOf({ page: 1, runs }, { ordinal: 0, start: 0, end: 11 }, textOf)).toHaveLength(1);
		const columns = [runs[0] as PlacedRun, run(0, [6, 11], [6000, 1000, 900, 200])];
		expect(boxesOf({ page: 1, runs: columns }, { ordinal: 0, start: 0, end: 11 }, textOf)).toHaveLength(2);
	});

	test('text from right to left begins on the right, text that runs down at the top', () => {
		const part = { ordinal: 1, start: 0, end: 2 };
		const from = (advance: Advance) =>
			boxesOf({ page: 1, runs: [run(1, [0, 7], [1000, 1000, 700, 700], advance)] }, part, textOf)[0];
		expect(from(0)).toMatchObject({ x: 1000, y: 1000, height: 700 });
		expect(from(2)?.x).toBeGreaterThan(1200);
		expect(from(1)).toMatchObject({ x: 1000, y: 1000, width: 700 });
		expect(from(3)?.y).toBeGreaterThan(1200);
	});

	test('whatever the part, its boxes lie on the page and within those of the whole', () => {
		const at = fc.nat({ max: 22 });
		fc.assert(
			fc.property(at, at, (one, other) => {
				const [start, end] = [Math.min(one, other), Math.max(one, other)];
				for (const box of boxesOf(layout, { ordinal: 0, start, end }, textOf)) {
					expect(isPageBox(box)).toBe(true);
					expect(layout.runs.some((each) => boxHolds(each.box, box))).toBe(true);
				}
			}),
		);
	});
});

test('a block is outlined once for each column that it runs through', () => {
	expect(outlinesOf(layout, 0)).toEqual([{ x: 1000, y: 1000, width: 4000, height: 450 }]);
	const runs = [...layout.runs.slice(0, 1), run(0, [11, 22], [6000, 200, 3000, 200])];
	expect(outlinesOf({ page: 1, runs }, 0)).toHaveLength(2);
	expect(outlinesOf(layout, 7)).toEqual([]);
});

test('a place belongs to the words on it, or to the block around it', () => {
	expect(blockAt(layout, { x: 1500, y: 3100 })).toBe(1);
	expect(blockAt(layout, { x: 1500, y: 1225 })).toBe(0);
	expect(blockAt(layout, { x: 9000, y: 9000 })).toBeNull();
});
