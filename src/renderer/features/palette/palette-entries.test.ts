import { afterEach, expect, test } from 'vitest';
import type { Command } from '#shared/api/commands.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { EventId, NameId } from '#shared/domain/ids.ts';
import { activateLocale, message } from '#shared/messages/messages.ts';
import { commandEntries, entriesFor, eventEntries, nameEntries, noteEntries } from './palette-entries.ts';

afterEach(() => activateLocale('en'));

const form = { script: 'Latn', language: 'en', kind: 'main', source: 'sample' } as const;
const firstKey = ({ keys }: Command) => keys[0];
const entries = [
	...commandEntries(new Set(['go.search', 'palette.open', 'history.undo']), firstKey),
	...nameEntries([
		{
			...{
				id: 'n1' as NameId,
				kind: 'person',
				description: '',
				source: '',
				identifiers: [],
				coordinates: [],
				revision: 1,
			},
			forms: [
				{ ...form, text: 'Sample Person' },
				{ ...form, text: 'Օրինակ', script: 'Armn', language: 'hy' },
			],
		},
	]),
	...eventEntries([
		{
			...{
				id: 'e1' as EventId,
				title: 'A sample happens',
				kind: '',
				dateWords: '',
				disputingRecordIds: [],
				sameEventIds: [],
				edtf: '2001',
				inferred: '',
				duration: '',
				description: '',
			},
			...{ source: '', placeIds: [], participantIds: [], relations: [], recordIds: [], revision: 1 },
		},
	]),
];
const ids = (text: string) => entriesFor(text, entries).map((entry) => entry.id);

test('with nothing typed, the commands that somebody answers', () => {
	expect(ids('').sort()).toEqual(['command:go.search', 'command:history.undo']);
});

test('a command is found by what it is called here, and by what it is called in English', async () => {
	await activateLocale('ru');
	const title = message('command.window.full-screen');
	const commands = commandEntries(new Set(['window.full-screen', 'history.undo']), firstKey);
	for (const typed of [title, 'полн', 'full screen'])
		expect(entriesFor(typed, commands)[0], typed).toMatchObject({ id: 'command:window.full-screen', title });
});

test.each([
	['en', 'diff', 'editions.compare'],
	['en', 'preferences', 'settings.open'],
	['ru', 'различия', 'editions.compare'],
	['hy', 'տարբերություններ', 'editions.compare'],
	['az', 'fərqlər', 'editions.compare'],
	['tr', 'farklar', 'editions.compare'],
	['fr', 'différences', 'editions.compare'],
	['fr', 'diff', 'editions.compare'],
	['hy', 'night', 'theme.dark'],
	// What is called so stands before what may be called so.
	['en', 'compare', 'editions.compare'],
	['en', 'split', 'names.split'],
	['fr', 'comparer', 'editions.compare'],
	['fr', 'supprimer', 'names.remove'],
	['hy', 'համեմատել', 'editions.compare'],
] as const)('in %s, %s finds a command first of all', async (locale, typed, id) => {
	await activateLocale(locale);
	const answered = [
		...(['editions.compare', 'settings.open', 'theme.dark', 'history.undo'] as const),
		...(['reader.beside', 'records.withdraw', 'names.split', 'names.remove'] as const),
	];
	expect(entriesFor(typed, commandEntries(new Set(answered), firstKey))[0]).toMatchObject({ id: `command:${id}` });
});

test('the most likely first, and a search of the archive always', () => {
	expect(ids('sample')).toEqual(['name:n1', 'event:e1', 'search']);
	expect(ids('zzz')).toEqual(['search']);
});

test('a note is shown as it reads', () => {
	const notes = ['**Second thoughts** on [a sample](https://example.org/) &amp; more', ''].map(
		(body, at) => ({ id: `a${at}`, body, tags: [], target: { exact: '*marked* words' } }) as unknown as Annotation,
	);
	const titles = (text: string) => entriesFor(text, noteEntries(notes)).map(({ title }) => title);
	expect(titles('second')[0]).toBe('Second thoughts on a sample & more');
	expect(titles('marked')[0]).toBe('*marked* words');
	const [quoted] = noteEntries([
		{ id: 'a3', body: '', tags: [], target: { exact: 'in 20231' }, quoted: 'in 2023' } as unknown as Annotation,
	]);
	expect(quoted?.entry).toMatchObject({ title: 'in 2023', detail: 'in 2023' });
});

test('a name is found by any of its forms', () => {
	expect(ids('օրինակ')[0]).toBe('name:n1');
});
