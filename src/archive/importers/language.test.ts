import { expect, test } from 'vitest';
import { guessLanguage } from './language.ts';

test.each([
	['hy', 'Ալֆա բետա գամմա, նմուշ նամակ համար յոթ։'],
	['ka', 'ალფა ბეტა გამა, წერილის ნიმუში ნომერი შვიდი.'],
	['ru', 'Альфа бета гамма, образец письма номер семь, простой текст с буквой ы.'],
	['uk', 'Зразок листа номер сім, її текст є простим, ґанок і їжак.'],
	['az-Cyrl', 'Нүмунә мәктуб једди, алфа вә бета; бу садәҹә јохламадыр, ҝөзәл мәтн.'],
	['az', 'Nümunə məktub yeddi, alfa və beta; bu sadəcə yoxlamadır, gözəl mətn.'],
	['tr', 'Örnek mektup yedi, alfa ve beta; bu yalnızca sınama için yazılmış bir yazıdır, değişik ışık.'],
	['fr', 'Une lettre qui est un échantillon pour la vérification, avec des mots dans le désordre et sur la page.'],
	['en', 'A sample letter that is made for the test, with words that have to be in the text and not of use.'],
	[
		'en',
		'The names of the sample, Ağdam and Şuşa and Bərdə, are in the text of this letter and do not make it other than that.',
	],
	['und', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.'],
	['und', '12345 — 678'],
	['und', ''],
])('%s: %s', (language, text) => {
	expect(guessLanguage(text)).toBe(language);
});
