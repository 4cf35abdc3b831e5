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
