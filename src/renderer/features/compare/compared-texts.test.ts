import { expect, test } from 'vitest';
import type { Annotation, AnnotationPlace } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import { compareTexts } from './compared-texts.ts';

const [first, second, shown] = ['first', 'second', 'shown'] as EditionId[];
const blocks = (...texts: string[]): StoredBlock[] =>
	texts.map((text, ordinal) => ({ kind: 'paragraph', text, ordinal, number: ordinal + 1 }));
const range = (editionId: EditionId | undefined, ordinal: number) => ({
	...{ editionId: editionId as EditionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset: 3 },
});
/** Made on an edition; where it stands in what the record shows is of no interest here. */
const made = (id: string, editionId: EditionId | undefined, ordinal: number) =>
	({
		...{ id, target: { ...range(editionId, ordinal), exact: 'One' }, placement: 'placed', place: range(shown, 5) },
	}) as unknown as Annotation;
const place = (id: string, editionId: EditionId | undefined, ordinal: number): AnnotationPlace => ({
	...{ id: id as AnnotationId, range: range(editionId, ordinal), placement: 'moved' },
});

test('notes stand at their places in the two editions, though the record shows a third', () => {
	const nowhere: AnnotationPlace = { id: 'c' as AnnotationId, range: null, placement: 'unplaced' };
	const { rows, elsewhere } = compareTexts({
		old: { id: first as EditionId, blocks: blocks('One', 'Two', 'Three'), places: [place('b', first, 1)] },
		new: {
			id: second as EditionId,
			blocks: blocks('Two', 'One'),
			places: [place('a', second, 1), place('b', second, 0), nowhere],
		},
		pairs: [
			[0, 1],
			[1, 0],
		],
		annotations: [made('a', first, 0), made('b', shown, 4), made('c', first, 2), made('d', shown, 2)],
	});
	const notes = rows.map(({ new: [one], old: [other], notes: on }) => [
		one?.text ?? other?.text,
		on.map(({ annotation, range: at, placement }) => [annotation.id, at.editionId, placement]),
	]);
	expect(new Map(notes as [string, unknown][])).toEqual(
		new Map<string, unknown>([
			['One', [['a', second, 'moved']]],
			['Two', [['b', second, 'moved']]],
			['Three', [['c', first, 'unplaced']]],
		]),
	);
	expect(elsewhere).toBe(1);
});

test('a note that runs over passages stands beside the first of them that changed', () => {
	const over = { ...range(second, 0), endOrdinal: 1 };
	const { rows } = compareTexts({
		old: { id: first as EditionId, blocks: blocks('One', 'Two boxes', 'Three'), places: [] },
		new: {
			id: second as EditionId,
			blocks: blocks('One', 'Two doors', 'Three'),
			places: [
				{ id: 'a' as AnnotationId, range: over, placement: 'needs-review' },
				{ id: 'b' as AnnotationId, range: range(second, 2), placement: 'placed' },
			],
		},
		pairs: [
			[0, 0],
			[1, 1],
			[2, 2],
		],
		annotations: [made('a', first, 0), made('b', first, 2)],
	});
	expect(rows.map(({ kind, notes }) => [kind, notes.map(({ annotation }) => annotation.id)])).toEqual([
		['same', []],
		['changed', ['a']],
		['same', ['b']],
	]);
});
