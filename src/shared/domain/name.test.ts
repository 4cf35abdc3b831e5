import { describe, expect, test } from 'vitest';
import { displayForm } from './displayed-form.ts';
import { likelyLanguage, mergedForms, type NameForm, scriptOfForm } from './name.ts';

const form = (text: string, language: string, kind: NameForm['kind'] = 'main'): NameForm => ({
	...{ text, language, kind, script: scriptOfForm(text), source: 'sample' },
});

test.each([
	['Alfa', 'Latn', 'en'],
	['Əlfa', 'Latn', 'az'],
	['Dağ', 'Latn', 'tr'],
	['Bêta', 'Latn', 'fr'],
	['Альфа', 'Cyrl', 'ru'],
	['Әлфа', 'Cyrl', 'az-Cyrl'],
	['Ալֆա', 'Armn', 'hy'],
	['ალფა', 'Geor', 'ka'],
	['نمونه', 'Arab', 'und'],
	['άλφα', 'Grek', 'und'],
	['אלפא', 'Hebr', 'und'],
	['12', 'Zyyy', 'und'],
])('%s is read as %s, %s', (text, script, language) => {
	expect([scriptOfForm(text), likelyLanguage(text)]).toEqual([script, language]);
});

describe('merged forms', () => {
	test('stand in order, none twice, one main form a language', () => {
		const one = { forms: [form('Alpha', 'en'), form('Альфа', 'ru')] };
		const two = { forms: [form('Alfa', 'en'), form('Альфа', 'ru', 'variant'), form('Ալֆա', 'hy')] };
		expect(mergedForms([one, two]).map(({ text, kind }) => [text, kind])).toEqual([
			['Alpha', 'main'],
			['Альфа', 'main'],
			['Alfa', 'variant'],
			['Ալֆա', 'main'],
		]);
	});

	test('composed and decomposed letters are one form', () => {
		const one = { forms: [form('Bêta', 'fr')] };
		expect(mergedForms([one, { forms: [form('Bêta'.normalize('NFD'), 'fr')] }])).toEqual(one.forms);
	});
});

test('the form that is shown is the main one of the language, else any', () => {
	const name = { forms: [form('Alfa', 'en', 'variant'), form('Alpha', 'en'), form('Альфа', 'ru')] };
	expect([displayForm(name, 'ru'), displayForm(name, 'fr'), displayForm({ forms: [] }, 'en')]).toEqual([
		'Альфа',
		'Alpha',
		'',
	]);
});
