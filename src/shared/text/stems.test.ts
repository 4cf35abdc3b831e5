import { describe, expect, test } from 'vitest';
import { lightStems } from './light-stems.ts';
import { lowerCase } from './lower-case.ts';
import { stemKeys } from './stems.ts';

const meet = (one: string, other: string, language: string) =>
	stemKeys(lowerCase(one), '').some((key) => stemKeys(lowerCase(other), language).includes(key));

describe('the forms of a name meet', () => {
	test.each([
		['Лавров', 'Лаврова', 'ru'],
		['Лавров', 'Лавровым', 'ru'],
		['Лаврова', 'Лавровым', 'ru'],
		['Алиев', 'Алиевым', 'ru'],
		['Захарова', 'Захаровой', 'ru'],
		['Карабах', 'Карабаха', 'ru'],
		['Լավրով', 'Լավրովի', 'hy'],
		['Լավրովի', 'Լավրովին', 'hy'],
		['Երևան', 'Երևանում', 'hy'],
		['Հարությունյան', 'Հարությունյանով', 'hy'],
		['Bakı', 'Bakıdan', 'az'],
		['Qarabağ', 'Qarabağın', 'az'],
		['İrəvan', 'İrəvanda', 'az'],
		['Azərbaycan', 'Azərbaycanın', 'az'],
		['Tiflis', 'Tiflisi', 'az'],
		['Karabağ', 'Karabağlı', 'tr'],
		['Гарабағ', 'Гарабағын', 'az-Cyrl'],
		['თბილისი', 'თბილისში', 'ka'],
		['Azerbaijani', 'Azerbaijanis', 'en'],
		['forces', 'force', 'fr'],
	])('%s and %s', (one, other, language) => {
		expect(meet(one, other, language)).toBe(true);
	});
});

describe('what makes a surname is never cut off', () => {
	test.each([
		['лавров', 'ru'],
		['алиев', 'ru'],
		['пушкин', 'ru'],
	])('%s', (word, language) => {
		expect(lightStems(word, language)).toEqual([]);
	});
	test('յան stays', () => {
		expect(lightStems('հարությունյանը', 'hy')).toEqual(['հարությունյան']);
		expect(lightStems('իվանյան', 'hy')).toEqual([]);
	});
});

test('Turkish stems of words in other languages are not cut to what is everywhere', () => {
	expect(stemKeys('malta', '')).not.toContain('tr:mal');
	expect(meet('Malta', 'mal', 'tr')).toBe(false);
});

test('a language that is known has its own stemmer alone', () => {
	expect(stemKeys('letters', 'en')).toEqual(['en:letter', 'letters']);
	expect(stemKeys('letters', 'fr')).toEqual(['fr:letter', 'letters']);
	expect(stemKeys('letters', 'az').some((key) => key.includes(':'))).toBe(false);
});
