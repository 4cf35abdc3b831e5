import { expect, test } from 'vitest';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name, NameKind } from '#shared/domain/name.ts';
import { knownForms } from '#shared/known-forms/known-forms.ts';
import { chosenNames, listedKnown, listedNames, type NameFilter } from './listed-names.ts';

function name(id: string, kind: NameKind, ...texts: string[]): Name {
	const forms = texts.map(
		(text) => ({ text, script: 'Latn', language: 'en', kind: 'main', source: 'sample' }) as const,
	);
	return { id: id as NameId, kind, forms, description: '', source: '', identifiers: [], coordinates: [], revision: 1 };
}
const names = listedNames([
	name('b', 'place', 'Beta', 'Бета'),
	name('a', 'person', 'Álpha Sample'),
	name('g', 'place', 'Gamma'),
]);
const ids = (kind: NameFilter, typed: string) => chosenNames(names, kind, typed).map(({ id }) => id);

test('all in order, by kind, and by any form whatever its case and accents', () => {
	expect(ids('all', '')).toEqual(['a', 'b', 'g']);
	expect(ids('place', ' ')).toEqual(['b', 'g']);
	expect(ids('all', 'ALPHA S')).toEqual(['a']);
	expect(ids('all', 'бет')).toEqual(['b']);
});

test('the table is found by any form, and has both sides of a place in its title', () => {
	const found = chosenNames(listedKnown(knownForms()), 'known', 'ստեփանակերտ');
	expect(found.map(({ title }) => title)).toEqual(['Khankendi / Stepanakert']);
	expect(found[0]?.others).toContain('Xankəndi');
});
