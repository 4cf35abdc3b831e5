import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../text/fold.ts';
import { lowerCase } from '../../text/lower-case.ts';
import { createVocabulary, type GrowingVocabulary } from './vocabulary.ts';
import { widen } from './widen.ts';
import type { WideningKind } from './widened-word.ts';
import { closeLimits, usualLimits } from './widening-limits.ts';

const languages: Readonly<Record<string, string>> = { Latn: 'en', Cyrl: 'ru', Armn: 'hy', Geor: 'ka' };

function languageOf(word: string): string {
	if (/\p{Script=Armenian}/u.test(word)) return languages.Armn ?? '';
	if (/\p{Script=Georgian}/u.test(word)) return languages.Geor ?? '';
	if (/[әғҝҹһөүј]/iu.test(word)) return 'az-Cyrl';
	if (/\p{Script=Cyrillic}/u.test(word)) return languages.Cyrl ?? '';
	return /[ışğə]/iu.test(word) ? 'az' : 'en';
}
function vocabularyOf(words: readonly string[]): GrowingVocabulary {
	const vocabulary = createVocabulary();
	words.forEach((word, id) => {
		vocabulary.add(id, fold(word), word, languageOf(word));
	});
	return vocabulary;
}
function answers(words: readonly string[], asked: string, isClose = false): Record<string, WideningKind> {
	const word = { term: fold(asked), spelling: lowerCase(asked) };
	const found = widen(vocabularyOf(words), word, isClose ? closeLimits : usualLimits);
	return Object.fromEntries(found.map(({ id, how }) => [words[id] ?? '', how]));
}

const groups: readonly (readonly string[])[] = [
	['Lavrov', 'Лавров', 'Լավրով', 'ლავროვი'],
	['Zakharova', 'Захарова', 'Զախարովա', 'Zaxarova'],
	['Karabakh', 'Qarabağ', 'Карабах', 'Ղարաբաղ', 'Гарабағ', 'ყარაბაღი'],
	['Yerevan', 'Ереван', 'Երևան', 'İrəvan', 'Ирәван', 'ერევანი'],
	['Khojaly', 'Xocalı', 'Hocalı', 'Ходжалы', 'Хоҹалы', 'Խոջալու', 'ხოჯალი'],
	['Baku', 'Баку', 'Բաքու', 'Bakı', 'Бакы', 'ბაქო'],
	['Moskva', 'Москва', 'Մոսկվա', 'მოსკოვი'],
	['Aliyev', 'Əliyev', 'Алиев', 'Әлијев', 'Ալիև', 'ალიევი'],
	['Hakob', 'Акоп', 'Հակոբ', 'Յակոբ'],
	['Heydar', 'Heydər', 'Гейдар', 'Һејдәр', 'Հեյդար'],
	['Shusha', 'Şuşa', 'Шуша', 'Շուշա'],
	['Stepanakert', 'Степанакерт', 'Ստեփանակերտ'],
	['Kalbajar', 'Kəlbəcər', 'Кельбаджар', 'Кәлбәҹәр'],
	['Meduza', 'Медуза', 'Մեդուզա'],
	['Kreml', 'Кремль', 'Կրեմլ'],
	['Artsakh', 'Арцах', 'Արցախ'],
];
const everything = groups.flat();

describe('every form of a group finds the main form', () => {
	test.each(groups.flatMap(([main = '', ...forms]) => forms.map((form) => [form, main] as const)))(
		'%s finds %s',
		(form, main) => {
			expect(Object.keys(answers(everything, form))).toContain(main);
		},
	);
});

describe('a word answers', () => {
	const words = [
		'Lavrov',
		'Лавров',
		'Лаврова',
		'Лавровым',
		'Լավրով',
		'Լավրովի',
		'Lavroff',
		'лавр',
		'Larvik',
		'Лаврентий',
	];
	test('in its forms, in near spellings and in other scripts, and says how', () => {
		expect(answers(words, 'Лавров')).toMatchObject({
			Лаврова: 'form',
			Лавровым: 'form',
			Lavrov: 'script',
			Լավրով: 'script',
			Լավրովի: 'script',
		});
		expect(answers(words, 'Lavrov')).toMatchObject({ Лавров: 'script', Лаврова: 'script', Լավրովի: 'script' });
		expect(answers(words, 'Lavrov')).not.toHaveProperty('Larvik');
	});
	test('never by itself', () => {
		expect(answers(words, 'ЛАВРОВ')).not.toHaveProperty('Лавров');
	});
	test('less widely when only close matches are wanted', () => {
		const close = Object.keys(answers(everything, 'Karabakh', true));
		expect(close).toContain('Карабах');
		expect(Object.keys(answers(everything, 'Karabakh'))).toEqual(expect.arrayContaining(close));
	});
	test('not at all below three letters, as a number, or in a script that is not read', () => {
		for (const word of ['Ош', 'US', '1991', '東京']) expect(answers([...everything, 'Osh', '1991'], word)).toEqual({});
	});
});

test('Malta is Мальта before every mal', () => {
	const found = answers(['mal', 'mals', 'Мальта', 'Malte', 'маль'], 'Malta');
	expect(Object.keys(found)[0]).toBe('Мальта');
	expect(found).not.toHaveProperty('mal');
});

test('a word that was removed answers no more, and one that came later does', () => {
	const vocabulary = vocabularyOf(['Лавров', 'Լավրով']);
	const asked = { term: 'lavrov', spelling: 'lavrov' };
	const terms = () => widen(vocabulary, asked, usualLimits).map(({ id }) => vocabulary.termOf(id));
	expect(terms()).toHaveLength(2);
	vocabulary.remove(0);
	expect(terms()).toEqual(['լավրով']);
	vocabulary.add(7, 'лаврова', 'Лаврова', 'ru');
	vocabulary.settle();
	expect(terms().sort()).toEqual(['лаврова', 'լավրով']);
});

test('any words give weights between 0 and 1, best first, none twice', () => {
	const word = fc.oneof(fc.constantFrom(...everything), fc.string({ unit: 'grapheme', maxLength: 12 }));
	fc.assert(
		fc.property(fc.array(word, { maxLength: 12 }), word, fc.boolean(), (words, asked, isClose) => {
			const found = widen(
				vocabularyOf(words),
				{ term: fold(asked), spelling: lowerCase(asked) },
				isClose ? closeLimits : usualLimits,
			);
			expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
			let last = 1;
			for (const { weight } of found) {
				expect(weight).toBeGreaterThan(0);
				expect(weight).toBeLessThanOrEqual(last);
				last = weight;
			}
		}),
	);
});
