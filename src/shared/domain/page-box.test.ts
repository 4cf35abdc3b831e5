import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	boxAround,
	boxBetween,
	boxHolds,
	isPageBox,
	moveBox,
	type PagePoint,
	pageUnits,
	resizeBox,
	type Turns,
	turnBox,
	turnPoint,
	turnsBack,
} from './page-box.ts';

const within = fc.integer({ min: 0, max: pageUnits });
const point: fc.Arbitrary<PagePoint> = fc.record({ x: within, y: within });
const anywhere = fc.record({
	x: fc.double({ min: -30_000, max: 30_000, noNaN: true }),
	y: fc.double({ min: -30_000, max: 30_000, noNaN: true }),
});
const box = fc.tuple(point, point).map(([one, other]) => boxBetween(one, other));
const turns = fc.constantFrom<Turns>(0, 1, 2, 3);
const by = fc.integer({ min: -20_000, max: 20_000 });

test('whatever two places a frame is drawn between, moved and sized by, it is a box on the page', () => {
	fc.assert(
		fc.property(anywhere, anywhere, by, by, (one, other, x, y) => {
			const drawn = boxBetween(one, other);
			expect(drawn).toEqual(boxBetween(other, one));
			for (const each of [drawn, moveBox(drawn, x, y), resizeBox(drawn, x, y)]) expect(isPageBox(each)).toBe(true);
		}),
	);
});

test('moving keeps the size, sizing keeps the corner', () => {
	fc.assert(
		fc.property(box, by, by, (from, x, y) => {
			expect(moveBox(from, x, y)).toMatchObject({ width: from.width, height: from.height });
			expect(resizeBox(from, x, y)).toMatchObject({ x: from.x, y: from.y });
		}),
	);
});

test('turning and turning back gives the same place, and what is in a box stays in it', () => {
	fc.assert(
		fc.property(box, point, turns, (from, at, turned) => {
			expect(turnPoint(turnPoint(at, turned), turnsBack(turned))).toEqual(at);
			expect(turnBox(turnBox(from, turned), turnsBack(turned))).toEqual(from);
			const middle = { x: from.x + from.width / 2, y: from.y + from.height / 2 };
			expect(boxHolds(turnBox(from, turned), turnPoint(middle, turned))).toBe(true);
		}),
	);
});

test('four turns to the right are none', () => {
	fc.assert(
		fc.property(point, (at) => {
			let turned = at;
			for (let turn = 0; turn < 4; turn += 1) turned = turnPoint(turned, 1);
			expect(turned).toEqual(at);
		}),
	);
});

test('a box around two holds what each of them holds', () => {
	fc.assert(
		fc.property(box, box, (one, other) => {
			const around = boxAround(one, other);
			expect(isPageBox(around)).toBe(true);
			for (const { x, y } of [one, other]) expect(boxHolds(around, { x, y })).toBe(true);
		}),
	);
});
