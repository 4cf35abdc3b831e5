import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchDocument, SearchOwner } from '../../api/search-api.ts';
import type { EditionId } from '../../domain/ids.ts';
import { createSearchIndex, type SearchIndex } from '../search-index.ts';
import type { SearchQuery } from '../search-query.ts';
import { createSupplies, type PassagePlace, pageBytes } from '../supplies.ts';
import { openSegment, type SegmentBytes } from './segment.ts';
import { createSegmentBuilder } from './segment-builder.ts';

const page = { offset: 0, limit: 1000 };

/** An edition of artificial passages, each with its language. */
interface Text {
	id: string;
	kind: string;
	date: string;
	passages: [text: string, language: string][];
}

function ownerOf({ id, kind, date }: Text): SearchOwner {
	return { id, title: `Record ${id}`, recordKind: kind, dateEdtf: date, holding: 'held', editionId: `e-${id}` };
}
function documentsOf({ id, passages }: Text): SearchDocument[] {
	return passages.map(([text, language], ordinal) => ({
		...{ key: `p:e-${id}:${ordinal}`, kind: 'passage', ownerId: id, text, language },
		...{ editionId: `e-${id}` as EditionId, ordinal, number: ordinal + 1 },
	}));
}
function pack(texts: readonly Text[]): SegmentBytes {
	const builder = createSegmentBuilder();
	for (const { id, passages } of texts) {
		builder.addEdition(
			`e-${id}`,
			passages.map(([text, language], ordinal) => ({ ordinal, number: ordinal + 1, text, language })),
		);
	}
	const work = builder.finish();
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}
/** An index in which some texts are packed, in as many segments as given, and the rest are in memory. */
function indexOf(live: readonly Text[], ...packed: readonly (readonly Text[])[]): SearchIndex {
	const segments = packed.map(pack);
	const all = packed.flat();
	const supplies = createSupplies({
		pages: async (id, numbers) =>
			numbers.map((number) => segments[Number(id)]?.ranged.slice(number * pageBytes, (number + 1) * pageBytes) ?? none),
		texts: async (places) => places.map((place) => textAt(all, place)),
	});
	const index = createSearchIndex({ now: () => 0, supplies });
	index.setSegments(
		segments.map(({ header, resident }, at) =>
			openSegment(header, resident.buffer, supplies.rangedBytes(String(at), 0, header.rangedBytes)),
		),
	);
	index.putOwners(all.map(ownerOf));
	index.put(live.map(ownerOf), live.flatMap(documentsOf));
	return index;
}
const none = new Uint8Array(0);

function textAt(texts: readonly Text[], { editionId, ordinal }: PassagePlace): string | null {
	return texts.find(({ id }) => `e-${id}` === editionId)?.passages[ordinal]?.[0] ?? null;
}
async function found(index: SearchIndex, query: SearchQuery) {
	const { hits, facets, total, matched, recordCount } = await index.find(query, page);
	return {
		...{ facets, total, matched, recordCount },
		keys: hits.map(({ key }) => key).sort(),
		hits: new Map(hits.map((hit) => [hit.key, hit])),
		ranked: hits.map(({ key, score }) => ({ key, score })),
	};
}

const words = fc.constantFrom(
	...['alpha', 'Alpha', 'alphas', 'alphabet', 'beta', 'betas', 'gamma', 'delta', 'sample', 'samples', 'sampling'],
	...['Лавров', 'Лаврова', 'Lavrov', 'Լավրով', 'лавка', 'Moskva', 'Москва', '2023', 'no', 'ան', 'é', 'ёлка'],
);
const passage = fc.tuple(
	fc.array(words, { minLength: 1, maxLength: 8 }).map((list) => list.join(' ')),
	fc.constantFrom('en', 'ru', 'hy', 'und'),
);
const texts = fc
	.array(
		fc.record({
			kind: fc.constantFrom('letter', 'report'),
			date: fc.constantFrom('', '1999', '2023-09', '2020/2023'),
			passages: fc.array(passage, { minLength: 1, maxLength: 6 }),
		}),
		{ minLength: 1, maxLength: 8 },
	)
	.map((list) => list.map((text, at) => ({ id: String(at), ...text })));
const asked = fc.oneof(
	words,
	words.map((word) => `${word} `),
	fc.tuple(words, words).map(([one, other]) => `${one} ${other}`),
	fc.tuple(words, words).map(([one, other]) => `"${one} ${other}"`),
	fc.tuple(words, words).map(([one, other]) => `${one} NEAR/2 ${other}`),
	fc.tuple(words, words).map(([one, other]) => `${one} OR ${other}`),
	fc.tuple(words, words).map(([one, other]) => `${one} -${other}`),
	fc.constantFrom('a', 'al', 's', 'л', 'kind:letter', 'alpha lang:en', 'date:2021 sample', 'NOT alpha'),
);

describe('packed and live are one index', () => {
	test('the same texts answer alike, however they are spread', async () => {
		await fc.assert(
			fc.asyncProperty(texts, asked, fc.nat(8), fc.nat(8), async (list, text, first, second) => {
				const cut = [first, first + second];
				const spread = indexOf(list.slice(cut[1]), list.slice(0, cut[0]), list.slice(cut[0], cut[1]));
				const together = indexOf(list);
				const [one, other] = [await found(spread, { text }), await found(together, { text })];
				expect(one.keys).toEqual(other.keys);
				expect(one.facets).toEqual(other.facets);
				expect([one.total, one.matched, one.recordCount]).toEqual([other.total, other.matched, other.recordCount]);
				for (const [key, hit] of one.hits) {
					const same = other.hits.get(key);
					expect(hit).toEqual({ ...same, score: hit.score });
				}
			}),
			{ numRuns: 150 },
		);
	});
	test('and in the same order, to the first ten', async () => {
		let [same, all] = [0, 0];
		await fc.assert(
			fc.asyncProperty(texts, asked, fc.nat(8), async (list, text, cut) => {
				const one = await found(indexOf(list.slice(cut), list.slice(0, cut)), { text });
				const other = await found(indexOf(list), { text });
				const first = new Set(other.ranked.slice(0, 10).map(({ key }) => key));
				all += first.size;
				same += one.ranked.slice(0, 10).filter(({ key }) => first.has(key)).length;
			}),
			{ numRuns: 120, seed: 7 },
		);
		expect(same / all).toBeGreaterThanOrEqual(0.98);
	});
});
