import { expect, test } from 'vitest';
import type { EditionId, NameId, RecordId } from '#shared/domain/ids.ts';
import type { Name } from '#shared/domain/name.ts';
import { candidatesIn, mainSpelling } from '#shared/name-suggestions/candidate-tally.ts';
import { listedSuggestions } from './listed-suggestions.ts';

const form = { script: 'Latn', language: 'en', kind: 'main', source: 'sample' } as const;
const name = (text: string): Name => ({
	...{ id: text as NameId, kind: 'person', description: '', source: '', identifiers: [], coordinates: [], revision: 1 },
	forms: [{ text, ...form }],
});
const passage = (ordinal: number, text: string) => ({
	...{ recordId: 'record' as RecordId, recordTitle: 'Sample', editionId: 'edition' as EditionId },
	...{ ordinal, number: ordinal, language: 'en', text },
});
function offered(names: readonly Name[], ...texts: string[]): string[] {
	const found = candidatesIn(texts.map((text, at) => passage(at, text)));
	return listedSuggestions(found, names, []).map(mainSpelling);
}

test('part of a longer name that is there already is not offered, unless it stands without the rest too', () => {
	const names = [name('Sample Centre for Samples and Tests')];
	const within = 'They told the Sample Centre for Samples and Tests how it was.';
	expect(offered([], within)).toEqual(['Sample Centre for Samples', 'Tests']);
	expect(offered(names, within)).toEqual([]);
	expect(offered(names, within, 'So says the Sample Centre for Samples.')).toEqual(['Sample Centre for Samples']);
});

test('a family name alone is offered, as a form that its name may lack', () => {
	expect(offered([name('Zorba Quill')], 'They met Zorba Quill.', 'A day later Quill left.')).toEqual(['Quill']);
});

test('one word is no place where somebody is called so, whether that name is there or only offered', () => {
	const kinds = (names: readonly Name[], ...texts: string[]) =>
		Object.fromEntries(
			listedSuggestions(candidatesIn(texts.map((text, at) => passage(at, text))), names, []).map((candidate) => [
				mainSpelling(candidate),
				candidate.kind,
			]),
		);
	const texts = ['They met Zorba Quill.', 'Later the tall Quill left for Rimwald.'];
	expect(kinds([], ...texts)).toEqual({ 'Zorba Quill': 'person', Quill: 'person', Rimwald: 'place' });
	expect(kinds([name('Zorba Quill')], ...texts)).toEqual({ Quill: 'person', Rimwald: 'place' });
	// A given name and a surname of the table, of which no person is here.
	expect(kinds([], 'So the brave Hovhannisyan went.', 'And there Hakobyan slept.')).toEqual({
		Hovhannisyan: 'person',
		Hakobyan: 'person',
	});
});

test('who or what comes from a place is no place beside it, whether that is there or only offered', () => {
	const texts = [
		'They left Rimland at dawn.',
		'So a Rimlander and some Rimlandish songs came.',
		'O gün Rimlandlılar geldi.',
	];
	expect(offered([], ...texts)).toEqual(['Rimland']);
	const place = { ...name('Rimland'), kind: 'place' as const };
	expect(offered([place], 'So a Rimlander came.')).toEqual([]);
	expect(offered([], 'So a Rimlander came.')).toEqual(['Rimlander']);
});
