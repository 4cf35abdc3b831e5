import { expect, test } from 'vitest';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { AlignmentsService } from './alignments-service.ts';

const [original, translation] = [
	['Alpha one.', 'Beta two.', 'Gamma three.', 'Delta four.'],
	['Альфа один.', 'Бета два.', 'Гамма три.', 'Дельта четыре.'],
];

function open() {
	const archive = openTestArchive();
	const recordId = archive.addRecord(1);
	const firstId = archive.addEdition(recordId, original).id;
	const secondId = archive.addEdition(archive.addRecord(2), translation, 'ru').id;
	const alignments = new AlignmentsService(archive.database, archive.editions);
	const texts = { firstId, secondId };
	const turned = { firstId: secondId, secondId: firstId };
	return { ...archive, recordId, alignments, texts, turned };
}

const byOrdinals = (one: { first: number | null }, other: { first: number | null }) =>
	(one.first ?? -1) - (other.first ?? -1);

test('what was said holds whichever text is on the left', () => {
	const { alignments, texts, turned } = open();
	alignments.settle({ ...texts, first: [0], second: [1] });
	alignments.settle({ ...turned, first: [2], second: [3] });
	expect(alignments.list(texts)).toEqual([
		{ first: 0, second: 1 },
		{ first: 3, second: 2 },
	]);
	expect(alignments.list(turned)).toEqual([
		{ first: 1, second: 0 },
		{ first: 2, second: 3 },
	]);
});

test('passages of several on a side become one group; of one side alone, nothing stands beside them', () => {
	const { alignments, texts } = open();
	alignments.settle({ ...texts, first: [0, 1], second: [0, 1, 2] });
	expect(alignments.list(texts).toSorted(byOrdinals)).toEqual([
		{ first: 0, second: 0 },
		{ first: 0, second: 1 },
		{ first: 0, second: 2 },
		{ first: 1, second: 0 },
	]);
	alignments.settle({ ...texts, first: [2, 3], second: [] });
	expect(alignments.list(texts)).toContainEqual({ first: 3, second: null });
});

test('what is said later of a passage takes the place of what was said before; each is a step to undo', () => {
	const { alignments, texts, history } = open();
	alignments.settle({ ...texts, first: [0], second: [1] });
	alignments.settle({ ...texts, first: [0], second: [2] });
	expect(alignments.list(texts)).toEqual([{ first: 0, second: 2 }]);
	expect(history.undo()).toBe('alignmentSettled');
	expect(alignments.list(texts)).toEqual([{ first: 0, second: 1 }]);
	expect(history.redo()).toBe('alignmentSettled');
	alignments.remove({ ...texts, first: [], second: [2] });
	expect(alignments.list(texts)).toEqual([]);
	expect(history.undo()).toBe('alignmentTakenBack');
	expect(alignments.list(texts)).toEqual([{ first: 0, second: 2 }]);
});

test('it follows a passage into another edition; what stood beside nothing is asked anew there', () => {
	const { alignments, texts, database, editions, recordId } = open();
	alignments.settle({ ...texts, first: [1], second: [2] });
	alignments.settle({ ...texts, first: [3], second: [] });
	const laterId = addSuccessor(editions, database, recordId, texts.firstId);
	expect(alignments.list({ ...texts, firstId: laterId })).toEqual([{ first: 2, second: 2 }]);
	expect(alignments.list({ firstId: texts.secondId, secondId: laterId })).toEqual([{ first: 2, second: 2 }]);
	alignments.settle({ ...texts, firstId: laterId, first: [2], second: [0] });
	expect(alignments.list({ ...texts, firstId: laterId })).toEqual([{ first: 2, second: 0 }]);
});

test('refuses what is no passage, a text beside itself, and nothing at all', () => {
	const { alignments, texts } = open();
	const { firstId } = texts;
	expect(() => alignments.settle({ ...texts, first: [9], second: [0] })).toThrow(/invalid-input/);
	expect(() => alignments.settle({ firstId, secondId: firstId, first: [0], second: [1] })).toThrow(/invalid-input/);
	expect(() => alignments.settle({ ...texts, first: [], second: [] })).toThrow(/invalid-input/);
	expect(() => alignments.list({ firstId, secondId: testId<EditionId>(77) })).toThrow(/not-found/);
});

/** An edition with a preface before the first two paragraphs. */
function addSuccessor(
	editions: EditionsService,
	database: ReturnType<typeof openTestArchive>['database'],
	recordId: RecordId,
	from: EditionId,
): EditionId {
	const blocks = ['A preface.', ...original.slice(0, 2)].map((text) => ({ kind: 'paragraph' as const, text }));
	const maker = { kind: 'extraction' as const, originalSha256: null, maker: 'sample', makerVersion: '2' };
	const lineage = new Map([
		[1, 0],
		[2, 1],
	]);
	const made = { ...maker, parameters: {}, language: 'en', blocks };
	return database.step('setup', (step) => editions.addWithin(step, recordId, made, { from, lineage }).id, {
		kind: 'setup',
	});
}
