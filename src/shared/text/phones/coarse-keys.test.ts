import { expect, test } from 'vitest';
import { lowerCase } from '../lower-case.ts';
import { coarseKeys } from './coarse-keys.ts';
import { phones } from './phones.ts';

const keys = (word: string, language = '') => coarseKeys(phones(lowerCase(word), language));

test.each([
	['Khojaly', 'Xocalı'],
	['Khojaly', 'Hocalı'],
	['Khojaly', 'Ходжалы'],
	['Khojaly', 'Хоҹалы'],
	['Khojaly', 'Խոջալու'],
	['Khojaly', 'ხოჯალი'],
	['Qarabağ', 'Карабах'],
	['Qarabağ', 'Ղարաբաղ'],
	['Karabakh', 'ყარაბაღი'],
	['Lavrov', 'Лавров'],
	['Lavrov', 'Լավրով'],
	['Հակոբ', 'Акоп'],
	['Heydər', 'Гейдар'],
	['Botswana', 'Ботсвана'],
	['Istanbul', 'Истамбул'],
	['Kuwait', 'Кувейт'],
])('%s and %s have a key in common', (one, other) => {
	const shared = keys(one).filter((key) => keys(other).includes(key));
	expect(shared).not.toEqual([]);
});

test.each([
	['vowels are dropped, but for the first', 'aliev', ['ALV']],
	['the same class twice in a row counts once', 'xruSCov', ['KRSV']],
	['a vowel keeps them apart', 'pabat', ['PPT']],
	['t before s is part of it', 'botsvana', ['PSVN']],
	['v after k is part of it', 'kuveit', ['KVT']],
	['n before p is m', 'stanpul', ['STMPL']],
	['an h may be there or not', 'hakob', ['KKP', 'AKP']],
	['digits stay', 'b52', ['P52']],
	['nothing at all has none', '', []],
])('%s: %s', (_, sounds, expected) => {
	expect(coarseKeys([sounds])).toEqual(expected);
});
