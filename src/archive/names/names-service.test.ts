import { describe, expect, test } from 'vitest';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { NameId } from '#shared/domain/ids.ts';
import type { Name, NameFields, NameForm } from '#shared/domain/name.ts';
import type { PlaceCoordinates } from '#shared/domain/place-coordinates.ts';
import { NamesService } from './names-service.ts';

const form = (text: string, kind: NameForm['kind'] = 'main', language = 'en'): NameForm => ({
	...{ text, script: 'Latn', language, kind, source: 'sample list' },
});
const one: Name = {
	...{ id: testId<NameId>(1), kind: 'person', description: 'A sample person', source: 'sample list', revision: 5 },
	identifiers: [],
	coordinates: [],
	forms: [
		form('Alpha Omega'),
		form('Omega, A.', 'variant'),
		form('Альфа', 'translated', 'ru'),
		form('Alfa', 'main', 'az'),
	],
};
const two: Name = {
	...one,
	id: testId<NameId>(2),
	kind: 'place',
	description: '',
	forms: [form('Betatown')],
	revision: 2,
};

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

describe('editing', () => {
	const { id } = one;
	const textsIn = (names: NamesService) => names.get({ id }).forms.map(({ text }) => text);

	function openEdited() {
		const opened = open();
		opened.insert();
		const update = (fields: Partial<NameFields>) =>
			opened.names.update({ id, revision: opened.names.get({ id }).revision, fields });
		return { ...opened, update };
	}

	test('forms are added, changed, put in another order and taken away', () => {
		const { names, update, history } = openEdited();
		const { forms } = names.get({ id });
		update({ forms: [...forms, form('Álfa', 'main', 'fr')] });
		update({ forms: names.get({ id }).forms.toReversed() });
		expect(textsIn(names)).toEqual(['Álfa', 'Alfa', 'Альфа', 'Omega, A.', 'Alpha Omega']);
		update({ forms: [form(' Alpha \n Omega '), form('Alfa', 'former', 'az')] });
		expect(names.get({ id }).forms).toEqual([form('Alpha Omega'), form('Alfa', 'former', 'az')]);
		for (let step = 0; step < 3; step += 1) history.undo();
		expect(names.get({ id }).forms).toEqual(one.forms);
	});

	test('each change has a revision of its own; one without effect makes no step', () => {
		const { names, update, history } = openEdited();
		const revision = names.get({ id }).revision;
		update({ description: one.description, forms: one.forms });
		expect(names.get({ id }).revision).toBe(revision);
		update({ forms: [form('Alpha')] });
		expect(names.get({ id }).revision).toBeGreaterThan(revision);
		expect(() => names.update({ id, revision, fields: { kind: 'role' } })).toThrow(/conflict/);
		expect(history.undo()).toBe('nameChanged');
	});

	test.each([
		['none', []],
		['one without letters', [form(' ')]],
		['one that stands twice', [form('Alfa'), form('Alfa', 'variant')]],
		['a second main one of a language', [form('Alpha'), form('Alfa')]],
	])('refuses forms with %s', (_, forms) => {
		const { names, update } = openEdited();
		expect(() => update({ forms })).toThrow(/invalid-input/);
		expect(() => names.add({ id: testId(3), fields: { ...one, forms } })).toThrow(/invalid-input/);
		expect(names.get({ id }).forms).toEqual(one.forms);
	});

	test('a repeated call makes one name; one that was removed comes back as it is given', () => {
		const { names, history } = openEdited();
		const third = testId<NameId>(3);
		const fields: NameFields = { kind: 'role', description: '', source: '', forms: [form('Gamma')] };
		names.add({ id: third, fields });
		names.add({ id: third, fields: { ...fields, forms: [form('Delta')] } });
		expect(names.get({ id: third }).forms).toEqual([form('Gamma')]);
		names.remove({ ids: [third, third] });
		expect(() => names.get({ id: third })).toThrow(/not-found/);
		names.add({ id: third, fields: { ...fields, forms: [form('Delta')] } });
		expect(names.get({ id: third })).toMatchObject({ kind: 'role', forms: [form('Delta')] });
		history.undo();
		history.undo();
		expect(names.get({ id: third }).forms).toEqual([form('Gamma')]);
		expect(() => names.remove({ ids: [testId(99)] })).toThrow(/not-found/);
	});
});

describe('where places lie', () => {
	const at = (latitude: number, longitude: number, source: string): PlaceCoordinates => ({
		latitude,
		longitude,
		uncertaintyM: null,
		source,
	});

	test('sources that differ stand beside each other; the same point is said once, by whoever said it first', () => {
		const { names, insert } = open();
		insert();
		const say = (...points: PlaceCoordinates[]) =>
			names.addCoordinates({ places: points.map((coordinates) => ({ id: two.id, coordinates })) });
		say(at(10.5, 20.25, 'sample map'), at(11, -21, 'another map'));
		say({ ...at(10.500000001, 20.25, ' a newer map '), uncertaintyM: 500 }, at(12, 1, 'one'), at(12, 1, 'other'));
		const { revision, coordinates } = names.get({ id: two.id });
		expect(coordinates).toEqual([at(12, 1, 'one'), at(11, -21, 'another map'), at(10.5, 20.25, 'sample map')]);
		names.update({ id: two.id, revision, fields: { coordinates: coordinates.slice(0, 1) } });
		expect(names.get({ id: two.id }).coordinates).toEqual(coordinates.slice(0, 1));
	});

	test('many are one step, undone and done again together', () => {
		const { names, insert, history } = open();
		insert();
		const places = [one.id, two.id].map((id, index) => ({ id, coordinates: at(index, index, 'sample map') }));
		names.addCoordinates({ places });
		const said = names.list();
		expect(history.undo()).toBe('coordinatesAdded');
		expect(names.list().flatMap(({ coordinates }) => coordinates)).toEqual([]);
		history.redo();
		expect(names.list().map(({ coordinates }) => coordinates)).toEqual(said.map(({ coordinates }) => coordinates));
	});

	test('what is nowhere on the earth, or of no name, writes nothing', () => {
		const { names, insert } = open();
		insert();
		const before = names.list();
		const good = { id: two.id, coordinates: at(1, 1, '') };
		expect(() => names.addCoordinates({ places: [good, { ...good, coordinates: at(91, 0, '') }] })).toThrow(
			'invalid-input',
		);
		expect(() => names.addCoordinates({ places: [good, { ...good, id: testId<NameId>(9) }] })).toThrow('not-found');
		expect(names.list()).toEqual(before);
	});
});
