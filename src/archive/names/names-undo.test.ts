import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventsService } from '#archive/events/events-service.ts';
import { LinksService } from '#archive/links/links-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { EventId, LinkId, NameId } from '#shared/domain/ids.ts';
import { formKinds, type NameForm, nameKinds, scriptOfForm } from '#shared/domain/name.ts';
import { NameJoiningService } from './name-joining-service.ts';
import { NamesService } from './names-service.ts';

const form = fc
	.record({
		text: fc.constantFrom('Alpha', 'Альфа', 'Beta', 'Ալֆա', 'Gamma'),
		language: fc.constantFrom('en', 'ru'),
		kind: fc.constantFrom(...formKinds),
		source: fc.constantFrom('', 'sample'),
	})
	.map((made): NameForm => ({ ...made, script: scriptOfForm(made.text) }));
const forms = fc.array(form, { maxLength: 4 });
const which = fc.nat({ max: 6 });
const action = fc.oneof(
	fc.record({ do: fc.constant('add' as const), kind: fc.constantFrom(...nameKinds), forms }),
	fc.record({ do: fc.constant('update' as const), which, forms, description: fc.constantFrom('', 'one', 'two') }),
	fc.record({ do: fc.constant('merge' as const), names: fc.array(which, { minLength: 1, maxLength: 3 }) }),
	fc.record({ do: fc.constant('split' as const), which, places: fc.array(fc.nat({ max: 3 }), { maxLength: 2 }) }),
	fc.record({ do: fc.constant('remove' as const), which }),
	fc.record({ do: fc.constant('link' as const), from: which, to: which }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function open() {
	const archive = openTestArchive();
	const { database, connection } = archive;
	const names = new NamesService(database);
	const links = new LinksService(database, archive.editions, names, () => 'en');
	const events = new EventsService(database, links, names);
	const joining = new NameJoiningService(database, names, links, events, () => 'en');
	let last = 100;
	const nextId = () => {
		last += 1;
		return testId<NameId>(last);
	};
	const plain = {
		kind: '',
		edtf: '',
		dateWords: '',
		inferred: '',
		duration: '',
		description: '',
		source: '',
		relations: [],
		recordIds: [],
	};
	database.step(
		'setup',
		(step) => {
			const ids = ['Alpha', 'Beta', 'Gamma'].map((text) => {
				const id = nextId();
				const own: NameForm = { text, language: 'en', script: 'Latn', kind: 'main', source: '' };
				names.addWithin(step, { id, kind: 'place', forms: [own], description: '', source: '' });
				return id;
			});
			const event = { ...plain, id: testId<EventId>(1), title: 'A sample meeting' };
			events.insertWithin(step, [{ ...event, placeIds: ids.slice(0, 2), participantIds: ids.slice(1) }]);
		},
		{ kind: 'setup' },
	);

	const pick = (number: number) => {
		const list = names.list();
		return list.slice(number % Math.max(1, list.length))[0];
	};
	const act = (made: Action) => {
		switch (made.do) {
			case 'add':
				return names.add({ id: nextId(), fields: { ...made, description: '', source: '' } });
			case 'merge':
				return joining.merge({ names: made.names.flatMap((number) => pick(number) ?? []) });
			case 'link': {
				const [from, to] = [pick(made.from), pick(made.to)];
				if (!from || !to) return;
				const end = (id: NameId) => ({ kind: 'name' as const, id });
				return links.add({ id: nextId() as string as LinkId, type: 'cites', from: end(from.id), to: end(to.id) });
			}
		}
		const chosen = pick(made.which);
		if (!chosen) return;
		if (made.do === 'remove') names.remove({ ids: [chosen.id] });
		else if (made.do === 'split') joining.split({ ...chosen, newId: nextId(), places: made.places });
		else names.update({ ...chosen, fields: { forms: made.forms, description: made.description } });
	};
	/** Does it, unless it is refused with a reason. */
	const run = (made: Action) => {
		try {
			act(made);
		} catch (error) {
			expect(error).toBeInstanceOf(AppError);
			expect((error as AppError).code).toBe('invalid-input');
		}
	};
	/** Every row that is there, tombstones and stamps left out. */
	const rows = () =>
		['names', 'name_forms', 'links', 'event_names'].map((table) =>
			connection
				.all<Record<string, unknown>>(`SELECT * FROM ${table} WHERE deleted_clock IS NULL ORDER BY id`)
				.map(({ clock: _clock, revision: _revision, ...row }) => row),
		);
	return { ...archive, names, run, rows };
}

test('whatever was done to names, undone it gives each state before, redone each after', () => {
	fc.assert(
		fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
			const { run, rows, history, connection, names } = open();
			const states = [rows()];
			for (const made of actions) {
				const before = history.changeNumber();
				run(made);
				if (history.changeNumber() > before) states.push(rows());
				for (const name of names.list()) expect(name.forms.length).toBeGreaterThan(0);
			}
			for (const state of states.slice(0, -1).reverse()) {
				expect(history.undo()).not.toBeNull();
				expect(rows()).toEqual(state);
			}
			expect(history.undo()).toBeNull();
			for (const state of states.slice(1)) {
				expect(history.redo()).not.toBeNull();
				expect(rows()).toEqual(state);
			}
			connection.close();
		}),
		{ numRuns: 100 },
	);
});
