import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Alignment } from './alignment.ts';

const comparable = (text: string) => ({ text, begins: new Uint8Array(text.length) });

test('stretches that are laid beside each other anew stand for each other both ways, and for nothing else', () => {
	const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: 60 });
	const cut = fc.tuple(fc.nat(60), fc.nat(60));
	fc.assert(
		fc.property(words, words, cut, cut, (old, other, [a, b], [c, d]) => {
			const span = (text: string, from: number, to: number) => ({
				start: Math.min(from, to, text.length),
				end: Math.min(Math.max(from, to), text.length),
			});
			const [oldSpan, newSpan] = [span(old, a, b), span(other, c, d)];
			const alignment = new Alignment(comparable(old), comparable(other));
			alignment.pairAnew(oldSpan, newSpan);
			for (let at = 0; at < old.length; at += 1) {
				const found = alignment.newAt(at);
				if (found < 0) continue;
				expect(alignment.oldAt(found)).toBe(at);
				const isWithin = at >= oldSpan.start && at < oldSpan.end;
				expect(found >= newSpan.start && found < newSpan.end).toBe(isWithin);
			}
			for (let at = 0; at < other.length; at += 1) {
				const found = alignment.oldAt(at);
				if (found >= 0) expect(alignment.newAt(found)).toBe(at);
			}
		}),
	);
});

test('letters are laid beside letters as long as the budget lasts; what has grams in common, or is short, has a place after', () => {
	const [gone, come] = ['abcd'.repeat(40), 'dcba'.repeat(40)];
	const old = `Sample beginning, ${gone} short old part and a sample end.`;
	const other = `Sample beginning, ${come} short new part and a sample end.`;
	const placed = (alignment: Alignment, text: string, within: string) => {
		const from = text.indexOf(within);
		return [...within].filter((_, at) => alignment.newAt(from + at) >= 0).length;
	};
	const budget = { cells: 40_000 };
	const first = new Alignment(comparable(old), comparable(other), budget);
	expect(placed(first, old, gone)).toBeGreaterThan(40);
	expect(budget.cells).toBeLessThan(40_000);
	const second = new Alignment(comparable(old), comparable(other), budget);
	expect(placed(second, old, gone)).toBe(0);
	for (const alignment of [first, second]) {
		expect(placed(alignment, old, 'Sample beginning')).toBe(16);
		expect(placed(alignment, old, 'a sample end.')).toBe(13);
	}
});
