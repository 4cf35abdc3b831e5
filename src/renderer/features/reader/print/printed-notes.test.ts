import { expect, test } from 'vitest';
import type { Annotation, TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId, RecordId } from '#shared/domain/ids.ts';
import { type InlineNode, nestMarks } from '../text/mark-tree.ts';
import { notedParts, printedNotes } from './printed-notes.ts';

const editionId = 'edition' as EditionId;
const blocks = ['alpha beta', 'gamma delta', 'epsilon'].map((text, ordinal) => ({
	...{ ordinal, text, kind: 'paragraph', number: ordinal + 1 },
})) as StoredBlock[];

const edition = { id: editionId, blocks, isRedacted: false };

function note(id: string, range: TextRange | null, fields: Partial<Annotation> = {}): Annotation {
	return {
		...{
			id: id as AnnotationId,
			recordId: 'record' as RecordId,
			purpose: 'note',
			body: id,
			tags: [],
			isResolved: false,
		},
		target: range && { ...range, exact: '', prefix: '', suffix: '' },
		...{ region: null, origin: null, place: range, placement: 'placed', number: null, author: '', replyToId: null },
		...{ createdAt: id, changedAt: id, clock: '' as Annotation['clock'], revision: 1 },
		...fields,
	};
}

function range(startOrdinal: number, startOffset: number, endOrdinal: number, endOffset: number): TextRange {
	return { editionId, startOrdinal, startOffset, endOrdinal, endOffset };
}

test('every note is printed: in the order in which its words end, those on no words of the text behind them', () => {
	const answers = [note('answer', null), note('answer-to-answer', null)];
	const threads = [
		{ annotation: note('whole', null), replies: [] },
		{ annotation: note('across', range(0, 6, 1, 5)), replies: answers },
		{ annotation: note('first', range(0, 0, 0, 5)), replies: [] },
	];
	const notes = printedNotes(threads, edition);
	const told = notes.map(({ number, annotation, paragraphs, replies }) => ({
		...{ number, body: annotation.body, paragraphs },
		replies: replies.map(({ body }) => body),
	}));
	expect(told).toEqual([
		{ number: 1, body: 'first', paragraphs: '1', replies: [] },
		{ number: 2, body: 'across', paragraphs: '1–2', replies: ['answer', 'answer-to-answer'] },
		{ number: 3, body: 'whole', paragraphs: '', replies: [] },
	]);
});

test('a note is too long for the margin by what was answered too', () => {
	const annotation = note('long', range(0, 0, 0, 5), { body: 'a'.repeat(400) });
	const answer = note('answer', null, { body: 'b'.repeat(400) });
	const isLong = (replies: Annotation[]) => printedNotes([{ annotation, replies }], edition)[0]?.isLong;
	expect(isLong([])).toBe(false);
	expect(isLong([answer])).toBe(true);
});

test('the words of a note are marked in each passage, its number where they end', () => {
	const parts = notedParts(
		printedNotes([{ annotation: note('across', range(0, 6, 1, 5)), replies: [] }], edition),
		blocks,
	);
	expect([...parts]).toEqual([
		[0, [expect.objectContaining({ start: 6, end: 10, number: null })]],
		[1, [expect.objectContaining({ start: 0, end: 5, number: 1 })]],
	]);
});

test('two notes on the same words have their numbers behind them in order, an inner one before the one around it', () => {
	const both = ['one', 'two'].map((id) => ({ annotation: note(id, range(0, 6, 0, 10)), replies: [] }));
	const around = { annotation: note('around', range(0, 0, 0, 10)), replies: [] };
	const notes = printedNotes([around, ...both], edition);
	expect(notes.map(({ annotation }) => annotation.body)).toEqual(['one', 'two', 'around']);
	const drawn = nestMarks('alpha beta', notedParts(notes, blocks).get(0)).flatMap(numbersIn);
	expect(drawn).toEqual([1, 2, 3]);
});

/** As they are drawn: a number behind all that is within its part. */
function numbersIn(node: InlineNode): number[] {
	if (node.type === 'text') return [];
	const { mark, children } = node;
	const own = mark.kind === 'noted' && mark.number !== null && mark.end === mark.partEnd ? [mark.number] : [];
	return [...children.flatMap(numbersIn), ...own];
}

test('with a redacted text no note goes that is not on its words, and no words that are not in it', () => {
	const blackened = [{ ...blocks[0], text: 'alpha ████' }] as StoredBlock[];
	const made = { ...range(0, 0, 0, 10), editionId: 'full' as EditionId };
	const stored = { ...made, exact: 'alpha beta', prefix: '', suffix: '' };
	const threads = [
		{ annotation: note('on the record', null), replies: [] },
		{ annotation: note('gone', null, { target: stored }), replies: [] },
		{ annotation: note('partly', range(0, 0, 0, 10), { target: stored }), replies: [] },
	];
	const notes = printedNotes(threads, { id: editionId, blocks: blackened, isRedacted: true });
	expect(notes.map(({ annotation, words }) => [annotation.body, words])).toEqual([['partly', 'alpha ████']]);
});
