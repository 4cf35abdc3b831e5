import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passageRows } from './passage-rows.ts';

test('what is gone stands where it was, what is new where it came, what moved where it is now', () => {
	const rows = passageRows({ old: [0, 1, 2, 3], new: [0, 1, 2, 3] }, [
		[0, 1],
		[2, 2],
		[3, 0],
	]);
	expect(rows.map((row) => [row.old, row.new, row.isMoved])).toEqual([
		[3, 0, true],
		[0, 1, false],
		[1, null, false],
		[2, 2, false],
		[null, 3, false],
	]);
});

test('every passage of both stands in one row, each text in its own order but for what moved', () => {
	const pairs = fc
		.tuple(fc.shuffledSubarray([...Array(12).keys()]), fc.shuffledSubarray([...Array(12).keys()]))
		.map(([old, other]) => old.slice(0, other.length).map((from, at) => [from, other[at] as number] as const));
	fc.assert(
		fc.property(fc.nat({ max: 12 }), fc.nat({ max: 12 }), pairs, (oldCount, newCount, all) => {
			const ordinals = { old: [...Array(oldCount).keys()], new: [...Array(newCount).keys()] };
			const known = all.filter(([from, to]) => from < oldCount && to < newCount);
			const rows = passageRows(ordinals, known);
			const side = (key: 'old' | 'new', of = rows) => of.flatMap((row) => row[key] ?? []);
			expect(side('new')).toEqual(ordinals.new);
			expect(side('old').toSorted((a, b) => a - b)).toEqual(ordinals.old);
			const settled = side(
				'old',
				rows.filter(({ isMoved }) => !isMoved),
			);
			expect(settled).toEqual(settled.toSorted((a, b) => a - b));
			for (const row of rows)
				if (row.old !== null && row.new !== null) expect(known).toContainEqual([row.old, row.new]);
		}),
	);
});
