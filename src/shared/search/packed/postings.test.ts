import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPostingsReader } from './postings.ts';
import { heldBytes, openSegment } from './segment.ts';
import { createSegmentBuilder } from './segment-builder.ts';
import { createTermTable } from './term-table.ts';

const words = ['alpha', 'beta', 'gamma'];

/** Long enough for blocks to be skipped. */
const texts = fc.array(fc.array(fc.constantFrom(...words, 'delta'), { minLength: 1, maxLength: 6 }), {
	minLength: 300,
	maxLength: 700,
	size: 'max',
});

function pack(list: readonly (readonly string[])[]) {
	const builder = createSegmentBuilder();
	const passages = list.map((text, ordinal) => ({ ordinal, number: null, text: text.join(' '), language: 'en' }));
	builder.addEdition('e', passages);
	const work = builder.finish();
	for (;;) {
		const { done, value } = work.next();
		if (done) return openSegment(value.header, value.resident.buffer, heldBytes(value.ranged));
	}
}

test('a cursor tells where a term stands in any documents that are asked for in order', () => {
	fc.assert(
		fc.property(texts, fc.array(fc.nat(300), { minLength: 1, maxLength: 20 }), fc.nat(3), (list, steps, every) => {
			const segment = pack(list);
			const terms = createTermTable(segment.sections);
			const postings = createPostingsReader(segment);
			for (const word of words) {
				const cursor = postings.cursor(terms.indexOf(word), true);
				const documents = [...list.keys()].filter((doc) => list[doc]?.includes(word));
				let wanted = 0;
				for (const [at, step] of steps.entries()) {
					const expected = documents.find((doc) => doc >= wanted) ?? Number.POSITIVE_INFINITY;
					expect(cursor?.seek(wanted)).toBe(expected);
					if (expected === Number.POSITIVE_INFINITY) break;
					// Some are passed without a look.
					const places = (list[expected] ?? []).flatMap((each, place) => (each === word ? [place] : []));
					if (at % (every + 1) === 0) expect(cursor?.positions()).toEqual(places);
					wanted = expected + 1 + (step % 4 === 0 ? step : step % 7);
				}
			}
		}),
		{ numRuns: 40 },
	);
});
