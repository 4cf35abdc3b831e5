import { expect, test } from 'vitest';
import type { TextRange } from './annotation.ts';
import type { EditionId, LinkId, RecordId } from './ids.ts';
import { type LinkEndPlace, type LinkView, linksIn, passagesOf, shownRange } from './link.ts';

const recordId = 'r1' as RecordId;
const [older, shown, open] = ['e1', 'e2', 'e3'] as [EditionId, EditionId, EditionId];
const blocks = [{ number: null }, { number: 1 }, { number: 2 }, { number: 3 }];

function rangeAt(editionId: EditionId, ordinal: number): TextRange {
	return { editionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: 4 };
}

/** From words of the record to another one, made on `editionId` and standing in the edition that is shown. */
function link(editionId: EditionId): LinkView {
	return {
		...{ id: 'l1' as LinkId, type: 'cites', origin: 'user', createdAt: '', revision: 1, direction: 'outgoing' },
		...{ from: { kind: 'record', id: recordId, range: rangeAt(editionId, 1) }, to: { kind: 'record', id: 'r2' } },
		places: { from: { range: rangeAt(shown, 7), placement: 'placed' }, to: null },
		...{ words: { from: '', to: '' }, other: { kind: 'record', id: 'r2', title: '' }, fromNumber: 7, toNumber: null },
	} as LinkView;
}

function seenIn(one: LinkView, places: Omit<LinkEndPlace, 'linkId' | 'side'>[]) {
	const known = places.map((place) => ({ linkId: one.id, side: 'from' as const, ...place }));
	const [seen] = linksIn([one], { recordId, editionId: open, places: known, blocks });
	return seen && { range: shownRange(seen, 'from'), number: seen.fromNumber, placement: seen.places.from?.placement };
}

test('an end that was made on the open edition stands where it was made, with its number there', () => {
	expect(seenIn(link(open), [])).toEqual({ range: rangeAt(open, 1), number: 1, placement: 'placed' });
});

test('an end that was found in the open edition stands there', () => {
	const found = { range: rangeAt(open, 3), placement: 'moved' as const };
	expect(seenIn(link(older), [found])).toEqual({ range: rangeAt(open, 3), number: 3, placement: 'moved' });
});

test('a guess is no place: the end is where it was made, and says that it is not sure here', () => {
	const guess = { range: rangeAt(open, 3), placement: 'needs-review' as const };
	expect(seenIn(link(older), [guess])).toEqual({ range: rangeAt(older, 1), number: null, placement: 'needs-review' });
});

test('nothing is said of ends that are not known there, nor the number that they have elsewhere', () => {
	expect(seenIn(link(older), [])).toEqual({ range: rangeAt(shown, 7), number: null, placement: 'placed' });
});

test('a link stands on each passage of both its ends, and on none where that is a guess, unplaced or not known', () => {
	const twice = { ...link(open), to: { kind: 'record', id: recordId, range: { ...rangeAt(open, 2), endOrdinal: 3 } } };
	expect(passagesOf(twice as LinkView, recordId, open)).toEqual([1, 2, 3]);
	expect(passagesOf(link(older), recordId, shown)).toEqual([7]);
	expect(passagesOf(link(older), recordId, open)).toEqual([]);
	for (const placement of ['needs-review', 'unplaced'] as const) {
		const [seen] = linksIn([link(older)], {
			...{ recordId, editionId: open, blocks },
			places: [{ linkId: 'l1' as LinkId, side: 'from', range: rangeAt(open, 3), placement }],
		});
		expect(seen && passagesOf(seen, recordId, open)).toEqual([]);
	}
});
