import { expect, test } from 'vitest';
import type { Annotation, AnnotationPlace } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId, Sha256 } from '#shared/domain/ids.ts';
import { compareTexts, countKinds, isFigureRow } from './compared-texts.ts';

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

/** Words are a passage; what is in brackets is a picture of these bytes, behind a colon called so. */
const withFigures = (...texts: string[]): StoredBlock[] =>
	texts.map((text, ordinal) => {
		const [, sha256, alt] = /^\[(\w+)(?::(.+))?\]$/.exec(text) ?? [];
		if (!sha256) return { kind: 'paragraph', text, ordinal, number: ordinal + 1 };
		const place = { start: 0, length: 9, coding: 'stored', mediaType: 'image/png', width: 3, height: 2 } as const;
		const figure = { picture: { ...place, sha256: sha256 as Sha256 }, ...(alt && { alt }) };
		return { kind: 'figure', text: '', figure, ordinal, number: null };
	});

/** Both sides of each row and what became of it: passages of the same words are counterparts. */
function rowsOf(old: StoredBlock[], other: StoredBlock[], annotated: [ordinal: number, endOrdinal: number][] = []) {
	const pairs = old.flatMap(({ text, ordinal }): [number, number][] => {
		const found = text === '' ? undefined : other.find((block) => block.text.slice(0, 3) === text.slice(0, 3));
		return found ? [[ordinal, found.ordinal]] : [];
	});
	const { rows } = compareTexts({
		old: { id: first as EditionId, blocks: old, places: [] },
		new: {
			id: second as EditionId,
			blocks: other,
			places: annotated.map(([startOrdinal, endOrdinal], at) => ({
				id: String(at) as AnnotationId,
				range: { ...range(second, startOrdinal), endOrdinal },
				placement: 'placed',
			})),
		},
		pairs,
		annotations: annotated.map((_, at) => made(String(at), first, 0)),
	});
	const nameOf = ({ figure, text }: StoredBlock) => figure?.picture?.sha256 ?? text;
	return {
		rows,
		told: rows.map((row) => [row.old.map(nameOf).join('+'), row.new.map(nameOf).join('+'), row.kind]),
	};
}

test('pictures stand beside each other where they stand in their texts', () => {
	const old = withFigures('[emblem]', 'One', '[map]', 'Two', '[seal]', '[gone]', 'Three', '[plate:A plate]');
	const other = withFigures('[emblem]', 'One', 'New', '[map]', '[came]', 'Two', '[other]', 'Three', '[plate:A map]');
	const { rows, told } = rowsOf(old, other);
	expect(told).toEqual([
		['emblem', 'emblem', 'same'],
		['One', 'One', 'same'],
		['', 'New', 'added'],
		['map', 'map', 'same'],
		['', 'came', 'added'],
		['Two', 'Two', 'same'],
		['seal', 'other', 'changed'],
		['gone', '', 'removed'],
		['Three', 'Three', 'same'],
		['plate', 'plate', 'changed'],
	]);
	expect(countKinds(rows.filter(isFigureRow))).toEqual({ same: 2, changed: 2, moved: 0, removed: 1, added: 1 });
});

test('a picture that comes again and again is left out where it is missing, and one that moved says so', () => {
	const repeated = rowsOf(
		withFigures('One', '[rule]', 'Two', '[rule]', 'Three', '[rule]', '[map]'),
		withFigures('[map]', 'One', '[rule]', 'Two', 'Three', '[rule]'),
	);
	expect(repeated.told).toEqual([
		['map', 'map', 'moved'],
		['One', 'One', 'same'],
		['rule', 'rule', 'same'],
		['Two', 'Two', 'same'],
		['rule', '', 'removed'],
		['Three', 'Three', 'same'],
		['rule', 'rule', 'same'],
	]);
});

test('pictures neither keep a split passage from its other half nor take the notes of a passage', () => {
	const old = withFigures('One tells of paper, ink and boxes. Then it tells of doors.', 'Two');
	const other = withFigures('One tells of paper, ink and boxes.', '[map]', 'Then it tells of doors.', 'Two', '[seal]');
	const { rows, told } = rowsOf(old, other, [[3, 4]]);
	expect(told).toEqual([
		[old[0]?.text, `${other[0]?.text}+${other[2]?.text}`, 'split'],
		['', 'map', 'added'],
		['Two', 'Two', 'same'],
		['', 'seal', 'added'],
	]);
	expect(rows.map(({ notes }) => notes.length)).toEqual([0, 0, 1, 0]);
});
