import { expect, test } from 'vitest';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { type BesideEnd, type BesidePair, lastBeside, withPair } from './beside-pairs.ts';

const text = (name: string): BesideEnd => ({
	recordId: name.charAt(0) as RecordId,
	editionId: name as EditionId,
});
const [a1, a2, b1, c1] = [text('a1'), text('a2'), text('b1'), text('c1')];

test('the text that was beside it last comes back, from either side', () => {
	const pairs = [[a1, b1] as const, [c1, a1] as const].reduce<BesidePair[]>(withPair, []);
	expect(lastBeside(pairs, a1)).toEqual(c1);
	expect(lastBeside(pairs, b1)).toEqual(a1);
	expect(lastBeside(withPair(pairs, [b1, a1]), a1)).toEqual(b1);
	expect(withPair(pairs, [b1, a1])).toHaveLength(2);
	expect(lastBeside(pairs, text('d1'))).toBeNull();
});

test('a new edition has what stood beside the old one, but not the old one itself', () => {
	expect(lastBeside([[a1, b1]], a2)).toEqual(b1);
	expect(lastBeside([[a1, text('a0')]], a2)).toBeNull();
});
