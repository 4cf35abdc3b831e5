import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from './tokenise.ts';

const words = (text: string) => tokenise(text).map((token) => token.text);

/** Any text, with more than its share of what the tokeniser treats apart. */
const trickyText = fc
	.array(
		fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(
				"'",
				'’',
				'ʼ',
				'\u00ad',
				'\u200b',
				'-\n',
				'¬\r\n',
				'İ',
				'ı',
				'և',
				'й',
				'\u0301',
				'՞',
				' ',
				'd',
				'qu',
				'un',
			),
		),
		{ maxLength: 30 },
	)
	.map((parts) => parts.join(''));

describe('what is one word', () => {
	test.each([
		['Ла\u00adвров', ['Ла\u00adвров']],
		['Лавро-\nвым', ['Лавро-\nвым']],
		['Лавро-\r\n  вым', ['Лавро-\r\n  вым']],
		['Лавро\u00ad\nвым', ['Лавро\u00ad\nвым']],
		['Лавро¬\nвым', ['Лавро¬\nвым']],
		['Nagorno-Karabakh', ['Nagorno', 'Karabakh']],
		['Nagorno-\nKarabakh', ['Nagorno', 'Karabakh']],
		['1918-\nго', ['1918', 'го']],
		['ЛАВРО\u0301В', ['ЛАВРО\u0301В']],
		['Иеме\u0438\u0306н', ['Иеме\u0438\u0306н']],
		['ԵՐԵՎԱՆ, Երևանում։', ['ԵՐԵՎԱՆ', 'Երևանում']],
		['ինչո՞ւ, այո՛', ['ինչո՞ւ', 'այո']],
		['ＬＡＶＲＯＶ', ['ＬＡＶＲＯＶ']],
		['ſ 𝐀𝐛 x²', ['ſ', '𝐀𝐛', 'x']],
		["O'Brien and Step'anakert", ["O'Brien", 'and', "Step'anakert"]],
		['Stepʻanakert', ['Stepʻanakert']],
		['ʼquotedʼ', ['quoted']],
	])('%j', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});
});

test('a raised digit, as footnotes are referred to by, is no part of a word', () => {
	expect(tokenise('Lavrov¹ in 2023¹² and 10⁶ m², ³ too').map(({ text }) => text)).toEqual([
		...['Lavrov', 'in', '2023', 'and', '10', 'm', 'too'],
	]);
});

describe('which side of an apostrophe is looked up', () => {
	test.each([
		['d’Erevan', 'Erevan'],
		["l'Azerbaïdjan", 'Azerbaïdjan'],
		['L’ÉTAT', 'ÉTAT'],
		["qu'elle", 'elle'],
		["T'oros", "T'oros"],
		["L'vov", "L'vov"],
		['Lavrov’s', 'Lavrov'],
		['LAVROV’S', 'LAVROV'],
		['Lavrov’un', 'Lavrov'],
		['İSTANBUL’da', 'İSTANBUL'],
		['Karabağ’daki', 'Karabağ'],
		['Bakı’nın', 'Bakı'],
		['2023’te', '2023'],
		['d’Erevan’s', 'Erevan'],
	])('%s → %s', (text, expected) => {
		const [token, ...rest] = tokenise(text);
		expect(rest).toEqual([]);
		expect(token?.text).toBe(expected);
		expect(text.slice(token?.start, token?.end)).toBe(expected);
	});
});

test('spans lie in order within the original string and hold the words', () => {
	fc.assert(
		fc.property(trickyText, (text) => {
			let end = 0;
			for (const token of tokenise(text)) {
				expect(token.start).toBeGreaterThanOrEqual(end);
				expect(token.end).toBeGreaterThan(token.start);
				expect(text.slice(token.start, token.end)).toBe(token.text);
				end = token.end;
			}
			expect(end).toBeLessThanOrEqual(text.length);
		}),
		{ numRuns: 500 },
	);
});
