import { expect, test } from 'vitest';
import { longerNameIn } from './longer-name.ts';

function longer(text: string, family: string, forms: readonly string[] = ['Zorba Quill'], language = 'en') {
	const marks = [...text.matchAll(new RegExp(family, 'g'))].map((at) => [at.index, at.index + family.length] as const);
	return longerNameIn(text, language, marks, forms);
}

test('a name in whose midst the family name stands is said as the text has it', () => {
	expect(longer('A letter by Vanda Quill of Rimwald.', 'Quill')).toBe('Vanda Quill');
	expect(longer('Vanda Quill came.', 'Quill')).toBe('Vanda Quill');
	expect(longer('A letter by Vanda German of Rimwald.', 'German', ['Zorba German'])).toBe('Vanda German');
	expect(longer('So said Vanda, Maria Quill.', 'Quill')).toBe('Maria Quill');
	expect(longer('It was on Quill University Square.', 'Quill')).toBe('Quill University Square');
	expect(longer('Письмо Ванды Зорбиной пришло.', 'Зорбиной', ['Анна Зорбина'], 'ru')).toBe('Ванды Зорбиной');
	expect(longer('Նամակը Վանդա Զորբյանից էր։', 'Զորբյանից', ['Աննա Զորբյան'], 'hy')).toBe('Վանդա Զորբյանից');
});

test('by itself, after a title, or by itself once more in the passage, it may be whoever is looked for', () => {
	expect(longer('A letter by Quill.', 'Quill')).toBeNull();
	expect(longer('A letter by Quill of Rimwald.', 'Quill')).toBeNull();
	expect(longer('There President Quill spoke, and Mr Quill left.', 'Quill')).toBeNull();
	expect(longer('Vanda Quill wrote. Then came the other: Quill.', 'Quill')).toBeNull();
	expect(longer('Вчера министр Зорбин был там.', 'Зорбин', ['Антон Зорбин'], 'ru')).toBeNull();
	expect(longerNameIn('Nothing of it is here.', 'en', [], [])).toBeNull();
});

test('a word that only begins the sentence is no name', () => {
	expect(longer('Meanwhile Quill came.', 'Quill')).toBeNull();
	expect(longer('It was late. Recently Quill had been there.', 'Quill')).toBeNull();
	// A word of the passage itself, and of no list.
	expect(longer('Gardening Quill liked, and gardening was all.', 'Quill')).toBeNull();
	expect(longer('Накануне Зорбин приехал.', 'Зорбин', ['Антон Зорбин'], 'ru')).toBeNull();
	expect(longer('Այնուհետև Զորբյանը եկավ։', 'Զորբյանը', ['Աննա Զորբյան'], 'hy')).toBeNull();
	expect(longer('Sonunda Quill geldi.', 'Quill', ['Zorba Quill'], 'tr')).toBeNull();
	expect(longer('Nəhayət Quill gəldi.', 'Quill', ['Zorba Quill'], 'az')).toBeNull();
	expect(longer('Désormais Quill parlait.', 'Quill', ['Zorba Quill'], 'fr')).toBeNull();
});

test('initials are those of a form, or of somebody else', () => {
	expect(longer('So said Z. Quill at last.', 'Quill')).toBeNull();
	expect(longer('So said V. Quill at last.', 'Quill')).toBe('V. Quill');
	// No form tells what the letter would be.
	expect(longer('Так сказал В. Квилл наконец.', 'Квилл', ['Zorba Quill'], 'ru')).toBeNull();
});
