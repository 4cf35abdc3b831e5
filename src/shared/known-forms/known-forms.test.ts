import { describe, expect, test } from 'vitest';
import { fieldsOfKnown, knownForms, knownTitle } from './known-forms.ts';
import { knownGroups, knownKinds } from './known-groups.ts';

const all = knownForms();
const titled = all.map((known) => [knownTitle(known, 'en'), known] as const);
const find = (title: string) => titled.find(([each]) => each === title)?.[1];
const scriptOf: Record<string, string> = {
	...{
		en: 'Latn',
		az: 'Latn',
		tr: 'Latn',
		fr: 'Latn',
		ru: 'Cyrl',
		'az-Cyrl': 'Cyrl',
		uk: 'Cyrl',
		ab: 'Cyrl',
		os: 'Cyrl',
	},
	...{ hy: 'Armn', ka: 'Geor' },
};

describe('the table of known forms', () => {
	test('has some hundreds of names, each once', () => {
		expect(all.length).toBeGreaterThan(300);
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		expect(new Set(titled.map(([title, { kind }]) => `${kind} ${title}`)).size).toBe(all.length);
		expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(knownKinds));
	});

	test('is written in the script of each language, each name in Latin and in another', () => {
		const oneSided = titled.filter(([, { forms }]) => new Set(forms.map(({ script }) => script)).size < 2);
		expect(oneSided.map(([title]) => title)).toEqual([]);
		for (const { text, script, language } of all.flatMap(({ forms }) => forms)) {
			expect([text, script]).toEqual([text, scriptOf[language]]);
			expect(text).toMatch(new RegExp(`^[\\p{Script=${script}}\\p{P}\\p{Zs}]+$`, 'u'));
			expect(text).toBe(text.normalize('NFC').trim());
		}
	});

	test('has no form twice in one name, and one main form a language', () => {
		for (const [title, { forms }] of titled) {
			const spelt = forms.map(({ text, language }) => `${title}: ${language} ${text}`);
			expect(spelt).toEqual([...new Set(spelt)]);
			const mains = forms.filter(({ kind }) => kind === 'main').map(({ language }) => `${title}: ${language}`);
			expect(mains).toEqual([...new Set(mains)]);
		}
	});

	test('gives the search all forms of each name', () => {
		expect(knownGroups()).toEqual(all.map(({ id, forms }) => ({ id, forms: forms.map(({ text }) => text) })));
	});

	test('has no form so short that it is a common word: UN, EU, US', () => {
		const short = all.flatMap(({ forms }) => forms).filter(({ text }) => [...text].length < 3);
		expect(short).toEqual([]);
	});

	test('prefers neither side of a place with two names', () => {
		const sided = all.filter(({ isTwoSided }) => isTwoSided);
		expect(sided.length).toBeGreaterThan(10);
		for (const { forms } of sided) {
			expect(forms.filter(({ kind }) => kind === 'main')).toEqual([]);
			for (const language of new Set(forms.map((form) => form.language))) {
				const texts = forms.filter((form) => form.language === language && form.kind === 'variant');
				expect(texts.map(({ text }) => text)).toEqual(texts.map(({ text }) => text).sort());
			}
		}
		expect(find('Khankendi / Stepanakert')?.forms.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['Xankəndi', 'Ստեփանակերտ', 'Степанакерт', 'Ханкенди']),
		);
	});

	test('bridges what sounds do not', () => {
		expect(find('Georgia')?.forms.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['Грузия', 'Վրաստան', 'საქართველო', 'Gürcüstan']),
		);
		expect(find('Joseph')?.forms.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['Иосиф', 'Իոսիֆ', 'იოსები', 'Yusif']),
		);
	});
});

test('an entry becomes a name of an archive, with a source for each form', () => {
	const known = find('Hovhannisyan');
	const fields = known && fieldsOfKnown(known);
	expect(fields?.kind).toBe('person');
	expect(fields?.forms.every(({ source }) => source !== '')).toBe(true);
});
