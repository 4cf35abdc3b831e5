import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { findWords, mostMatches } from './find-words.ts';

const blocks = (...texts: string[]): StoredBlock[] =>
	texts.map((text, ordinal) => ({ kind: 'paragraph', text, ordinal, number: null }));
const find = (words: string, ...texts: string[]) =>
	findWords(blocks(...texts), words).map(({ ordinal, start, end }) => [ordinal, start, end]);

describe('findWords', () => {
	it('finds without regard to case, in several scripts', () => {
		expect(find('ALPHA', 'an alpha, Alpha', 'beta')).toEqual([
			[0, 3, 8],
			[0, 10, 15],
		]);
		expect(find('հայ', 'ՀԱՅ')).toEqual([[0, 0, 3]]);
	});

	it('takes signs as they are, and white space across a line break', () => {
		expect(find('a.b (c) [d] x-y/z', 'a.b (c)\n[d]  x-y/z')).toEqual([[0, 0, 18]]);
		expect(find('a.b', 'axb')).toEqual([]);
	});

	it('takes one kind of quotation mark, apostrophe and hyphen for every kind', () => {
		const text = 'the “sample’s” end\u2011line';
		expect(find('"sample\'s"', text)).toEqual([[0, 4, 14]]);
		expect(find('«sample’s»', text)).toEqual([[0, 4, 14]]);
		expect(find('end-line', text)).toEqual([[0, 15, 23]]);
	});

	it('takes the apostrophe and hyphen of Armenian and single quotation marks of every kind for the same', () => {
		for (const single of ['\u2018Ալֆա\u2019', '\u201AԱլֆա\u2018', '\u2039Ալֆա\u203A', '\u203AԱլֆա\u2039']) {
			expect(find("'Ալֆա'", single)).toEqual([[0, 0, 6]]);
			expect(find(single, "'Ալֆա'")).toEqual([[0, 0, 6]]);
		}
		expect(find("Ալֆա'ի", 'Ալֆա\u055Aի')).toEqual([[0, 0, 6]]);
		expect(find('Ալֆա\u055Aի', 'Ալֆա\u2019ի')).toEqual([[0, 0, 6]]);
		expect(find('Ալֆա-բետա', 'Ալֆա\u058Aբետա')).toEqual([[0, 0, 9]]);
		expect(find('Ալֆա\u058Aբետա', 'Ալֆա-բետա')).toEqual([[0, 0, 9]]);
		expect(find('Ալֆա-բետա', 'Ալֆա\u058A\nբետա')).toEqual([[0, 0, 10]]);
		const cut: StoredBlock = { kind: 'paragraph', text: 'Ալ\u058A\nֆա', ordinal: 0, number: 1, wrapped: true };
		expect(findWords([cut], 'Ալֆա')).toEqual([{ ordinal: 0, start: 0, end: 6 }]);
	});

	it('finds letters however they are encoded, and those that are written in two ways', () => {
		const apart = 'caf\u00e9'.normalize('NFD');
		expect(find('café', `a ${apart}`)).toEqual([[0, 2, 7]]);
		expect(find(apart, 'a café')).toEqual([[0, 2, 6]]);
		expect(find('ещё', 'ещё еще')).toHaveLength(2);
		expect(find('еще', `ещё ${'ещё'.normalize('NFD')}`)).toHaveLength(2);
		expect(find('եւ', 'Ալֆա և բետա')).toEqual([[0, 5, 6]]);
		expect(find('և', 'Ալֆա եւ բետա')).toEqual([[0, 5, 7]]);
	});

	it('goes over signs of footnotes, soft hyphens and words that were cut at the end of a line', () => {
		const block = (text: string, more: Partial<StoredBlock> = {}): StoredBlock[] => [
			{ kind: 'paragraph', text, ordinal: 0, number: 1, ...more },
		];
		const signed = block('In 20231 alpha', { marks: [{ kind: 'superscript', start: 7, end: 8 }] });
		expect(findWords(signed, '2023 alpha')).toEqual([{ ordinal: 0, start: 3, end: 14 }]);
		expect(findWords(signed, '2023')).toEqual([{ ordinal: 0, start: 3, end: 7 }]);
		expect(findWords(signed, '20231')).toEqual([{ ordinal: 0, start: 3, end: 8 }]);
		expect(findWords(block('al\u00ADpha'), 'alpha')).toEqual([{ ordinal: 0, start: 0, end: 6 }]);
		const cut = block('an exam-\nple of self-\nmade', { wrapped: true });
		expect(findWords(cut, 'example of')).toEqual([{ ordinal: 0, start: 3, end: 15 }]);
		expect(findWords(cut, 'self-made')).toEqual([{ ordinal: 0, start: 16, end: 26 }]);
	});

	it('finds every place in a text as stored, and in one as read those that touch none of these', () => {
		const raised = fc.array(
			fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 3 })).map(([start, length]) => ({
				...{ kind: 'superscript' as const, start, end: start + length },
			})),
			{ maxLength: 5 },
		);
		const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u00AD'), minLength: 1, maxLength: 40 });
		const words = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(text, raised, words, (stored, marks, sought) => {
				const block: StoredBlock = { kind: 'paragraph', text: stored, ordinal: 0, number: 1, marks };
				expect(findWords([block], sought)).toEqual(foundPlainly(block, sought));
			}),
			{ numRuns: 1000 },
		);
	});

	it('finds nothing for nothing, and stops counting, within one passage too', () => {
		expect(find('  ', 'alpha')).toEqual([]);
		expect(find('a', 'a'.repeat(mostMatches + 10))).toHaveLength(mostMatches);
		const places = find('ab', 'ab a\u00ADb '.repeat(mostMatches));
		expect(places).toHaveLength(mostMatches);
		expect(places.slice(-2)).toEqual([
			[0, 7 * (mostMatches / 2 - 1), 7 * (mostMatches / 2 - 1) + 2],
			[0, 7 * (mostMatches / 2 - 1) + 3, 7 * (mostMatches / 2 - 1) + 6],
		]);
	});
});

/** Every sign that is kept with its place, and every place held against every other. */
function foundPlainly({ text, marks = [] }: StoredBlock, words: string) {
	const kept = [...text].flatMap((sign, at) =>
		sign === '\u00AD' || marks.some(({ start, end }) => start <= at && at < end) ? [] : [{ sign, at }],
	);
	const placesIn = (signs: string) => [...signs.matchAll(new RegExp(words, 'g'))].map(({ index }) => index);
	const stored = placesIn(text).map((start) => ({ ordinal: 0, start, end: start + words.length }));
	const asRead = placesIn(kept.map(({ sign }) => sign).join('')).map((index) => ({
		...{ ordinal: 0, start: kept[index]?.at ?? -1, end: (kept[index + words.length - 1]?.at ?? -1) + 1 },
	}));
	const apart = asRead.filter((one) => stored.every((other) => other.end <= one.start || one.end <= other.start));
	return [...stored, ...apart].sort((one, other) => one.start - other.start);
}
