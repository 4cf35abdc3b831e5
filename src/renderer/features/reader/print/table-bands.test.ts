import { expect, test } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { columnsOf } from '../text/table-columns.ts';
import type { TableRow } from '../text/text-sections.ts';
import { bandsOf, hasLongWord, headRowCount, rowsOfBands } from './table-bands.ts';

function table(rows: readonly (readonly string[])[], headRows = 0): TableRow[] {
	return rows.map((texts, row) => ({
		row,
		cells: texts.map(
			(text, column) =>
				({ kind: 'cell', text, cell: { table: 0, row, column, header: row < headRows } }) as StoredBlock,
		),
	}));
}

function bands(rows: readonly (readonly string[])[], roomMm = 160): number[][] {
	const laid = table(rows);
	return bandsOf(laid, columnsOf(laid), roomMm);
}

test('a table that a sheet has room for stays one', () => {
	expect(bands([['alpha', 'beta', 'gamma '.repeat(200)]])).toEqual([[0, 1, 2]]);
});

test('a wider one is cut between columns, each of which stands once, behind the first again', () => {
	const laid = bands([Array.from({ length: 40 }, (_, at) => `sample${at}`)]);
	expect(laid.length).toBeGreaterThan(3);
	expect(laid.every((band) => band[0] === 0 && band.length > 1)).toBe(true);
	expect(laid.flatMap((band, at) => (at === 0 ? band : band.slice(1)))).toEqual(
		Array.from({ length: 40 }, (_, at) => at),
	);
});

test('a first column that leaves others no room is not said again', () => {
	expect(bands([['abcdefghijklmnop', 'abcdefghijkl', 'abcdefghijkl']], 60)).toEqual([[0], [1, 2]]);
});

test('a column is no wider for an address in it than for the longest word that is kept whole', () => {
	const [word, address] = ['a'.repeat(16), 'a'.repeat(300)];
	expect(bands([[address, address, address, address]])).toEqual([[0, 1, 2, 3]]);
	expect([word, `beta ${address}`].map(hasLongWord)).toEqual([false, true]);
});

test.each(['\u00a0', '\u2007', '\u202f'])('a number with %j in it is as wide as all of its digits', (space) => {
	const number = `12${space}345${space}678,00${space}€`;
	expect(bands([Array(6).fill(number)])).toEqual([
		[0, 1, 2],
		[0, 3, 4],
		[0, 5],
	]);
	expect([number, `${number}${space}${number}`].map(hasLongWord)).toEqual([false, true]);
});

// As many as a sheet has room for, by the widths of these words in the bundled face.
test.each([
	['ՀԱՆՐԱՊԵՏՈՒԹՅՈՒՆ', 3],
	['ДОКУМЕНТАЦИЯ', 4],
])('bold capitals have their room: %s', (word, most) => {
	const headings = table([Array(5).fill(word)], 1);
	expect(bandsOf(headings, columnsOf(headings), 160)[0]?.length).toBeLessThanOrEqual(most);
});

test('in each part but the first only rows stand that have something there, with their first cell and number', () => {
	const sparse = table([
		['a0', 'b0', '', 'd0'],
		['a1', '', '', ''],
		['', '', 'c2', 'd2'],
		['a3', 'b3', '', ''],
	]).map(({ row, cells }) => ({
		row,
		cells: cells.filter(({ text }) => text !== '').map((cell, at) => ({ ...cell, number: at === 0 ? row + 1 : null })),
	}));
	const bandRows = rowsOfBands(sparse, [[0, 1], [0, 2], [3]]);
	expect(
		bandRows.map((some) => some.map(({ number, cells }) => [number, ...cells.map(({ text }) => text)].join(' '))),
	).toEqual([['1 a0 b0', '2 a1', '3', '4 a3 b3'], ['3 c2'], ['1 d0', '3 d2']]);
});

test('a wide sheet with little in it is not printed over and over: each cell stands once, and its row’s first with it', () => {
	const wide = Array.from(
		{ length: 2000 },
		(_, row): TableRow => ({
			row,
			cells: [0, 1 + (row % 999)].map(
				(column) => ({ kind: 'cell', text: 'sample', number: null, cell: { table: 0, row, column } }) as StoredBlock,
			),
		}),
	);
	const wideBands = bandsOf(wide, columnsOf(wide), 160);
	expect(wideBands.length).toBeGreaterThan(100);
	expect(rowsOfBands(wide, wideBands).flat().length).toBeLessThanOrEqual(4000);
});

test('a cell may have any number of words', () => {
	expect(bands([['word '.repeat(300_000)]])).toEqual([[0]]);
});

test('the headings that are said on every sheet are the rows that a table begins with', () => {
	const rows = [['alpha'], ['beta'], ['gamma']];
	expect([0, 1, 2, 3].map((headRows) => headRowCount(table(rows, headRows)))).toEqual([0, 1, 2, 0]);
});
