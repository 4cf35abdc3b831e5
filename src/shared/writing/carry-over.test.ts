import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../domain/block.ts';
import { carryOver } from './carry-over.ts';
import { readText, writeText } from './written-text.ts';

const before: Block[] = [
	{ kind: 'heading', text: 'Sample heading', level: 1, page: 1 },
	{
		kind: 'paragraph',
		text: 'The first sarnple passage has bold words.',
		page: 1,
		wrapped: true,
		marks: [mark(30, 34)],
	},
	{ kind: 'note', text: '1 A note below it.', page: 1, language: 'fr' },
	{ kind: 'cell', text: 'left', cell: { table: 1, row: 0, column: 0 }, page: 1 },
	{ kind: 'cell', text: 'right', cell: { table: 1, row: 0, column: 1 }, page: 1 },
	{ kind: 'item', text: 'one thing', level: 2, marker: 'a)', page: 1 },
];

function mark(start: number, end: number) {
	return { start, end, kind: 'strong' as const };
}

function typed(change: (text: string) => string) {
	return carryOver(readText(change(writeText(before))), before);
}

test('what nobody touched stays as it was', () => {
	expect(typed((text) => text).blocks).toEqual(before);
});

describe('a passage that was corrected', () => {
	const { blocks, placeOf } = typed((text) => text.replace('sarnple', 'sample').replace('below', 'beneath'));

	test('keeps what typing cannot say', () => {
		expect(blocks[1]).toEqual({
			...before[1],
			text: 'The first sample passage has bold words.',
			marks: [mark(29, 33)],
		});
		expect(blocks[2]).toEqual({ ...before[2], text: '1 A note beneath it.' });
	});

	test('has its words where they were, the corrected one too', () => {
		expect(placeOf({ ordinal: 1, start: 10, end: 17 })).toEqual({ ordinal: 1, start: 10, end: 16 });
		expect(placeOf({ ordinal: 1, start: 36, end: 41 })).toEqual({ ordinal: 1, start: 35, end: 40 });
	});
});

test('a passage parted in two, with one added before it, is found in both its parts', () => {
	const { blocks, placeOf } = typed((text) =>
		text.replace('The first', 'Something new.\n\nThe first').replace(' has', '\n\nhas'),
	);
	expect(blocks.map(({ text }) => text).slice(1, 4)).toEqual([
		...['Something new.', 'The first sarnple passage', 'has bold words.'],
	]);
	expect(blocks[1]).toEqual({ kind: 'paragraph', text: 'Something new.', page: 1 });
	expect(blocks[3]).toMatchObject({ wrapped: true, marks: [mark(4, 8)] });
	expect(placeOf({ ordinal: 1, start: 4, end: 9 })).toEqual({ ordinal: 2, start: 4, end: 9 });
	expect(placeOf({ ordinal: 1, start: 18, end: 29 })).toBeNull();
});

test('what is blacked out stays in its cell, and a note a note', () => {
	const cell = (row: number, column: number, text: string): Block => ({
		...{ kind: 'cell', text },
		cell: { table: 1, row, column },
	});
	const table = [cell(0, 0, 'Alpha'), cell(0, 1, 'smith'), cell(1, 0, 'Beta'), cell(1, 1, 'smith')];
	const was: Block[] = [...table, { kind: 'note', text: 'Of Alpha' }];
	const text = writeText(was).replace(/^(Alpha|Beta|Of Alpha)$/gm, '████');
	const left = was.map((block) => (block.text === 'smith' ? block : { ...block, text: '████' }));
	expect(carryOver(readText(text), was).blocks).toEqual(left);
});

test('pictures stay where their lines are, with what is typed of them; one that is not there is none', () => {
	const figure = { obstacle: 'format' as const };
	const was: Block[] = [
		{ kind: 'figure', text: '', figure: { ...figure, alt: 'A sample map' } },
		{ kind: 'paragraph', text: 'Alpha.' },
		{ kind: 'figure', text: '', figure },
	];
	expect(carryOver(readText(writeText(was)), was).blocks).toEqual(was);
	const text = writeText(was).replace('A sample map', 'A plan').replace('[picture 2]', '[picture 9] Nothing');
	expect(carryOver(readText(text), was).blocks).toEqual([
		{ kind: 'figure', text: '', figure: { ...figure, alt: 'A plan' } },
		{ kind: 'paragraph', text: 'Alpha.' },
	]);
});

test('in long texts too what is changed a little here and there stays what it was, and what came between look-alikes is new', () => {
	const sentence = 'A sample sentence of words that are the same. ';
	const was = Array.from({ length: 40 }, (_, at): Block => {
		const text = `${sentence.repeat(3)}Number ${at} stands here.`;
		return { kind: at % 2 === 0 ? 'verse' : 'paragraph', text, marks: [mark(text.length - 5, text.length - 1)] };
	});
	const all = writeText(was).replaceAll(' stands ', ' stood ').replaceAll('A sample', 'One sample');
	const { blocks, placeOf } = carryOver(readText(all), was);
	expect(blocks.map(({ kind }) => kind)).toEqual(was.map(({ kind }) => kind));
	expect(blocks.every(({ text, marks }) => text.slice(marks?.[0]?.start, marks?.[0]?.end) === 'here')).toBe(true);
	expect(placeOf({ ordinal: 39, start: 2, end: 8 })).toEqual({ ordinal: 39, start: 4, end: 10 });

	const alike = ['X one', 'X two'].map((text): Block => ({ kind: 'verse', text }));
	const between = carryOver(readText('X one\n\nX new\n\nX two'), alike);
	expect(between.placeOf({ ordinal: 1, start: 0, end: 5 })).toEqual({ ordinal: 2, start: 0, end: 5 });

	const long: Block[] = [{ kind: 'verse', text: sentence.repeat(5000), marks: [mark(2, 8)] }];
	const typedLong = carryOver(readText(long[0]?.text.replace(/the same\. $/, 'alike.') ?? ''), long);
	expect(typedLong.blocks[0]).toMatchObject({ kind: 'verse', marks: [mark(2, 8)] });
});

test('words that are gone have no place', () => {
	const { placeOf } = typed((text) => text.replace('The first sarnple passage has bold words.\n\n', ''));
	expect(placeOf({ ordinal: 1, start: 4, end: 9 })).toBeNull();
	expect(placeOf({ ordinal: 2, start: 2, end: 3 })).toEqual({ ordinal: 1, start: 2, end: 3 });
});

test('a sign taken away or changed makes it what is typed now', () => {
	const { blocks } = typed((text) => text.replace('## Sample', 'Sample').replace('- one', '> one'));
	expect(blocks[0]).toEqual({ kind: 'paragraph', text: 'Sample heading', page: 1 });
	expect(blocks[5]).toEqual({ kind: 'quotation', text: 'one thing', page: 1 });
});

test('whatever is typed, every stretch that is found lies within its passage', () => {
	const words = fc.array(fc.constantFrom('aa', 'bb', 'cc dd', 'ee. ff'), { minLength: 1, maxLength: 4 });
	const texts = fc.array(
		words.map((some) => some.join(' ')),
		{ maxLength: 6 },
	);
	fc.assert(
		fc.property(texts, texts, (old, other) => {
			const was = old.map((text): Block => ({ kind: 'paragraph', text }));
			const { blocks, placeOf } = carryOver(readText(other.join('\n\n')), was);
			expect(blocks.map(({ text }) => text)).toEqual(other);
			for (const [ordinal, { text }] of was.entries()) {
				const place = placeOf({ ordinal, start: 0, end: text.length });
				if (!place) continue;
				expect(place.start).toBeLessThan(place.end);
				expect(place.end).toBeLessThanOrEqual(blocks[place.ordinal]?.text.length ?? -1);
			}
		}),
		{ examples: [[['cc dd ee. ff'], ['cc dd', 'aa', 'aa']]] },
	);
});
