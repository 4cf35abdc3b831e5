import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatBagCount, otherPartPath, parseBagCount, partPath } from './part-name.ts';
import { partsOf, roomOfFile } from './part-plan.ts';

test('a part has its number before the endings that say what it is, and leads to the others', () => {
	expect(partPath('/stick/letters.zip', { number: 1, total: 3 })).toBe('/stick/letters.1-of-3.zip');
	expect(partPath('/stick/letters.zip.age', { number: 2, total: 3 })).toBe('/stick/letters.2-of-3.zip.age');
	expect(partPath('/stick/no.ending', { number: 2, total: 3 })).toBe('/stick/no.ending.2-of-3');
	expect(otherPartPath('/stick/letters.1-of-3.zip', { number: 3, total: 3 })).toBe('/stick/letters.3-of-3.zip');
	expect(otherPartPath('/stick/2-of-3/letters.zip', { number: 3, total: 3 })).toBeNull();
	expect(otherPartPath('/stick/letters.1-of-4.zip', { number: 3, total: 3 })).toBeNull();
});

test('whatever a package is called, each of its parts leads to each', () => {
	const name = fc.string({ minLength: 1, maxLength: 30 }).map((text) => text.replace(/[/\0]/g, '_'));
	const total = fc.integer({ min: 2, max: 20 });
	fc.assert(
		fc.property(name, total, fc.nat(), fc.nat(), fc.constantFrom('', '.zip', '.zip.age'), (stem, of, a, b, end) => {
			const [one, other] = [a, b].map((each) => ({ number: (each % of) + 1, total: of }));
			if (!one || !other) return;
			const path = `/stick/${stem === '.' || stem === '..' ? '_' : stem}${end}`;
			expect(otherPartPath(partPath(path, one), other)).toBe(partPath(path, other));
			expect(parseBagCount(formatBagCount(one))).toEqual(one);
		}),
	);
});

test.each(['', '1 of ?', '1 of 1', '0 of 3', '4 of 3', '1 of 99999', '-1 of 3', 'x', '1of3'])(
	'%j is no part of several',
	(value) => {
		expect(parseBagCount(value)).toBeNull();
	},
);

test('files keep their order in the parts, none is lost, and no part is fuller than it may be', () => {
	const file = fc.record({ path: fc.string({ maxLength: 20 }), sizeBytes: fc.integer({ min: 0, max: 50_000 }) });
	fc.assert(
		fc.property(fc.array(file, { minLength: 1, maxLength: 60 }), (files) => {
			const room = 80_000;
			const parts = partsOf(files, room);
			expect(parts.flat()).toEqual(files);
			for (const part of parts) expect(part.reduce((sum, each) => sum + roomOfFile(each), 0)).toBeLessThanOrEqual(room);
		}),
	);
});
