import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toScreen } from '#renderer/lib/picture-sight.ts';
import { shiftBetween } from './picture-shift.ts';

const room = { widthPx: 700, heightPx: 400 };
const place = fc.double({ min: -500, max: 500, noNaN: true });
const sights = fc.record({
	from: fc.record({ x: place, y: place }),
	to: fc.record({ x: place, y: place }),
	scale: fc.double({ min: 0.05, max: 8, noNaN: true }),
	ratio: fc.constantFrom(1, 1.25, 1.5, 2),
});

test('what was drawn stands where it is to be, within half a pixel of the screen', () => {
	fc.assert(
		fc.property(sights, ({ from, to, scale, ratio }) => {
			const [before, after] = [
				{ ...from, scale },
				{ ...to, scale },
			];
			const shift = shiftBetween(before, after, room, ratio);
			if (!shift) return;
			const [was, wanted] = [toScreen({ x: 0, y: 0 }, before, room), toScreen({ x: 0, y: 0 }, after, room)];
			expect(Math.abs((was.x - wanted.x) * ratio + shift.byX)).toBeLessThan(0.501);
			expect(Math.abs((was.y - wanted.y) * ratio + shift.byY)).toBeLessThan(0.501);
			const drawn = toScreen({ x: 0, y: 0 }, shift.sight, room);
			expect(drawn.x).toBeCloseTo(was.x + shift.byX / ratio, 6);
			expect(drawn.y).toBeCloseTo(was.y + shift.byY / ratio, 6);
		}),
	);
});

test('each point that was out of sight is drawn once, and no other', () => {
	const at = fc.record({ x: fc.nat({ max: 699 }), y: fc.nat({ max: 399 }) });
	fc.assert(
		fc.property(sights, at, ({ from, to, scale }, { x, y }) => {
			const shift = shiftBetween({ ...from, scale }, { ...to, scale }, room, 1);
			if (!shift) return;
			const [middleX, middleY] = [x + 0.5, y + 0.5];
			const [wasX, wasY] = [middleX - shift.byX, middleY - shift.byY];
			const wasSeen = wasX >= 0 && wasX < room.widthPx && wasY >= 0 && wasY < room.heightPx;
			const drawn = shift.uncovered.filter(
				({ left, top, width, height }) =>
					middleX >= left && middleX < left + width && middleY >= top && middleY < top + height,
			);
			expect(drawn).toHaveLength(wasSeen ? 0 : 1);
		}),
	);
});

test('another scale, or nothing that stays, is drawn anew; nothing moved is nothing drawn', () => {
	const sight = { x: 0, y: 0, scale: 1 };
	expect(shiftBetween(sight, { ...sight, scale: 1.1 }, room, 1)).toBeNull();
	expect(shiftBetween(sight, { ...sight, x: 700 }, room, 1)).toBeNull();
	expect(shiftBetween(sight, sight, room, 1)).toEqual({ byX: 0, byY: 0, sight, uncovered: [] });
});
