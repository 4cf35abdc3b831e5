import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpellingTable } from './spelling-table.ts';

test('holds what a map of strings would', () => {
	const spelling = fc.string({ unit: fc.constantFrom('a', 'B', 'ա', '\u{1f600}'), maxLength: 6 });
	fc.assert(
		fc.property(fc.array(fc.tuple(spelling, fc.nat(2)), { maxLength: 200 }), (met) => {
			const table = createSpellingTable();
			const known = new Map<string, number>();
			for (const [at, [text, language]] of met.entries()) {
				const key = `${language} ${text}`;
				expect(table.get(text, language)).toBe(known.get(key));
				if (known.has(key)) continue;
				known.set(key, at);
				table.add(text, language, at);
			}
		}),
	);
});

test('grows', () => {
	const table = createSpellingTable();
	for (let at = 0; at < 100_000; at++) table.add(`word${at}`, at % 3, at);
	for (let at = 0; at < 100_000; at++) if (table.get(`word${at}`, at % 3) !== at) expect.fail(`word${at}`);
	expect(table.get('word1', 0)).toBeUndefined();
});
