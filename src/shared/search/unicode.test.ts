import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf, indexOf, ownerOf } from './query/testing/corpus.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchHit } from './search-query.ts';
import { wordsOf } from './words.ts';

const everything = { offset: 0, limit: 10_000 };
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function indexOfTexts(texts: readonly string[]): SearchIndex {
	return indexOf({ owners: [ownerOf('a')], documents: texts.map((text, at) => documentOf('a', at, text)) });
}

/** What is marked in the original; fails where a mark begins or ends within a grapheme. */
function markedIn(text: string, { marks }: SearchHit): string[] {
	const boundaries = new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length);
	return marks.map(([start, end]) => {
		const cut = text.slice(start, end);
		expect([cut, boundaries.has(start), boundaries.has(end)]).toEqual([cut, true, true]);
		return cut;
	});
}

/** Letters of the seven languages with all that may stand on, in and between them. */
const trickyText = fc
	.array(
		fc.oneof(
			fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
			fc.constantFrom('alpha', 'Лавров', 'Երևան', 'საქართველო', 'Xankəndi', 'é', 'e\u0301', 'й', 'и\u0306', 'ё'),
			fc.constantFrom('\u0301', '\u00ad', '\u200b', '\u200d', '’', "'", '՛', '-\n', '¬\r\n', '\r\n', ' ', ' '),
			fc.constantFrom('’un', 'd’', 'İ', 'i\u0307', 'և', 'ԵՎ', '👩‍👩‍👧', '🇦🇲', '1\ufe0f\u20e3', '*', '"', '-'),
		),
		{ maxLength: 16 },
	)
	.map((parts) => parts.join(''));

test('marks cut any text between graphemes', () => {
	fc.assert(
		fc.property(trickyText, fc.nat(), fc.boolean(), (text, pick, isBegun) => {
			const words = wordsOf(text);
			const word = words[pick % Math.max(1, words.length)]?.text ?? text;
			const query = isBegun ? word.slice(0, 3) : `${word} `;
			for (const hit of indexOfTexts([text]).search({ text: query }, everything).hits) markedIn(text, hit);
		}),
		{ numRuns: 500 },
	);
});

test('a query finds the same whether its letters are composed or not, and so does a text', () => {
	const letters = fc.oneof(
		fc.string({ unit: fc.constantFrom(...'éèçğşİıəöüйёїѓыԵևժხაa'), minLength: 1, maxLength: 6 }),
		fc.constantFrom('Йемен', 'Горбачёв', 'Xankəndi', 'Şuşa', 'İstanbul', 'Azerbaïdjan', 'Երևան', 'Гәнҹә', 'Қарабағ'),
		fc.string({ unit: 'grapheme', maxLength: 6 }),
	);
	const texts = fc.array(
		fc.array(letters, { maxLength: 5 }).map((words) => words.join(' ')),
		{ maxLength: 6 },
	);
	const found = (index: SearchIndex, text: string) =>
		index
			.search({ text }, everything)
			.hits.map(({ key, how }) => `${key} ${how}`)
			.sort();
	fc.assert(
		fc.property(texts, fc.array(letters, { maxLength: 2 }), fc.constantFrom('', ' ', '*'), (held, asked, end) => {
			const query = asked.join(' ') + end;
			const composed = indexOfTexts(held.map((text) => text.normalize('NFC')));
			const decomposed = indexOfTexts(held.map((text) => text.normalize('NFD')));
			const expected = found(composed, query.normalize('NFC'));
			expect(found(composed, query.normalize('NFD'))).toEqual(expected);
			expect(found(decomposed, query.normalize('NFC'))).toEqual(expected);
		}),
		{ numRuns: 300 },
	);
});

test('every naughty string is found by its own words, which are marked in it', () => {
	const naughty = JSON.parse(
		readFileSync(resolve(process.env.LECTERN_SHARED ?? '../shared', 'fixtures/blns/blns.json'), 'utf8'),
	) as string[];
	const index = indexOfTexts(naughty);
	for (const [at, text] of naughty.entries()) {
		const words = wordsOf(text).slice(0, 8);
		if (words.length === 0) continue;
		const { hits } = index.search({ text: `""${words.map((word) => word.text).join(' ')}""` }, everything);
		const hit =
			hits.find(({ ordinal }) => ordinal === at) ?? expect.unreachable(`${JSON.stringify(text)} is not found`);
		const marked = markedIn(text, hit).map((each) => wordsOf(each).map(({ term }) => term));
		expect(marked).toContainEqual(words.map(({ term }) => term));
	}
});
