import { expect, test } from 'vitest';
import { createSearchIndex } from '#shared/search/search-index.ts';
import { readStarterData } from './starter-data.ts';

const { names } = readStarterData('resources/starter');
const forms = names.flatMap((name) => name.forms.map((form) => ({ ...form, name, key: `${name.id}:${form.text}` })));

/** The names of the starter archive, and each of their forms as a passage of a record of its own. */
const index = createSearchIndex();
index.put(
	[...names.map(({ id }) => id), ...forms.map(({ key }) => key)].map((id) => {
		return { id, title: '', recordKind: '', dateEdtf: '', holding: '' };
	}),
	[
		...names.map((name) => {
			const texts = name.forms.map((form) => form.text);
			const document = { key: name.id, ownerId: name.id, kind: 'name' as const, language: 'und' };
			return { ...document, text: texts.join(' · '), forms: texts };
		}),
		...forms.map(({ key, text, language }) => ({ key, ownerId: key, kind: 'passage' as const, text, language })),
	],
);
const hitsOf = (text: string) => index.search({ text: `${text} ` }, { offset: 0, limit: 500 }).hits;

test.each(forms.map(({ text, name }) => [text, name] as const))(
	'%s finds every other form of its name',
	(text, name) => {
		const found = hitsOf(text).map(({ key }) => key);
		expect(found).toEqual(expect.arrayContaining(name.forms.map((form) => `${name.id}:${form.text}`)));
	},
);

test('a hit says why, and the words are marked where they stand', () => {
	const of = (query: string, text: string) => {
		const hit = hitsOf(query).find(({ snippet, kind }) => kind === 'passage' && snippet.text === text);
		const marked = hit?.marks.map(([start, end, how]) => [text.slice(start, end), how]);
		return { how: hit?.how, marked };
	};
	expect(of('Lavrov', 'Сергей Лавров')).toEqual({
		how: 'script',
		marked: [
			['Сергей', 'alias'],
			['Лавров', 'script'],
		],
	});
	expect(of('Armenia', 'Հայաստան')).toEqual({ how: 'alias', marked: [['Հայաստան', 'alias']] });
	expect(of('Москва', 'Մոսկվա')).toEqual({ how: 'script', marked: [['Մոսկվա', 'script']] });
	expect(of('США', 'United States')).toEqual({
		how: 'alias',
		marked: [
			['United', 'alias'],
			['States', 'alias'],
		],
	});
	expect(of('Karabakh', 'Karabakh')).toEqual({ how: 'exact', marked: [['Karabakh', 'exact']] });
});

test('other names are switched off like every kind', () => {
	const query = { text: 'Armenia ', without: ['alias'] as const };
	const texts = index.search(query, { offset: 0, limit: 500 }).hits.map(({ snippet }) => snippet.text);
	expect(texts).toContain('Armenia');
	expect(texts).not.toContain('Հայաստան');
});
