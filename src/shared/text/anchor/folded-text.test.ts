import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedSpan, foldText, rawSpan } from './folded-text.ts';

test.each([
	['case and compatibility forms', 'ＦＩＬＥ №３ ﬁn', 'file no3 fin'],
	['quotation marks, apostrophes and dashes', '«a» “b” l’un — x‐y', '"a" "b" l\'un - x-y'],
	['runs of space, lines and no-break spaces', 'a \n\t b\u00a0c', 'a b c'],
	['soft hyphens and invisible characters', 'alp\u00adha\u200b be\ufeffta', 'alpha beta'],
	['hyphens at the end of a line', 'sam-\nple, сло¬\r\n  во, բա֊\nռ', 'sample, слово, բառ'],
	['no hyphen before a capital or a number', 'Anglo-\nFrench 10-\n12', 'anglo- french 10- 12'],
	['ё and both spellings of և', 'ёЁе Եւ եվ և', 'еее և և և'],
	['signs that a character is made of, or that stand upright', 'ŉ ︱', "'n -"],
	['a letter and its mark written apart', 'cafe\u0301', 'caf\u00e9'],
	['what is not folded: accents and punctuation', 'á, ä.', 'á, ä.'],
])('%s', (_, raw, folded) => {
	expect(foldText(raw).text).toBe(folded);
});

test('every folded unit leads back to whole characters', () => {
	const folded = foldText('x cafe\u0301 😀 сло-\nво');
	const at = folded.text.indexOf('é');
	expect(rawSpan(folded, { start: at, end: at + 1 })).toEqual({ start: 5, end: 7 });
	expect(foldedSpan(folded, { start: 6, end: 7 })).toEqual({ start: at, end: at + 1 });
	const word = folded.text.indexOf('слово');
	expect(rawSpan(folded, { start: word, end: word + 5 })).toEqual({ start: 11, end: 18 });
});

test('folding any compatibility character again changes nothing', () => {
	const all = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));
	const folded = all.filter((each) => each.normalize('NFKC') !== each).map((each) => foldText(each).text);
	expect(folded.filter((each) => foldText(each).text !== each)).toEqual([]);
});

test('folding a text again changes nothing, and places never go back', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (raw) => {
			const { text, starts, ends } = foldText(raw);
			expect(foldText(text).text).toBe(text);
			const places = Array.from(starts, (start, at) => [start, ends[at] ?? 0] as const);
			expect(places.every(([start, end], at) => start < end && start >= (places[at - 1]?.[0] ?? 0))).toBe(true);
		}),
	);
});
