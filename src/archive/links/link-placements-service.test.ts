import { expect, test } from 'vitest';
import { NamesService } from '#archive/names/names-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { EditionId, LinkId } from '#shared/domain/ids.ts';
import { endRangeIn, type LinkEnd, type LinkSide, type LinkView, shownRange } from '#shared/domain/link.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { anchorMarks } from '#shared/text/anchor/anchor-marks.ts';
import { LinkPlacementsService } from './link-placements-service.ts';
import { LinksService } from './links-service.ts';

const id = testId<LinkId>;

const first = [
	'Sample passage one tells of paper and ink, and of the boxes that both were kept in.',
	'Sample passage two counts 12 boxes in the cellar, and names the clerk Keluna.',
	'Sample passage three was written later by another hand and repeats nothing.',
];
const second = [
	'A sample preface came in front.',
	'Sample passage one tells of paper and lnk, and of the boxes that both were kept in.',
	'Sample passage two counts 14 boxes in the cellar, and names the clerk Keluna.',
];

function open() {
	const archive = openTestArchive();
	const { database, editions } = archive;
	const links = new LinksService(database, editions, new NamesService(database), () => 'en');
	const placements = new LinkPlacementsService(database, editions);
	const recordId = archive.addRecord(1, { title: 'Sample report' });
	const letter: LinkEnd = { kind: 'record', id: archive.addRecord(2, { title: 'Sample letter' }) };
	const before = archive.addEdition(recordId, first);
	let shown = before.id;
	const passage = (ordinal: number, words: string): LinkEnd => {
		const start = first[ordinal]?.indexOf(words) ?? -1;
		const at = { startOrdinal: ordinal, startOffset: start, endOrdinal: ordinal, endOffset: start + words.length };
		return { kind: 'record', id: recordId, range: { editionId: before.id, ...at } };
	};
	const link = (number: number, from: LinkEnd, to: LinkEnd = letter) =>
		links.add({ id: id(number), type: 'cites', from, to });
	/** The record shows another edition from now on, as one step. */
	const succeed = (texts: readonly string[]) => {
		const from = shown;
		const to = archive.addEdition(recordId, texts).id;
		const ends = placements.endsToCarry(recordId, { from, to });
		const old = [...new Set([from, ...ends.map(({ source }) => source.editionId)])];
		const { places } = anchorMarks({
			new: editions.blocks({ id: to }),
			old: old.map((editionId) => ({ editionId, passages: editions.blocks({ id: editionId }) })),
			marks: ends.map(({ source }) => source),
		});
		database.step('editionAdded', (step) => placements.carryWithin(step, recordId, to, { ends, places }));
		shown = to;
		return to;
	};
	const wordsAt = (range: TextRange | null) => range && textOfRange(editions.blocks({ id: range.editionId }), range);
	const get = (number: number, side: LinkSide = 'from') => {
		const views = links.list({ kind: 'record', id: recordId });
		const view = views.find((each) => each.id === id(number)) as LinkView;
		return { view, place: view.places[side], words: wordsAt(view.places[side]?.range ?? null) };
	};
	return { ...archive, links, placements, recordId, letter, before, passage, link, succeed, get, wordsAt };
}

test('a new edition has every end of a link on its words, or says why not; undo goes back', () => {
	const { link, passage, succeed, get, before, history, placements, recordId } = open();
	link(10, passage(0, 'paper and ink'));
	link(11, passage(1, 'counts 12 boxes'), passage(2, 'written later by another hand'));
	const edition = succeed(second);
	expect(get(10)).toMatchObject({ words: 'paper and lnk', place: { placement: 'placed' } });
	expect(get(11)).toMatchObject({ words: 'counts 14 boxes', place: { placement: 'needs-review' } });
	expect(get(11, 'to').place).toEqual({ range: null, placement: 'unplaced' });
	expect(get(11).view.words).toEqual({ from: 'counts 12 boxes', to: 'written later by another hand' });
	expect(get(10).view).toMatchObject({ fromNumber: 2, toNumber: null, words: { from: '', to: '' } });
	expect(placements.placesIn({ recordId, editionId: edition })).toContainEqual({
		...{ linkId: id(10), side: 'from', placement: 'placed', range: get(10).place?.range },
	});
	// Surely placed, it is shown there; a guess is shown nowhere, and led back to where it was made.
	expect(endRangeIn(get(10).view, 'from', edition)).toEqual(get(10).place?.range);
	expect(endRangeIn(get(11).view, 'from', edition)).toBeNull();
	expect(shownRange(get(11).view, 'from')?.editionId).toBe(before.id);
	expect(endRangeIn(get(11).view, 'from', before.id)).toEqual(passage(1, 'counts 12 boxes').range);
	expect(history.undo()).toBe('editionAdded');
	expect(placements.listOf(recordId, edition)).toEqual([]);
});

test('a person takes the guess, chooses other words or leaves it; the next edition starts from there', () => {
	const { link, passage, succeed, get, placements, history } = open();
	link(10, passage(1, 'counts 12 boxes'));
	link(11, passage(2, 'another hand'));
	const edition = succeed(second);
	const guess = get(10).place?.range as TextRange;
	placements.place({ id: id(10), side: 'from', range: guess });
	placements.leave({ id: id(11), side: 'from' });
	expect(get(10)).toMatchObject({ words: 'counts 14 boxes', place: { placement: 'placed' } });
	expect(get(11).place).toEqual({ range: null, placement: 'left' });
	expect([history.undo(), history.redo()]).toEqual(['linkLeft', 'linkLeft']);
	succeed(['Something else.', ...second]);
	expect(get(10)).toMatchObject({ words: 'counts 14 boxes', place: { placement: 'placed' } });
	expect(get(11).place?.placement).toBe('left');
	succeed(['Something else.', ...first]);
	expect(get(11)).toMatchObject({ words: 'another hand' });
	expect(placements.endsToCarry(testId(1), { from: edition, to: edition })).toEqual([]);
});

test('only an end on words of another edition is asked about', () => {
	const { link, passage, letter, placements, succeed, before } = open();
	link(10, passage(0, 'paper and ink'));
	const range = passage(0, 'paper').range as TextRange;
	expect(() => placements.place({ id: id(10), side: 'from', range })).toThrow(/invalid-input/);
	const to = succeed(second);
	expect(() => placements.place({ id: id(10), side: 'from', range })).toThrow(/invalid-input/);
	expect(() => placements.place({ id: id(10), side: 'to', range })).toThrow(/invalid-input/);
	expect(() => placements.leave({ id: id(99), side: 'to' })).toThrow(/not-found/);
	expect([letter.range, before.id === (to as EditionId)]).toEqual([undefined, false]);
});
