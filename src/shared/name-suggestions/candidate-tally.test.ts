import { expect, test } from 'vitest';
import type { EditionId, RecordId } from '../domain/ids.ts';
import { candidatesIn, joined, mainSpelling } from './candidate-tally.ts';

const passage = (ordinal: number, text: string, language = 'en') => ({
	...{
		recordId: 'r' as RecordId,
		recordTitle: 'Sample record',
		editionId: 'e' as EditionId,
		ordinal,
		number: ordinal + 1,
	},
	...{ language, text },
});
const found = (...texts: string[]) => candidatesIn(texts.map((text, at) => passage(at, text)));

test('what is in the table of known forms is known by it, in any of its forms', () => {
	expect(found('They walked to Yerevan.', 'Они были в Ереване.')).toMatchObject([
		{ evidence: 'known', kind: 'place', knownId: expect.any(String), spellings: { Yerevan: 1 } },
		{ evidence: 'known', kind: 'place', knownId: expect.any(String), spellings: { Ереване: 1 } },
	]);
});

test('what is only of a known place is no name of its own', () => {
	expect(found('They sang an Armenian song to some Georgians.')).toEqual([]);
});

test('somebody of a place is the place, where it is known or called one', () => {
	const spellings = (...texts: string[]) => found(...texts).map((one) => mainSpelling(one));
	expect(spellings('They met Yerevan Armenian singers.')).toEqual(['Yerevan']);
	expect(spellings('They met Rimwald Armenian singers.', 'Then they left the city of Rimwald.')).toEqual(['Rimwald']);
	expect(spellings('They met Vanda German there.', 'Then they left the city of Rimwald.')).toEqual([
		'Vanda German',
		'Rimwald',
	]);
});

test('inflected forms are one entry, with the first words around each', () => {
	const long = `${'alpha beta '.repeat(30)}и вот Зорбин пришёл ${'gamma delta '.repeat(30)}`;
	const [entry, ...others] = found('Мы видели Зорбина.', 'Тогда мы знали Зорбина.', 'Все о Зорбине.', long);
	expect(others).toEqual([]);
	expect(entry).toMatchObject({ count: 4, spellings: { Зорбина: 2, Зорбине: 1, Зорбин: 1 } });
	expect(entry && mainSpelling(entry)).toBe('Зорбина');
	expect(entry?.examples).toHaveLength(3);
	const [last] = found(long);
	const { context = '', start = 0, end = 0 } = last?.examples[0] ?? {};
	expect(context.slice(start, end)).toBe('Зорбин');
	expect(context.length).toBeLessThan(240);
	expect(long).toContain(context);
});

test('the surer of two findings says what they are', () => {
	const [plain] = found('There Quillim was.');
	const [titled] = found('There President Quillim was.');
	if (!plain || !titled) throw new Error('nothing was found');
	expect(joined(plain, titled)).toMatchObject({ evidence: 'title', kind: 'person', count: 2 });
});
