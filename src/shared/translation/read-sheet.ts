import type { Block, Mark } from '../domain/block.ts';
import type { StrayRow } from '../domain/translation.ts';
import { readLabels, type SheetRow } from './sheet-rows.ts';

/** What a translator wrote for a passage. */
export interface TranslatedText {
	text: string;
	marks: Mark[];
	/** Further passages that are translated in it, where rows were joined. */
	joined: number[];
}

export interface SheetReading {
	/** By the ordinal of the passage. */
	texts: Map<number, TranslatedText>;
	stray: StrayRow[];
	/** Labels of rows that were there more than once, with other words. */
	repeated: string[];
	/** Labels of each group of rows that became one. */
	joined: string[][];
}

/** A row as it came: what stands in its cell for the number, beside it, and as its translation. */
export interface WrittenRow {
	label: string;
	original: string;
	text: string;
	marks: Mark[];
}

/**
 * Lays the rows of a file that came home beside the passages that it was made of: by their numbers, in whatever order; where
 * a number is damaged, by the words beside it, if these are one passage's alone. Nothing that was written is dropped.
 */
export function readRows(written: readonly WrittenRow[], rows: readonly SheetRow[]): SheetReading {
	const byLabel = new Map(rows.map((row) => [row.label, row]));
	const byText = onlyTexts(rows);
	const reading: SheetReading = { texts: new Map(), stray: [], repeated: [], joined: [] };
	for (const row of written) {
		if (row.text.trim() === '') continue;
		const found = passagesOf(row, byLabel, byText);
		if (!found) reading.stray.push({ label: row.label.trim(), text: row.text });
		else lay(reading, row, found);
	}
	return reading;
}

/** Null where it is nobody's. Of joined rows all have to be there. */
function passagesOf(
	{ label, original }: WrittenRow,
	byLabel: ReadonlyMap<string, SheetRow>,
	byText: ReadonlyMap<string, SheetRow>,
): SheetRow[] | null {
	const labels = readLabels(label);
	const named = labels.flatMap((each) => byLabel.get(each) ?? []);
	const meant = byText.get(plain(original));
	if (named.length === labels.length && named.length > 0) {
		// A number that was mistyped names another passage than stands beside it.
		const [only] = named;
		const isOther = named.length === 1 && meant && only && meant !== only && plain(only.text) !== plain(original);
		return isOther ? [meant] : [...new Set(named)];
	}
	return meant ? [meant] : null;
}

function lay(reading: SheetReading, { text, marks }: WrittenRow, found: readonly SheetRow[]): void {
	const parts = found.length > 1 ? paragraphsOf(text) : [text];
	if (found.length > 1 && parts.length === found.length) {
		// As many paragraphs as passages: the cells were put into one, and each is still there.
		for (const [at, row] of found.entries()) put(reading, row, { text: parts[at] ?? '', marks: [], joined: [] });
		return;
	}
	const [first, ...others] = found;
	if (!first) return;
	if (others.length > 0) reading.joined.push(found.map(({ label }) => label));
	put(reading, first, { text, marks: [...marks], joined: others.map(({ ordinal }) => ordinal) });
}

function put({ texts, repeated }: SheetReading, { ordinal, label }: SheetRow, coming: TranslatedText): void {
	const there = texts.get(ordinal);
	if (!there) texts.set(ordinal, coming);
	else if (there.text !== coming.text) {
		if (!repeated.includes(label)) repeated.push(label);
		const shift = there.text.length + 1;
		const moved = coming.marks.map((mark) => ({ ...mark, start: mark.start + shift, end: mark.end + shift }));
		texts.set(ordinal, {
			text: `${there.text}\n${coming.text}`,
			marks: [...there.marks, ...moved],
			joined: [...new Set([...there.joined, ...coming.joined])],
		});
	}
}

function paragraphsOf(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}

/** Texts that are one passage's alone. */
function onlyTexts(rows: readonly SheetRow[]): Map<string, SheetRow> {
	const found = new Map<string, SheetRow>();
	const twice = new Set<string>();
	for (const row of rows) {
		const text = plain(row.text);
		if (found.has(text)) twice.add(text);
		found.set(text, row);
	}
	for (const text of twice) found.delete(text);
	return found;
}

/** As office programs leave it: white space and quotation marks are theirs. */
export function plain(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[«»“”„‟"‘’‚‛']/g, "'")
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, ' ')
		.trim()
		.toLowerCase();
}

/**
 * The rows that a file has, as an importer read it. A table with more than a paragraph in a cell is read as a page that it
 * lays out, and its cells come one after the other: then a row begins where a number stands before the words of its passage.
 *
 * @param language of the translation, which the head of its column names
 */
export function rowsOfBlocks(blocks: readonly Block[], rows: readonly SheetRow[], language: string): WrittenRow[] {
	const inCells = rowsOfCells(blocks, language);
	const outside = blocks.filter(({ cell }) => !cell);
	return [...inCells, ...rowsInLine(outside, rows, language)];
}

interface Grid {
	rows: Map<number, Map<number, Block[]>>;
}

function rowsOfCells(blocks: readonly Block[], language: string): WrittenRow[] {
	const tables = new Map<number, Grid>();
	for (const block of blocks) {
		const { cell } = block;
		if (!cell) continue;
		const table = tables.get(cell.table) ?? { rows: new Map() };
		tables.set(cell.table, table);
		const row = table.rows.get(cell.row) ?? new Map<number, Block[]>();
		table.rows.set(cell.row, row);
		row.set(cell.column, [...(row.get(cell.column) ?? []), block]);
	}
	// An office program may cut a table in two: the second has no head.
	let column: number | null = null;
	return [...tables.values()].flatMap((table) => {
		column = columnOf(table, language) ?? column;
		const at = column ?? Math.max(...[...table.rows.values()].flatMap((row) => [...row.keys()]));
		return [...table.rows.values()].flatMap((row) => {
			if ([...row.values()].flat().some(({ text }) => isHead(text, language))) return [];
			const original = at > 1 ? joinedText(row.get(1) ?? []).text : '';
			return { label: joinedText(row.get(0) ?? []).text, original, ...joinedText(row.get(at) ?? []) };
		});
	});
}

/** What the head of the column says that translations are to be written in. */
export function headMark(language: string): string {
	return `[${language}]`;
}

function isHead(text: string, language: string): boolean {
	return text.trimEnd().toLowerCase().endsWith(headMark(language).toLowerCase());
}

function columnOf({ rows }: Grid, language: string): number | null {
	for (const row of rows.values())
		for (const [column, blocks] of row) if (blocks.some(({ text }) => isHead(text, language))) return column;
	return null;
}

function joinedText(blocks: readonly Block[]): { text: string; marks: Mark[] } {
	let text = '';
	const marks: Mark[] = [];
	for (const block of blocks) {
		if (block.text === '') continue;
		const shift = text === '' ? 0 : text.length + 1;
		text = text === '' ? block.text : `${text}\n${block.text}`;
		for (const mark of block.marks ?? []) {
			if (mark.kind !== 'link') marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
		}
	}
	return { text, marks };
}

/** A row begins with its number alone, and its passage's words behind it. */
function rowsInLine(blocks: readonly Block[], rows: readonly SheetRow[], language: string): WrittenRow[] {
	const byLabel = new Map(rows.map((row) => [row.label, row]));
	const filled = blocks.filter(({ text }) => text.trim() !== '');
	const begun = filled.findIndex(({ text }) => isHead(text, language));
	const lines = filled.slice(begun + 1);
	const starts = lines.map((_, at) => originalEnd(lines, at, byLabel));
	const written: WrittenRow[] = [];
	for (const [at, end] of starts.entries()) {
		if (end === null) continue;
		const next = starts.findIndex((other, index) => index >= end && other !== null);
		const original = joinedText(lines.slice(at + 1, end)).text;
		const label = lines[at]?.text ?? '';
		written.push({ label, original, ...joinedText(lines.slice(end, next < 0 ? undefined : next)) });
	}
	return written;
}

/** Where the words of the passage end whose number stands here; null where no row begins. */
function originalEnd(lines: readonly Block[], at: number, byLabel: ReadonlyMap<string, SheetRow>): number | null {
	const row = byLabel.get(readLabels(lines[at]?.text ?? '')[0] ?? '');
	if (!row) return null;
	const wanted = plain(row.text);
	let read = '';
	for (let end = at + 1; end < lines.length && read.length < wanted.length; end += 1) {
		read = plain(`${read} ${lines[end]?.text ?? ''}`);
		if (read === wanted) return end + 1;
		if (!wanted.startsWith(read)) return null;
	}
	return null;
}

/**
 * Rows of plain text: "[12] …" begins one, which goes on until the next. Only numbers of passages count, and others that
 * look like one, so that "[illegible]" stays what it is.
 */
export function rowsOfText(text: string): WrittenRow[] {
	const written: WrittenRow[] = [];
	let open: string[] | null = null;
	for (const line of text.split(/\r\n|\r|\n/)) {
		const begun = rowBegunBy(line);
		if (begun) {
			close();
			open = [begun.rest];
			written.push({ label: begun.label, original: '', text: '', marks: [] });
		} else open?.push(/^\\\s*\\*\[/.test(line) ? line.slice(1) : line);
	}
	close();
	function close(): void {
		const row = written.at(-1);
		if (row && open)
			row.text = open
				.map((line) => line.trimEnd())
				.join('\n')
				.trim();
		open = null;
	}
	return written;
}

function rowBegunBy(line: string): { label: string; rest: string } | null {
	const [, label, rest = ''] = /^\s*\[([^\]]{1,40})\]\s?(.*)$/u.exec(line) ?? [];
	return label !== undefined && readLabels(label).length > 0 ? { label, rest } : null;
}

/** What stands before the first row: of no passage. */
export function wordsBeforeRows(text: string): string {
	const lines = text.split(/\r\n|\r|\n/);
	const first = lines.findIndex((line) => rowBegunBy(line));
	return lines
		.slice(0, first < 0 ? undefined : first)
		.join('\n')
		.trim();
}

/** Plain text that `rowsOfText` reads again. */
export function writeRows(rows: readonly SheetRow[], textOf: (ordinal: number) => string | undefined): string {
	return rows.map(({ label, ordinal }) => `[${label}] ${guarded(textOf(ordinal) ?? '')}`.trimEnd()).join('\n\n');
}

function guarded(text: string): string {
	return text
		.split('\n')
		.map((line, at) => (at > 0 && /^\\?\s*\\*\[/.test(line) ? `\\${line}` : line))
		.join('\n');
}
