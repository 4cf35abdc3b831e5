import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidateKey } from './candidate-key.ts';
import { findCandidates } from './find-candidates.ts';

const found = (text: string, language = 'en', ordinary: readonly string[] = [], places: readonly string[] = []) =>
	findCandidates(text, language, {
		isOrdinary: (word) => ordinary.includes(word),
		isPlace: (words) => places.includes(words),
	}).map(({ start, end, kind, evidence }) => [text.slice(start, end), kind, evidence]);

describe('words that look like a name', () => {
	test('are runs of capitals, with the small words within them', () => {
		expect(found('They met Zorba Quill and Vanda in Rimwald.')).toEqual([
			['Zorba Quill', 'person', 'capitals'],
			['Vanda', 'place', 'capitals'],
			['Rimwald', 'place', 'capitals'],
		]);
		expect(found('the Ministry of Sample Affairs of Rimwald said')).toEqual([
			['Ministry of Sample Affairs of Rimwald', 'organisation', 'title'],
		]);
		expect(found('so said A. B. Quill, and the OZRK too')).toEqual([
			['A. B. Quill', 'person', 'capitals'],
			['OZRK', 'organisation', 'capitals'],
		]);
	});

	test('at the beginning of a sentence are none where the texts know the word in small letters', () => {
		expect(found('Sample Quill came. Nothing else.', 'en', ['sample', 'nothing'])).toEqual([
			['Quill', 'place', 'capitals'],
		]);
		expect(found('Zorba Quill came. Nothing else.', 'en', ['nothing'])).toEqual([
			['Zorba Quill', 'person', 'capitals'],
		]);
		expect(found('Recently Quill came. Now Recently Quill came.')).toEqual([
			['Quill', 'place', 'capitals'],
			['Recently Quill', 'person', 'capitals'],
		]);
		expect(found('Այնուհետև Զորբյանը եկավ։', 'hy')).toEqual([['Զորբյանը', 'place', 'capitals']]);
		expect(found('“In Rimwald it rains.” The Quill ran.')).toEqual([
			['Rimwald', 'place', 'capitals'],
			['Quill', 'place', 'capitals'],
		]);
	});

	test('are told by titles, and by words for places, in each script', () => {
		expect(found('Then President Quill left the city of Rimwald.')).toEqual([
			['Quill', 'person', 'title'],
			['Rimwald', 'place', 'title'],
		]);
		expect(found('Вчера министр Зорбин был в селе Кошташ.', 'ru')).toEqual([
			['Зорбин', 'person', 'title'],
			['Кошташ', 'place', 'title'],
		]);
		expect(found('Երեկ նախագահ Զորբյանը այցելեց Վուլփեն գյուղ։', 'hy')).toEqual([
			['Զորբյանը', 'person', 'title'],
			['Վուլփեն', 'place', 'title'],
		]);
		expect(found('O gün Rimvald şəhərində nazir Zorbalı idi.', 'az')).toEqual([
			['Rimvald', 'place', 'title'],
			['Zorbalı', 'person', 'title'],
		]);
		expect(found('გუშინ პრეზიდენტი ზორბაძე წავიდა', 'ka')).toEqual([['ზორბაძე წავიდა', 'person', 'title']]);
	});

	test('are not sought in headings of capitals, nor among German nouns', () => {
		expect(found('SAMPLE REPORT ON VARIOUS MATTERS')).toEqual([]);
		expect(found('Er sah das Haus am Hügel und Zorba Quill.', 'de')).toEqual([['Zorba Quill', 'person', 'capitals']]);
	});

	test('are no people, nor what happened, and a kind of place says that they are one', () => {
		expect(found('There the Turks and a German met some Armenians.')).toEqual([]);
		expect(found('O gün Ermeni heyeti oradaydı.', 'tr')).toEqual([]);
		expect(found('Alors les Français partirent.', 'fr')).toEqual([]);
		expect(found('So the Second Rimwald War ended.')).toEqual([]);
		expect(found('They crossed the Rimwald Corridor with a Rimwald Armenian.')).toEqual([
			['Rimwald Corridor', 'place', 'title'],
			['Rimwald', 'place', 'capitals'],
		]);
	});

	test('may end in a word for a people, unless what is left is a place or many are meant', () => {
		for (const [text, name] of [
			['So said Zorba Türk at last.', 'Zorba Türk'],
			['So said Vanda Arap at last.', 'Vanda Arap'],
			['So said Vanda German at last.', 'Vanda German'],
			['So said V. German at last.', 'V. German'],
			['They heard Radio Sample Armenian at night.', 'Radio Sample Armenian'],
		] as const)
			expect(found(text)).toEqual([[name, 'person', 'capitals']]);
		expect(found('So said Mr German at last.')).toEqual([['German', 'person', 'title']]);
		expect(found('They met Rimwald Armenian singers.', 'en', [], ['Rimwald'])).toEqual([
			['Rimwald', 'place', 'capitals'],
		]);
		expect(found('They met Rimwald Armenians.')).toEqual([['Rimwald', 'place', 'capitals']]);
		// Neither title nor initials.
		expect(found('Major European powers came.', 'en', ['major'])).toEqual([]);
		expect(found('There the major European powers met U.S. German ones.')).toEqual([]);
	});

	test('are a role where a title stands without a name, of which one word is too little', () => {
		expect(found('There the Sample Minister met a President.')).toEqual([['Sample Minister', 'role', 'capitals']]);
	});

	test('are no months and days of the week, but may begin with one', () => {
		expect(found('They came in September, on a Monday, with August Quill.')).toEqual([
			['August Quill', 'person', 'capitals'],
		]);
		expect(found('Sonra 15 Temmuz günü geldiler.', 'tr')).toEqual([]);
	});

	test('stand in the text, in order, and never one on another', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				let before = 0;
				for (const { start, end } of findCandidates(text, 'und', { isOrdinary: () => false, isPlace: () => false })) {
					expect(start).toBeGreaterThanOrEqual(before);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					before = end;
				}
			}),
		);
	});
});

test('the forms of a name have one key', () => {
	expect(candidateKey('Зорбин')).toBe(candidateKey('Зорбина'));
	expect(candidateKey('ZORBA quill')).toBe(candidateKey('Zorba Quill'));
	expect(candidateKey('Кошташ')).not.toBe(candidateKey('Rimwald'));
});
