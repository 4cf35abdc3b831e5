import type { Block } from '../domain/block.ts';
import { rowsInLine } from './rows-in-line.ts';
import { readLabels, type SheetRow } from './sheet-rows.ts';
import { joinedText, type WrittenRow } from './written-row.ts';

/**
 * The rows that a file has, as an importer read it: of tables, and of those that were laid flat, the cells one after the
 * other.
 *
 * @param language of the translation, which the head of its column names
 */
export function rowsOfBlocks(blocks: readonly Block[], rows: readonly SheetRow[], language: string): WrittenRow[] {
	const outside = blocks.filter(({ cell, text }) => !cell && text.trim() !== '');
	const head = outside.findIndex(({ text }) => isHead(text, language));
	return [...rowsOfCells(blocks, language), ...rowsInLine(outside.slice(head + 1), rows, head >= 0)];
}

type Row = ReadonlyMap<number, readonly Block[]>;

function rowsOfCells(blocks: readonly Block[], language: string): WrittenRow[] {
	// An office program may cut a table in two: the second has no head.
	let column: number | null = null;
	return tablesOf(blocks).flatMap((table) => {
		const head = headOf(table, language);
		column = head?.column ?? column;
		const at = column ?? lastColumn(table);
		return table.flatMap((row) => {
			if (head && wordsOf(row) === head.words) return [];
			const original = at > 1 ? joinedText(row.get(1) ?? []).text : '';
			return { label: labelOf(row), original, ...joinedText(row.get(at) ?? []) };
		});
	});
}

function tablesOf(blocks: readonly Block[]): Row[][] {
	const tables = new Map<number, Map<number, Map<number, Block[]>>>();
	for (const block of blocks) {
		const { cell } = block;
		if (!cell) continue;
		const table = tables.get(cell.table) ?? new Map<number, Map<number, Block[]>>();
		tables.set(cell.table, table);
		const row = table.get(cell.row) ?? new Map<number, Block[]>();
		table.set(cell.row, row);
		const there = row.get(cell.column);
		if (there) there.push(block);
		else row.set(cell.column, [block]);
	}
	return [...tables.values()].map((table) => [...table.values()]);
}

/** What the head of the column says that translations are to be written in. */
export function headMark(language: string): string {
	return `[${language}]`;
}

/** Programs add the country that they are set to, or leave it out. */
function isHead(text: string, language: string): boolean {
	const [, tag] = /\[([a-z0-9-]{2,35})\]\s*$/i.exec(text) ?? [];
	if (tag === undefined) return false;
	const [one, other] = [`${tag.toLowerCase()}-`, `${language.toLowerCase()}-`];
	return one.startsWith(other) || other.startsWith(one);
}

/** The first row that names the language and has no number: a translation may end with the same words. */
function headOf(table: readonly Row[], language: string): { column: number; words: string } | null {
	for (const row of table) {
		if (readLabels(labelOf(row)).length > 0) continue;
		for (const [column, blocks] of row)
			if (blocks.some(({ text }) => isHead(text, language))) return { column, words: wordsOf(row) };
	}
	return null;
}

function lastColumn(table: readonly Row[]): number {
	return table.reduce((last, row) => [...row.keys()].reduce((most, at) => Math.max(most, at), last), 0);
}

function labelOf(row: Row): string {
	return joinedText(row.get(0) ?? []).text;
}

function wordsOf(row: Row): string {
	return joinedText([...row.values()].flat()).text;
}
