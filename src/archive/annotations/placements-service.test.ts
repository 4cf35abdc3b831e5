import { describe, expect, test } from 'vitest';
import { TagsService } from '#archive/tags/tags-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import { textOfRange } from '#shared/domain/text-range.ts';
import { anchorMarks } from '#shared/text/anchor/anchor-marks.ts';
import { AnnotationsService } from './annotations-service.ts';
import { PlacementsService } from './placements-service.ts';

const fields = { purpose: 'note' as const, body: '', tags: [], isResolved: false };
const id = testId<AnnotationId>;

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
	const annotations = new AnnotationsService(database, editions, new TagsService(database), () => 'A. Reader');
	const placements = new PlacementsService(database, editions);
	const recordId = archive.addRecord(1);
	const before = archive.addEdition(recordId, first);
	const mark = (number: number, ordinal: number, words: string) => {
		const startOffset = first[ordinal]?.indexOf(words) ?? -1;
		const range = {
			editionId: before.id,
			startOrdinal: ordinal,
			startOffset,
			endOrdinal: ordinal,
			endOffset: startOffset + words.length,
		};
		annotations.add({ id: id(number), recordId, range, fields });
	};
	/** The record shows another edition from now on, as one step. */
	const succeed = (texts: readonly string[]) => {
		const from = annotations.list({ recordId }).length > 0 ? currentEdition() : before.id;
		const to = archive.addEdition(recordId, texts).id;
		const marks = placements.marksToCarry(recordId, { from, to });
		const old = [...new Set([from, ...marks.map(({ source }) => source.editionId)])];
		const { places } = anchorMarks({
			new: editions.blocks({ id: to }),
			old: old.map((editionId) => ({ editionId, passages: editions.blocks({ id: editionId }) })),
			marks: marks.map(({ source }) => source),
		});
		database.step('editionAdded', (step) => placements.carryWithin(step, recordId, to, { marks, places }));
		return to;
	};
	const currentEdition = () =>
		database.reader.get<{ id: EditionId }>('SELECT edition_id AS id FROM records WHERE id = ?', recordId)
			?.id as EditionId;
	const wordsAt = (range: TextRange | null) => range && textOfRange(editions.blocks({ id: range.editionId }), range);
	const states = () => annotations.list({ recordId }).map(({ placement, place }) => [placement, wordsAt(place)]);
	return { ...archive, annotations, placements, recordId, before, mark, succeed, states, wordsAt };
}

describe('a new edition', () => {
	test('has every mark on its words, or says why not', () => {
		const { mark, succeed, states, annotations, recordId, before } = open();
		mark(10, 0, 'paper and ink');
		mark(11, 1, 'counts 12 boxes');
		mark(12, 2, 'written later by another hand');
		annotations.add({ id: id(13), recordId, range: null, fields });
		succeed(second);
		expect(states()).toEqual([
			['placed', null],
			['placed', 'paper and lnk'],
			['needs-review', 'counts 14 boxes'],
			['unplaced', null],
		]);
		const made = annotations.list({ recordId })[1]?.target;
		expect(made).toMatchObject({ editionId: before.id, exact: 'paper and ink' });
	});

	test('is one step with its placements, and undo brings the old ones back', () => {
		const { mark, succeed, states, placements, recordId, history } = open();
		mark(10, 0, 'paper and ink');
		const edition = succeed(second);
		expect(placements.listOf(recordId, edition)).toMatchObject([{ state: 'placed', method: 'near' }]);
		history.undo();
		expect(placements.listOf(recordId, edition)).toEqual([]);
		history.redo();
		expect(states()).toEqual([['placed', 'paper and lnk']]);
	});

	test('that was there before has its marks where they were', () => {
		const { mark, succeed, states, annotations, recordId } = open();
		mark(10, 0, 'paper and ink');
		const edition = succeed(second);
		const range = { editionId: edition, startOrdinal: 0, startOffset: 2, endOrdinal: 0, endOffset: 16 };
		annotations.add({ id: id(11), recordId, range, fields });
		succeed(first);
		expect(states()).toEqual([
			['placed', 'paper and ink'],
			['unplaced', null],
		]);
	});

	test('takes over what a person set right in the one before', () => {
		const { mark, succeed, states, placements } = open();
		mark(10, 1, 'counts 12 boxes');
		const edition = succeed(second);
		placements.place({
			id: id(10),
			range: { editionId: edition, startOrdinal: 2, startOffset: 19, endOrdinal: 2, endOffset: 34 },
		});
		expect(states()).toEqual([['placed', 'counts 14 boxes']]);
		succeed([...second, 'One more sample passage at the end.']);
		expect(states()).toEqual([['placed', 'counts 14 boxes']]);
	});

	test('of a record without marks has nothing to place', () => {
		const { succeed, placements, recordId } = open();
		expect(placements.listOf(recordId, succeed(second))).toEqual([]);
	});
});

describe('place', () => {
	test('is a step to undo, and the mark is a guess again', () => {
		const { mark, succeed, states, placements, history } = open();
		mark(10, 1, 'counts 12 boxes');
		const edition = succeed(second);
		placements.place({
			id: id(10),
			range: { editionId: edition, startOrdinal: 2, startOffset: 29, endOrdinal: 2, endOffset: 34 },
		});
		expect(states()).toEqual([['placed', 'boxes']]);
		expect(history.undo()).toBe('annotationPlaced');
		expect(states()).toEqual([['needs-review', 'counts 14 boxes']]);
	});

	test('refuses another edition, no text, and an annotation that is not there', () => {
		const { mark, succeed, placements, before } = open();
		mark(10, 1, 'counts 12 boxes');
		const edition = succeed(second);
		const range = { editionId: edition, startOrdinal: 2, startOffset: 0, endOrdinal: 2, endOffset: 6 };
		expect(() => placements.place({ id: id(10), range: { ...range, editionId: before.id } })).toThrow(/invalid-input/);
		expect(() => placements.place({ id: id(10), range: { ...range, endOffset: 0 } })).toThrow(/invalid-input/);
		expect(() => placements.place({ id: id(99), range })).toThrow(/not-found/);
	});
});

describe('a place in an edition that is not shown', () => {
	test('is said and left by hand, a step each, and the shown one stays as it is', () => {
		const { mark, succeed, states, placements, recordId, history } = open();
		mark(10, 1, 'counts 12 boxes');
		const middle = succeed(second);
		succeed([...second, 'One more sample passage at the end.']);
		const shown = states();
		const inMiddle = () => placements.placesIn({ recordId, editionId: middle }).map(({ placement }) => placement);
		const range = { editionId: middle, startOrdinal: 2, startOffset: 19, endOrdinal: 2, endOffset: 34 };
		placements.place({ id: id(10), range });
		expect(placements.placesIn({ recordId, editionId: middle })).toEqual([{ id: id(10), range, placement: 'placed' }]);
		placements.leave({ id: id(10), editionId: middle });
		expect(inMiddle()).toEqual(['left']);
		expect(states()).toEqual(shown);
		expect([history.undo(), history.undo()]).toEqual(['annotationLeft', 'annotationPlaced']);
		expect(inMiddle()).toEqual(['needs-review']);
	});

	test('is refused where it was made, and in the text of another record', () => {
		const { mark, succeed, placements, before, addRecord, addEdition } = open();
		mark(10, 1, 'counts 12 boxes');
		succeed(second);
		const other = addEdition(addRecord(2), first).id;
		for (const editionId of [before.id, other]) {
			expect(() => placements.leave({ id: id(10), editionId })).toThrow(/invalid-input/);
			const range = { editionId, startOrdinal: 0, startOffset: 0, endOrdinal: 0, endOffset: 6 };
			expect(() => placements.place({ id: id(10), range })).toThrow(/invalid-input/);
		}
	});

	test('corrects what was taken to stand on other words', () => {
		const { mark, succeed, states, placements } = open();
		mark(10, 0, 'paper and ink');
		const edition = succeed(second);
		expect(states()).toEqual([['placed', 'paper and lnk']]);
		placements.place({
			id: id(10),
			range: { editionId: edition, startOrdinal: 1, startOffset: 28, endOrdinal: 1, endOffset: 33 },
		});
		expect(states()).toEqual([['placed', 'paper']]);
		placements.leave({ id: id(10) });
		expect(states()).toEqual([['left', null]]);
	});
});

/** One that came from elsewhere, with words that no text here has. */
function bringForeign({ database, annotations, recordId }: ReturnType<typeof open>, number: number): void {
	const origin = { via: '', source: 'http://example.org/page', exact: 'Sigma tau', prefix: '', suffix: '' };
	const at = '2026-01-02T03:04:05.678Z';
	database.step('setup', (step) =>
		annotations.bringInWithin(step, {
			...{
				id: id(number),
				recordId,
				target: null,
				region: null,
				replyToId: null,
				author: '',
				createdAt: at,
				changedAt: at,
			},
			...{ ...fields, origin: { ...origin, placement: 'unplaced' } },
		}),
	);
}

describe('leave', () => {
	test('is a step to undo; later editions do not ask again, unless the words are back', () => {
		const { mark, succeed, states, placements, history } = open();
		mark(10, 1, 'counts 12 boxes');
		mark(11, 2, 'written later by another hand');
		succeed(second);
		placements.leave({ id: id(10) });
		placements.leave({ id: id(11) });
		const both = [
			['left', null],
			['left', null],
		];
		expect(states()).toEqual(both);
		expect(history.undo()).toBe('annotationLeft');
		expect(states().map(([state]) => state)).toEqual(['left', 'unplaced']);
		history.redo();
		succeed([...second, 'One more sample passage at the end.']);
		expect(states()).toEqual(both);
		succeed([...second, first[2] as string]);
		expect(states()).toEqual([
			['placed', 'written later by another hand'],
			['left', null],
		]);
	});

	test('can be thought better of', () => {
		const { mark, succeed, states, placements } = open();
		mark(10, 1, 'counts 12 boxes');
		const edition = succeed(second);
		placements.leave({ id: id(10) });
		const range = { editionId: edition, startOrdinal: 2, startOffset: 19, endOrdinal: 2, endOffset: 34 };
		placements.place({ id: id(10), range });
		expect(states()).toEqual([['placed', 'counts 14 boxes']]);
	});

	test('refuses a mark that stands where it was made, and a note on the record', () => {
		const { mark, placements, annotations, recordId } = open();
		mark(10, 1, 'counts 12 boxes');
		annotations.add({ id: id(11), recordId, range: null, fields });
		for (const number of [10, 11]) expect(() => placements.leave({ id: id(number) })).toThrow(/invalid-input/);
	});
});

describe('an annotation from elsewhere', () => {
	test('is placed by hand, carried over from there, and undone', () => {
		const opened = open();
		const { placements, states, succeed, before, history } = opened;
		bringForeign(opened, 10);
		expect(states()).toEqual([['unplaced', null]]);
		const range = { editionId: before.id, startOrdinal: 0, startOffset: 28, endOrdinal: 0, endOffset: 41 };
		placements.place({ id: id(10), range });
		expect(states()).toEqual([['placed', 'paper and ink']]);
		history.undo();
		expect(states()).toEqual([['unplaced', null]]);
		history.redo();
		succeed(second);
		expect(states()).toEqual([['placed', 'paper and lnk']]);
		succeed([second[0] as string]);
		expect(states()).toEqual([['unplaced', null]]);
		succeed([...second, 'One more sample passage at the end.']);
		expect(states()).toEqual([['placed', 'paper and lnk']]);
	});

	test('can be left as it is', () => {
		const opened = open();
		bringForeign(opened, 10);
		opened.placements.leave({ id: id(10) });
		expect(opened.states()).toEqual([['left', null]]);
	});
});
