import { expect, test } from 'vitest';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name, NameForm } from '#shared/domain/name.ts';
import { NamesService } from './names-service.ts';

const form = (text: string, kind: NameForm['kind'] = 'main', language = 'en'): NameForm => ({
	...{ text, script: 'Latn', language, kind, source: 'sample list' },
});
const one: Name = {
	...{ id: testId<NameId>(1), kind: 'person', description: 'A sample person', source: 'sample list', revision: 1 },
	forms: [
		form('Alpha Omega'),
		form('Omega, A.', 'variant'),
		form('Альфа', 'translated', 'ru'),
		form('Alfa', 'main', 'az'),
	],
};
const two: Name = { ...one, id: testId<NameId>(2), kind: 'place', description: '', forms: [form('Betatown')] };

function open() {
	const archive = openTestArchive();
	const names = new NamesService(archive.database);
	const insert = () => archive.database.step('starter', (step) => names.insertWithin(step, [one, two]));
	return { ...archive, names, insert };
}

test('gives back what was put in, forms in order', () => {
	const { names, insert } = open();
	insert();
	expect(names.list()).toEqual([one, two]);
	expect(names.get({ id: two.id })).toEqual(two);
	expect(names.find([two.id, testId(9)])).toEqual([two]);
	expect(names.displayForms([one.id, two.id], 'az')).toEqual(
		new Map([
			[one.id, 'Alfa'],
			[two.id, 'Betatown'],
		]),
	);
});

test('forms have the same ids in every archive', () => {
	const idsIn = ({ connection, insert }: ReturnType<typeof open>) => {
		insert();
		return connection.all('SELECT id FROM name_forms ORDER BY id');
	};
	expect(idsIn(open())).toEqual(idsIn(open()));
});

test('undo takes the names away, redo brings them back', () => {
	const { names, insert, history } = open();
	insert();
	history.undo();
	expect(names.list()).toEqual([]);
	expect(() => names.get({ id: one.id })).toThrow(/not-found/);
	history.redo();
	expect(names.list().map((name) => name.forms)).toEqual([one.forms, two.forms]);
});
