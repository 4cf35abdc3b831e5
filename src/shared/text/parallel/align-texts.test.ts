import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignTexts } from './align-texts.ts';
import type { HandPair, ParallelGroup, ParallelPassage } from './parallel-text.ts';

function textOf(texts: readonly string[], role: ParallelPassage['role'] = 'body'): ParallelPassage[] {
	return texts.map((text, ordinal) => ({ ordinal, text, role, level: 0 }));
}

function pairsOf(groups: readonly ParallelGroup[]): string[] {
	return groups.map(({ first, second }) => `${first.join(' ')} - ${second.join(' ')}`);
}

const words = (count: number, word = 'lorem') => Array.from({ length: count }, () => word).join(' ');

test('passages of like length stand beside each other, and one that was cut in two beside both parts', () => {
	const first = textOf([words(5), words(40), words(12), words(30)]);
	const second = textOf([
		words(5, 'ipsum'),
		words(19, 'ipsum'),
		words(21, 'ipsum'),
		words(12, 'ipsum'),
		words(30, 'ipsum'),
	]);
	expect(pairsOf(alignTexts(first, second))).toEqual(['0 - 0', '1 - 1 2', '2 - 3', '3 - 4']);
});

test('what one text leaves out stands alone, in its place', () => {
	const first = textOf([words(50), words(7), words(90), words(30)]);
	const second = textOf([words(50, 'ipsum'), words(7, 'ipsum'), words(30, 'ipsum')]);
	expect(pairsOf(alignTexts(first, second))).toEqual(['0 - 0', '1 - 1', '2 - ', '3 - 2']);
	expect(pairsOf(alignTexts(second, first))).toEqual(['0 - 0', '1 - 1', ' - 2', '2 - 3']);
});

test('headings keep to headings, though the lengths say otherwise', () => {
	const heading = (ordinal: number, text: string): ParallelPassage => ({ ordinal, text, role: 'heading', level: 2 });
	const first = [heading(0, 'Alpha'), ...textOf(['', 'Beta gamma delta']).slice(1), heading(2, 'Epsilon')];
	const second = [heading(0, 'A heading that is long'), ...textOf(['', 'Short']).slice(1), heading(2, 'Epsilon zeta')];
	expect(pairsOf(alignTexts(first, second))).toEqual(['0 - 0', '1 - 1', '2 - 2']);
});

test('numbers that stand in both tell passages of one length apart, in any digits', () => {
	const first = textOf(['1915', '1923', '1988'].map((year) => `${words(40)} ${year}`));
	const second = textOf(['١٩٢٣', '١٩٨٨'].map((year) => `${words(40, 'слово')} ${year}`));
	expect(pairsOf(alignTexts(first, second))).toEqual(['0 - ', '1 - 0', '2 - 1']);
});

test('a long part that only one has does not lead astray, far from the diagonal', () => {
	const body = Array.from({ length: 300 }, (_, at) => words(3 + ((at * 7919) % 40)));
	const appendix = Array.from({ length: 500 }, (_, at) => words(4 + ((at * 104729) % 37), 'dolor'));
	const groups = alignTexts(textOf(body), textOf([...appendix, ...body]));
	const together = groups.filter(({ first, second }) => first[0] !== undefined && second[0] === first[0] + 500);
	expect(together.length).toBeGreaterThan(295);
});

test('what a person put together stays so and cuts the text, also across the order', () => {
	const first = textOf([words(10), words(10), words(10), words(10)]);
	const second = textOf([words(10, 'ipsum'), words(10, 'ipsum'), words(10, 'ipsum')]);
	expect(pairsOf(alignTexts(first, second, [{ first: 1, second: 0 }]))).toEqual(['0 - ', '1 - 0', '2 - 1', '3 - 2']);
	const crossed = alignTexts(first, second, [
		{ first: 0, second: 2 },
		{ first: 3, second: 0 },
		{ first: 2, second: null },
	]);
	expect(pairsOf(crossed)).toEqual(['0 - 2', '1 - 1', '2 - ', '3 - 0']);
	expect(crossed.map(({ isByHand }) => isByHand)).toEqual([true, false, true, true]);
});

const passages = fc
	.array(fc.record({ count: fc.integer({ min: 1, max: 60 }), isHeading: fc.boolean(), skipped: fc.boolean() }), {
		maxLength: 25,
	})
	.map((made) => {
		let ordinal = -1;
		return made.map(({ count, isHeading, skipped }): ParallelPassage => {
			ordinal += skipped ? 2 : 1;
			return { ordinal, text: words(count), role: isHeading ? 'heading' : 'body', level: isHeading ? 1 : 0 };
		});
	});
const ordinal = fc.option(fc.integer({ min: 0, max: 30 }));
const handPairs = fc.array(fc.record<HandPair>({ first: ordinal, second: ordinal }), { maxLength: 8 });

test('every passage is in one group, and those are in order', () => {
	fc.assert(fc.property(passages, passages, handPairs, isWholeAndInOrder));
});

test('what only the second text has keeps to its place there, also where a person crossed the order', () => {
	const first = textOf(['alpha', 'beta']);
	const second = textOf(['lorem', 'ipsum', 'dolor', 'sit']);
	const crossed = alignTexts(first, second, [
		{ first: 1, second: 0 },
		{ first: 0, second: 2 },
	]);
	expect(pairsOf(crossed)).toEqual(['0 - 2', ' - 3', '1 - 0', ' - 1']);
});

function isWholeAndInOrder(
	first: readonly ParallelPassage[],
	second: readonly ParallelPassage[],
	pairs: readonly HandPair[],
): void {
	const groups = alignTexts(first, second, pairs);
	const ordinals = (text: readonly ParallelPassage[]) => text.map((passage) => passage.ordinal);
	const grouped = (side: 'first' | 'second') => groups.flatMap((group) => group[side]).sort((a, b) => a - b);
	expect(grouped('first')).toEqual(ordinals(first));
	expect(grouped('second')).toEqual(ordinals(second));
	const besideFirst = groups.filter((group) => group.first.length > 0);
	const begins = besideFirst.map((group) => group.first[0] as number);
	expect(begins).toEqual([...begins].sort((a, b) => a - b));
	const ownSecond = besideFirst.filter((group) => !group.isByHand).flatMap((group) => group.second);
	expect(ownSecond).toEqual([...ownSecond].sort((a, b) => a - b));
	for (const [at, group] of groups.entries()) {
		if (group.first.length > 0) continue;
		const before = ordinals(second)
			.filter((ordinal) => ordinal < (group.second[0] as number))
			.at(-1);
		const from = before === undefined ? -1 : groups.findIndex((each) => each.second.includes(before));
		expect(from).toBeLessThan(at);
		expect(groups.slice(from + 1, at).every((between) => between.first.length === 0)).toBe(true);
	}
}

test('what a person said stands', () => {
	fc.assert(fc.property(passages, passages, handPairs, isAsSaid));
});

function isAsSaid(
	first: readonly ParallelPassage[],
	second: readonly ParallelPassage[],
	pairs: readonly HandPair[],
): void {
	const groups = alignTexts(first, second, pairs);
	const has = (text: readonly ParallelPassage[], at: number | null) => text.some((passage) => passage.ordinal === at);
	const isKnown = ({ first: at, second: other }: HandPair) =>
		(at === null || has(first, at)) && (other === null || has(second, other));
	for (const pair of pairs.filter(isKnown)) {
		const { first: at, second: other } = pair;
		if (at !== null && other !== null)
			expect(groups.some((group) => group.first.includes(at) && group.second.includes(other))).toBe(true);
		const said = pairs.filter(isKnown).filter((each) => each.first === at && each.second !== null);
		if (at !== null && other === null && said.length === 0)
			expect(groups.find((group) => group.first.includes(at))?.second).toEqual([]);
	}
}

test('a text stands beside itself', () => {
	fc.assert(
		fc.property(passages, (text) => {
			expect(pairsOf(alignTexts(text, text))).toEqual(text.map(({ ordinal }) => `${ordinal} - ${ordinal}`));
		}),
	);
});
