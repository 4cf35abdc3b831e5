import { expect, test } from 'vitest';
import { wordsOf } from '#shared/search/words.ts';
import { languageCodes, languages } from './languages.ts';
import { type ArtificialPassage, artificialPassages } from './passages.ts';
import { createRankDraw } from './ranks.ts';

function first(count: number, seed: number): ArtificialPassage[] {
	const passages: ArtificialPassage[] = [];
	for (const passage of artificialPassages(seed)) {
		if (passage.number === count) break;
		passages.push(passage);
	}
	return passages;
}

test('a seed always gives the same passages, another seed others', () => {
	expect(first(300, 5)).toEqual(first(300, 5));
	expect(first(300, 5)).not.toEqual(first(300, 6));
});

test('a smaller corpus is the beginning of a larger one', () => {
	expect(first(2000, 5).slice(0, 150)).toEqual(first(150, 5));
});

test('passages are numbered and stand with their record', () => {
	const passages = first(2000, 5);
	expect(passages.map(({ number }) => number)).toEqual(passages.map((_, at) => at));
	for (const [at, { record, title, kind, date, language }] of passages.entries()) {
		const before = passages[at - 1];
		if (before?.record !== record) expect(record).toBe((before?.record ?? -1) + 1);
		else expect({ title, kind, date, language }).toEqual(pickRecord(before));
	}
});

test('every language has its script, and no field breaks a line', () => {
	const scripts = { en: /[a-z]/, ru: /[а-я]/, hy: /[ա-ֆ]/, az: /[a-zə]/, tr: /[a-zı]/, fr: /[a-z]/, ka: /[ა-ჰ]/ };
	const passages = first(3000, 5);
	expect(new Set(passages.map(({ language }) => language))).toEqual(new Set(languageCodes));
	for (const { language, text, title, date } of passages) {
		expect(text).toMatch(scripts[language]);
		expect(`${title}${text}`).not.toMatch(/[\t\n]|undefined/);
		expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
	}
});

test('every language can write every sound, so that a name is the same in all', () => {
	for (const { consonants, vowels } of languages) {
		expect([consonants.length, vowels.length]).toEqual([22, 6]);
		expect([...consonants, ...vowels]).not.toContain('');
	}
	expect(languages.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
});

test('words are as many and as unequal as in nature', () => {
	const counts = new Map<string, number>();
	const different: number[] = [];
	let words = 0;
	for (const { number, text } of first(4000, 5)) {
		for (const { term } of wordsOf(text)) {
			counts.set(term, (counts.get(term) ?? 0) + 1);
			words += 1;
		}
		if ([499, 3999].includes(number)) different.push(counts.size);
	}
	expect(words / 4000).toBeGreaterThan(45);
	expect(words / 4000).toBeLessThan(60);
	// Heaps: eight times the text has about 8^0.7 times the different words, while it is this short.
	const [few = 0, many = 0] = different;
	expect(many / few).toBeGreaterThan(8 ** 0.55);
	expect(many / few).toBeLessThan(8 ** 0.85);
	const sorted = [...counts.values()].sort((one, other) => other - one);
	expect((sorted[0] ?? 0) / words).toBeLessThan(0.05);
	expect(sorted.filter((count) => count === 1).length / sorted.length).toBeGreaterThan(0.3);
});

test('ranks fall off as they should', () => {
	const draw = createRankDraw(100, 2);
	const ranks = Array.from({ length: 10_000 }, (_, at) => draw(() => at / 10_000));
	expect(Math.min(...ranks)).toBe(0);
	const tail = ranks.filter((rank) => rank >= 100).length;
	expect(ranks.filter((rank) => rank >= 200).length / tail).toBeCloseTo(0.5, 1);
});

function pickRecord({ title, kind, date, language }: ArtificialPassage) {
	return { title, kind, date, language };
}
