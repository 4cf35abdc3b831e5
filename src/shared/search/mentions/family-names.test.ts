import { expect, test } from 'vitest';
import { scriptOfForm } from '../../domain/name.ts';
import { familyNames } from './family-names.ts';

const of = (...texts: string[]) =>
	familyNames({
		kind: 'person',
		forms: texts.map((text) => ({ text, script: scriptOfForm(text), language: 'und', kind: 'variant', source: '' })),
	});

test('the last word of a form is the family name, the first where a comma or a father’s name says so', () => {
	expect(of('Zorba Quillim')).toEqual(['Quillim']);
	expect(of('Quillim, Zorba')).toEqual(['Quillim']);
	expect(of('Квиллим Зорба Петрович', 'Зорба Петрович Квиллим')).toEqual(['Квиллим']);
	expect(of('Quillimli Zorba Petr oğlu')).toEqual(['Quillimli']);
	expect(of('A. B. Ter-Quillim')).toEqual(['Ter-Quillim']);
	expect(of('Զորբա Քվիլլիմյան')).toEqual(['Քվիլլիմյան']);
});

test('a family name that ends like a father’s name is none', () => {
	expect(of('Зорба Петрович Квиллимович', 'Ванда Петровна Квиллич')).toEqual(['Квиллимович', 'Квиллич']);
	expect(of('Zorba Petrovich Quillimovich')).toEqual(['Quillimovich']);
	expect(of('Zorba Petr Quillimoğlu')).toEqual(['Quillimoğlu']);
	expect(of('Zorba Petr oğlu Quillimli')).toEqual(['Quillimli']);
});

test('whose child somebody is, by itself, stands after family, given and father’s name or tells none', () => {
	expect(of('Quillimli Zorba Petr oğlu', 'Квиллимли Ванда Петр кызы')).toEqual(['Quillimli', 'Квиллимли']);
	expect(of('Квиллимли Зорба Петр-оглы')).toEqual(['Квиллимли']);
	expect(of('Zorba Quillim oğlu', 'Vanda Quillim qızı', 'Зорба Квиллим оглы')).toEqual([]);
});

test('neither a number, nor a byname, nor what is in brackets or without a capital is one', () => {
	expect(of('Zorba Petr III', 'Zorba IV', 'Zorba the Tall', 'Zorba of the quillims')).toEqual([]);
	expect(of('Zorba Quillim (junior)', '[Prince] Vanda Prill')).toEqual(['Quillim', 'Prill']);
	expect(of('Zorba (Quillim)')).toEqual([]);
	expect(of('Vanda de Quillim', 'Zorba al-Prill', 'ZORBA LIVV', 'ზორბა ქვილიმი')).toEqual([
		'Quillim',
		'al-Prill',
		'LIVV',
		'ქვილიმი',
	]);
});

test('there is none of one word, of a word too short or cut short, or where it is a form already', () => {
	expect(of('Quillim')).toEqual([]);
	expect(of('Zorba Q.', 'Zorba Li')).toEqual([]);
	expect(of('Zorba Quillim', 'quillim', 'Зорба Квиллим')).toEqual(['Квиллим']);
});

test('only persons have one', () => {
	const form = { text: 'Upper Rimwald', script: 'Latn', language: 'en', kind: 'main', source: '' } as const;
	expect(familyNames({ kind: 'place', forms: [form] })).toEqual([]);
	expect(familyNames({ kind: 'organisation', forms: [form] })).toEqual([]);
});
