import { expect, test } from 'vitest';
import { createSearchIndex } from '../search-index.ts';
import { checkCore } from './check-segment.ts';
import { heldBytes, type Segment } from './segment.ts';
import { packed } from './testing/packed.ts';

/** More than are read one after the other without being felt. */
const count = 17_000;
const lengths = [1, 2, 3];

/** Words that begin alike, in every passage one or two of them; every hundredth has the beginning itself. */
function textOf(at: number): string {
	if (at % 100 === 0) return 'q stone';
	if (at % 10 === 1) return 'other words';
	return at % 3 === 0 ? `qu${at % 7}a qu${at % 5}b qu${at % 5}b` : `qu${at % 11}c stone`;
}

const pack = () => packed(Array.from({ length: count }, (_, at) => textOf(at)));
const segment = pack();

function search(text: string) {
	const supplies = {
		...{ isWaiting: false, fetch: () => Promise.resolve(), tidy: () => undefined },
		textOf: ({ ordinal }: { ordinal: number }) => textOf(ordinal),
		rangedBytes: () => heldBytes(new Uint8Array(0)),
	};
	const index = createSearchIndex({ now: () => 0, supplies });
	index.setSegments([segment]);
	index.putOwners([{ id: 'r', title: '', recordKind: 'report', dateEdtf: '', holding: 'held', editionId: 'e' }]);
	return index.search({ text }, { offset: 0, limit: count });
}

test('what a short beginning finds is kept together where very many have it', () => {
	const { jointRanges, jointCounts } = segment.sections;
	// q, and qu; not qu0a, which few have, nor s, whose only word is one already.
	expect(jointRanges.length / 2).toBe(2);
	expect([...jointCounts]).toEqual(
		['q', 'qu'].map(
			(start) => Array.from({ length: count }, (_, at) => textOf(at)).filter((t) => has(t, start)).length,
		),
	);
	expect(checkCore(segment)).toBe(true);
});

test.each(lengths)('every passage with a word of such a beginning of %i letters is found, and no other', (length) => {
	const start = 'qu0'.slice(0, length);
	const wanted = Array.from({ length: count }, (_, at) => at).filter((at) => has(textOf(at), start));

	const { hits, total } = search(start);

	expect(total).toBe(wanted.length);
	expect(hits.map(({ ordinal }) => ordinal).sort((one, other) => (one ?? 0) - (other ?? 0))).toEqual(wanted);
});

test('the word itself comes before those that only begin with it, and counts as found to the letter', () => {
	const { hits, facets } = search('q');

	expect(hits[0]).toMatchObject({ how: 'exact', snippet: { text: 'q stone' } });
	expect(facets.hows).toMatchObject({ exact: count / 100 });
	expect(hits.slice(0, count / 100).every(({ how }) => how === 'exact')).toBe(true);
});

test('words and a short beginning are found together', () => {
	const wanted = Array.from({ length: count }, (_, at) => textOf(at)).filter(
		(t) => t.includes('stone') && has(t, 'qu'),
	);

	expect(search('stone qu').total).toBe(wanted.length);
});

test.each([
	['a term that there is not', (sections: Segment['sections']) => sections.jointRanges.fill(1_000_000)],
	['more documents than there are', (sections: Segment['sections']) => sections.jointCounts.fill(count + 1)],
	['bytes that there are not', (sections: Segment['sections']) => sections.jointStarts.fill(0xffff_ffff, 1)],
])('a segment whose joint postings name %s is not read', (_, spoil) => {
	const { header, sections, ranged } = pack();
	spoil(sections);

	expect(checkCore({ header, sections, ranged })).toBe(false);
});

function has(text: string, start: string): boolean {
	return text.split(' ').some((word) => word.startsWith(start));
}
