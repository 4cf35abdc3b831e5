import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerCase } from '../lower-case.ts';
import { phones } from './phones.ts';

const first = (word: string, language: string) => phones(lowerCase(word), language)[0];

describe('each reading', () => {
	test.each([
		['English digraphs', 'Khojaly', 'en', 'xoJali'],
		['English', 'Zhukovsky', 'en', 'Zukovski'],
		['soft and hard c', 'Lucerne', 'en', 'luserne'],
		['Turkic by its letters', 'Xocalı', 'en', 'xoJalI'],
		['Turkish', 'Hocalı', 'tr', 'hoJalI'],
		['Azerbaijani ə', 'Əliyev', 'az', 'Aliev'],
		['Azerbaijani q and ğ', 'Qarabağ', 'az', 'qarabaG'],
		['Russian', 'Ходжалы', 'ru', 'xoJalI'],
		['Russian дз', 'Химэдзи', 'ru', 'ximeDi'],
		['Russian тс, тц', 'Ватсон', 'ru', 'vacon'],
		['Russian щ', 'Хрущёв', 'ru', 'xruSov'],
		['Azerbaijani Cyrillic', 'Хоҹалы', 'az-Cyrl', 'xoJalI'],
		['Azerbaijani Cyrillic ҝ ғ һ ө ү ј', 'Ҝөјҹә', 'az-Cyrl', 'gOjJA'],
		['Armenian', 'Խոջալու', 'hy', 'xoJalu'],
		['Armenian ո at the beginning', 'Ոսկանյան', 'hy', 'voskanjan'],
		['Armenian ու at the beginning', 'Ուլան', 'hy', 'ulan'],
		['Armenian ով at the beginning', 'Ովսեփ', 'hy', 'ovsep'],
		['Armenian և', 'Երևան', 'hy', 'erevan'],
		['Georgian', 'ხოჯალი', 'ka', 'xoJali'],
		['Georgian capitals', 'ᲗᲑᲘᲚᲘᲡᲘ', 'ka', 'tbilisi'],
	])('%s: %s', (_, word, language, sounds) => {
		expect(first(word, language)).toBe(sounds);
	});
});

describe('a word whose language is not known is read in several ways', () => {
	test.each([
		['c as in Turkish', 'Ocalan', 'oJalan'],
		['j as in Turkish', 'Jale', 'Zale'],
		['q as in Azerbaijani', 'Qubadli', 'qubadli'],
		['ch as in French', 'Chamakhi', 'Samaxi'],
		['silent endings as in French', 'Mitterrand', 'miteran'],
		['soft g as in French', 'Agen', 'aZen'],
		['qu as in French', 'Martinique', 'martinik'],
		['ch and z as in German', 'Zurich', 'curix'],
		['j as in German', 'Josef', 'josef'],
		['c as in Polish', 'Olomouc', 'olomouc'],
		['rz as in Polish', 'Zabrze', 'zabZe'],
		['j as in Spanish', 'Lujan', 'luxan'],
		['w as a vowel', 'Kuwait', 'kuuait'],
		['-off as in old books', 'Romanoff', 'romanov'],
	])('%s: %s', (_, word, sounds) => {
		expect(phones(lowerCase(word), '')).toContain(sounds);
		expect(phones(lowerCase(word), 'und')).toEqual(phones(lowerCase(word), ''));
	});
	test('letters that only Turkic has leave one reading', () => {
		expect(phones('şuşa', '')).toEqual(['SuSa']);
	});
	test('French endings are silent in French alone', () => {
		expect(phones('mitterrand', 'en')).not.toContain('miteran');
	});
	test('յ at the beginning is y, or h as it was written once', () => {
		expect(phones('յակոբ', 'hy')).toEqual(['jakob', 'hakob']);
	});
});

test('what is no word of these scripts has no sounds', () => {
	expect(phones('1991', '')).toEqual([]);
	expect(phones('東京', '')).toEqual([]);
	expect(phones('a'.repeat(100), '')).toEqual([]);
});

test('sounds are plain characters whatever the word', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('', 'en', 'fr', 'tr', 'az', 'ru'),
			(text, language) => {
				const readings = phones(lowerCase(text), language);
				for (const sounds of readings) expect(sounds).toMatch(/^[a-zA-Z0-9]+$/);
				expect(new Set(readings).size).toBe(readings.length);
			},
		),
	);
});
