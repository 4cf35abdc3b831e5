import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';
import { tokenise } from './tokenise.ts';

describe('words that are one word', () => {
	test.each([
		['dotted and dotless i', ['İSTANBUL', 'istanbul', 'ıstanbul', 'Istanbul', 'I\u0307stanbul', 'i\u0307stanbul']],
		['Armenian ligature and capitals', ['Երևան', 'ԵՐԵՎԱՆ', 'Երեւան', 'երեվան']],
		['soft hyphen, stress, line break', ['Ла\u00adвров', 'ЛАВРО\u0301В', 'Лав-\nров', 'лавров']],
		['composed and decomposed ё, and е', ['Горбачёв', 'Горбаче\u0308в', 'ГОРБАЧЕВ']],
		['composed and decomposed й', ['Йемен', 'И\u0306емен']],
		['Latin look-alikes in a Cyrillic word', ['Москва', 'М\u006fскв\u0061', 'МОСКВА']],
		['full width', ['ＬＡＶＲＯＶ', 'Lavrov']],
		['accents', ['Azerbaïdjan', 'AZERBAI\u0308DJAN', 'azerbaidjan']],
		['Azerbaijani and Turkish letters', ['Xankəndi', 'XANKƏNDİ', 'xankendi']],
		['apostrophes', ["Step'anakert", 'Stepʻanakert', 'Step’anakert', 'stepanakert']],
		['Georgian capitals', ['საქართველო', 'ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ']],
		['tone marks', ['ինչո՞ւ', 'ինչու']],
		['sharp s', ['Straße', 'STRASSE']],
	])('%s', (_, forms) => {
		expect(new Set(forms.map(fold)).size).toBe(1);
	});
});

test.each([
	['й is not и', 'Йод', 'Иод'],
	['ѓ keeps its letter', 'Ѓорѓи', 'Горги'],
	['Cyrillic and Latin stay apart', 'Москва', 'Moskva'],
])('%s', (_, one, other) => {
	expect(fold(one)).not.toBe(fold(other));
});

test('folding twice gives the same, and nothing but letters, marks and digits is left', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const folded = fold(text);
			expect(fold(folded)).toBe(folded);
			expect(folded).toMatch(/^[\p{L}\p{M}\p{N}]*$/u);
		}),
		{ numRuns: 2000 },
	);
});

test('case never matters', () => {
	const alphabets = ['aAİIıiÉéƏəßßŁł', 'ЁёЙйВвІіѐЀ', 'ԵեՎվըՒւևա', 'აᲐბᲑ', 'Σσς'];
	const oneScript = fc
		.constantFrom(...alphabets)
		.chain((letters) => fc.array(fc.constantFrom(...letters.split('')), { minLength: 1, maxLength: 6 }));
	fc.assert(
		fc.property(oneScript, (letters) => {
			const text = letters.join('');
			expect(fold(text.toUpperCase())).toBe(fold(text));
		}),
	);
});

test('a word and its span fold to the same term', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			for (const token of tokenise(text)) expect(fold(text.slice(token.start, token.end))).toBe(fold(token.text));
		}),
	);
});
