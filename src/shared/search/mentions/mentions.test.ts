import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument, SearchOwner } from '../../api/search-api.ts';
import type { EditionId } from '../../domain/ids.ts';
import { kindOfCode } from '../query/answers.ts';
import { createSearchIndex } from '../search-index.ts';
import { findCompanions } from './companions.ts';
import { firstPlaces, withFirstRead } from './first-mentions.ts';
import { createMentionFinder } from './mention-finder.ts';

interface Text {
	id: string;
	date?: string;
	passages: readonly string[];
}

function indexOf(texts: readonly Text[]) {
	const index = createSearchIndex({ now: () => 0 });
	index.put(
		texts.map(
			({ id, date = '' }): SearchOwner => ({
				...{ id, title: `Record ${id}`, recordKind: 'letter', dateEdtf: date, holding: 'held', editionId: `e-${id}` },
			}),
		),
		texts.flatMap(({ id, passages }) =>
			passages.map(
				(text, ordinal): SearchDocument => ({
					...{ key: `p:e-${id}:${ordinal}`, kind: 'passage', ownerId: id, text, language: 'en' },
					...{ editionId: `e-${id}` as EditionId, ordinal, number: ordinal + 1 },
				}),
			),
		),
	);
	const textAt = (editionId: string, ordinal: number) =>
		texts.find(({ id }) => `e-${id}` === editionId)?.passages[ordinal] ?? '';
	const mentions = async (forms: readonly string[], isWide = false) => {
		const found = await index.mentions({ forms }, isWide);
		const find = createMentionFinder(forms, found.widened);
		return found.records.flatMap(({ id, editionId, start, count }) =>
			Array.from({ length: count }, (_, at) => {
				const ordinal = found.ordinals[start + at] as number;
				const text = textAt(editionId, ordinal);
				return {
					...{ id, ordinal, how: kindOfCode(found.kinds[start + at] as number) },
					words: find(text).map(([from, to]) => text.slice(from, to)),
				};
			}),
		);
	};
	const firstOf = async (forms: readonly string[], gone: readonly string[] = []) => {
		const found = await index.mentions({ forms }, false);
		return withFirstRead(found, forms, async (places) =>
			places.map(({ editionId, ordinal }) => (gone.includes(editionId) ? null : textAt(editionId, ordinal))),
		);
	};
	return { index, mentions, textAt, firstOf };
}

describe('a name is found', () => {
	const texts: Text[] = [
		{
			id: 'late',
			date: '2001',
			passages: ['Then Zorba Quill came.', 'Quill, Zorba: a list.', 'Zorba said that Quill left.'],
		},
		{ id: 'early', date: '1990', passages: ['Nothing.', 'Зорбу Квилла не видели.', 'Об этом молчали.'] },
		{ id: 'undated', passages: ['The quills of Zorba.'] },
	];

	test('in all its forms and their inflections, its words next to each other either way round', async () => {
		const { mentions } = indexOf(texts);
		expect(await mentions(['Zorba Quill', 'Зорба Квилл'])).toEqual([
			{ id: 'early', ordinal: 1, how: expect.any(String), words: ['Зорбу Квилла'] },
			{ id: 'late', ordinal: 0, how: 'exact', words: ['Zorba Quill'] },
			{ id: 'late', ordinal: 1, how: 'exact', words: ['Quill, Zorba'] },
		]);
	});

	test('by the oldest record first, those without a date last', async () => {
		const { mentions } = indexOf(texts);
		const rows = await mentions(['Zorba', 'Зорба']);
		expect(rows.map(({ id, ordinal }) => [id, ordinal])).toEqual([
			['early', 1],
			['late', 0],
			['late', 1],
			['late', 2],
			['undated', 0],
		]);
	});

	test('not at all where it has no letters', async () => {
		const { mentions } = indexOf(texts);
		expect(await mentions(['…'])).toEqual([]);
	});

	test('by its family name alone too, which is told apart and never the middle of another name', async () => {
		const { index } = indexOf([
			{
				id: 'a',
				passages: [
					'Zorba Quillim came.',
					'Then Quillim spoke.',
					'Vanda Quillim listened.',
					'Vanda Quillim and Quillim left.',
					'О Квиллиме молчали.',
					'Quillim, Vanda: a list.',
				],
			},
		]);
		index.put(
			[{ id: 'vanda', title: 'Vanda Quillim', recordKind: 'person', dateEdtf: '', holding: '' }],
			[
				{
					...{ key: 'n:vanda', kind: 'name', ownerId: 'vanda', text: 'Vanda Quillim', language: 'und' },
					forms: ['Vanda Quillim'],
				},
			],
		);
		const found = await index.mentions({ forms: ['Zorba Quillim'], parts: ['Quillim', 'Квиллим'] }, false);
		expect([...found.ordinals].map((ordinal, at) => [ordinal, found.parts[at]])).toEqual([
			[0, 0],
			[1, 1],
			[3, 1],
			[4, 1],
		]);
	});

	test('and marked in every passage in which it is found', async () => {
		const word = fc.constantFrom('Zorba', 'Zorbas', 'Quill', 'quill', 'Квилл', 'Квилла', 'and', 'Вуд', 'Rim');
		const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
		const form = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
		await fc.assert(
			fc.asyncProperty(
				fc.array(text, { minLength: 1, maxLength: 6 }),
				fc.array(form, { minLength: 1, maxLength: 3 }),
				fc.boolean(),
				async (passages, forms, isWide) => {
					const rows = await indexOf([{ id: 'a', passages }]).mentions(forms, isWide);
					for (const { words } of rows) expect(words.length).toBeGreaterThan(0);
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe('the first mentions of a name are read along', () => {
	const many = Array.from({ length: 30 }, (_, at) => `${at} times Zorba was seen.`);
	const texts: Text[] = [
		{ id: 'late', date: '2001', passages: many },
		{ id: 'early', date: '1990', passages: ['Nothing.', 'Зорбу не видели.'] },
	];

	test('in the order of the rows, with where it stands, as many as are in sight', async () => {
		const found = await indexOf(texts).firstOf(['Zorba', 'Зорба']);
		const places = firstPlaces(found);
		expect(places.slice(0, 3)).toEqual([
			{ editionId: 'e-early', ordinal: 1 },
			{ editionId: 'e-late', ordinal: 0 },
			{ editionId: 'e-late', ordinal: 1 },
		]);
		expect(found.first).toHaveLength(places.length);
		expect(found.first.length).toBeLessThan(found.ordinals.length);
		expect(found.first.map((mention) => mention?.marks.map(([from, to]) => mention.text.slice(from, to)))).toEqual([
			['Зорбу'],
			...places.slice(1).map(() => ['Zorba']),
		]);
	});

	test('and what cannot be read is left to be asked for', async () => {
		const found = await indexOf(texts).firstOf(['Zorba', 'Зорба'], ['e-early']);
		expect(found.first[0]).toBeNull();
		expect(found.first[1]?.text).toBe(many[0]);
	});
});

describe('the company of a name', () => {
	test('are the names that stand in the same passages, those that stand there most first', async () => {
		const passages = [
			'Zorba and Vanda Prill went to Rimwald.',
			'Vanda Prill stayed.',
			'In Rimwald, Zorba slept. vanda.',
			'',
		];
		const { textAt } = indexOf([{ id: 'a', passages }]);
		const names = new Map([
			['zorba', ['Zorba']],
			['vanda', ['Vanda Prill', 'Vanda']],
			['rimwald', ['Rimwald', 'Римвальд']],
			['prill', ['Prill']],
			['absent', ['Koshtash']],
		]);
		const answers: unknown[] = [];
		await findCompanions({
			...{ names, ownId: 'zorba', places: passages.map((_, ordinal) => ({ editionId: 'e-a', ordinal })) },
			texts: async (places) => places.map(({ editionId, ordinal }) => textAt(editionId, ordinal)),
			onFound: (companions, done) => answers.push([companions.map(({ id, rows }) => [id, [...rows]]), done]),
			isCancelled: () => false,
			pause: async () => undefined,
			now: () => 0,
		});
		expect(answers).toEqual([
			[
				[
					['rimwald', [0, 2]],
					['vanda', [0, 1]],
				],
				4,
			],
		]);
	});
});
