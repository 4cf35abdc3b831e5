import { readListLine } from '../text-lists.ts';
import type { Column, Line } from './pdf-lines.ts';
import { type PlacedText, PlacedTextWriter } from './pdf-placed-text.ts';
import type { LaidOutPage } from './pdf-running-lines.ts';

/** Lines that belong together. */
export interface Paragraph {
	lines: Line[];
	/** Page of its first line, from 1. */
	page: number;
	/** Where its first line begins, in points from the left edge. */
	x: number;
	size: number;
	/** Rows of a table or form, whose gaps mean something. */
	isTable: boolean;
}

/** The usual measures of a column, in points. */
interface Measures {
	left: number;
	right: number;
	leading: number;
}

/** Sizes that differ by less are one: programs round them. */
const sizeTolerance = 0.1;
const indentation = 0.8;
const widerLeading = 1.35;
/** A line that leaves so much of its column free ended there on purpose. */
const freeShare = 0.2;
/** So much free that the line ended there even without a full stop. */
const mostlyFree = 0.45;

const endsSentence = /[.!?…:;։؟。][\p{Pe}\p{Pf}"'»”’]*$/u;
/** A line of a table of contents. */
export const leader = /(?:[.…]\s?){4,}\s*[\p{N}\p{L}]+$/u;
const hyphen = /\p{L}[-\u00ad\u2010]$/u;

/** The paragraphs of all pages in the order of reading; one that runs over columns or pages is whole. */
export function paragraphsOf(pages: readonly LaidOutPage[]): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	for (const { number, columns } of pages) {
		for (const column of columns) {
			const [first, ...rest] = splitColumn(column, number);
			if (!first) continue;
			const open = paragraphs.findLast(({ size }) => size > first.size * (1 - sizeTolerance));
			if (open && number - open.page <= 1 && runsOn(open, first)) open.lines.push(...first.lines);
			else paragraphs.push(first);
			paragraphs.push(...rest);
		}
	}
	return paragraphs;
}

function runsOn(open: Paragraph, next: Paragraph): boolean {
	const [last, first] = [open.lines.at(-1), next.lines[0]];
	if (!last || !first || open.isTable || next.isTable || !isSameSize(open.size, next.size)) return false;
	return !endsSentence.test(last.text) && /^["'«“(]?\p{Ll}/u.test(first.text) && !readListLine(first.text);
}

function splitColumn(column: Column, page: number): Paragraph[] {
	const measures = measure(column);
	const isTable = column.map(
		({ hasGaps }, at) => hasGaps && Boolean(column[at - 1]?.hasGaps || column[at + 1]?.hasGaps),
	);
	const paragraphs: Paragraph[] = [];
	column.forEach((line, at) => {
		const open = paragraphs.at(-1);
		const isRow = isTable[at] ?? false;
		if (open && open.isTable === isRow && !(isRow ? isFar : begins)(open, line, measures)) open.lines.push(line);
		else paragraphs.push({ lines: [line], page, x: line.x, size: line.size, isTable: isRow });
	});
	return paragraphs;
}

function begins(open: Paragraph, line: Line, measures: Measures): boolean {
	const last = open.lines.at(-1) as Line;
	if (!isSameSize(open.size, line.size) || isFar(open, line, measures)) return true;
	if (leader.test(last.text)) return true;
	const step = indentation * line.size;
	const isItem = readListLine(open.lines[0]?.text ?? '') !== null;
	if (readListLine(line.text)) return isItem || endsSentence.test(last.text) || leavesFree(last, measures, freeShare);
	if (isItem) return line.x < open.x - step;
	if (last.isRightToLeft) return false;
	const isIndented = line.x > measures.left + step && line.x > last.x + step;
	const isBackFromQuotation = line.x < last.x - step && open.lines.length > 1;
	if (isIndented || isBackFromQuotation) return true;
	if (endsSentence.test(last.text)) return leavesFree(last, measures, freeShare);
	return leavesFree(last, measures, mostlyFree) && !/^\p{Ll}/u.test(line.text);
}

function leavesFree(line: Line, { left, right }: Measures, share: number): boolean {
	return line.right < right - share * (right - left);
}

function isFar(open: Paragraph, line: Line, { leading }: Measures): boolean {
	const step = line.y - (open.lines.at(-1) as Line).y;
	return step < 0 || step > widerLeading * Math.max(leading, line.size);
}

function isSameSize(first: number, second: number): boolean {
	return Math.abs(first - second) <= sizeTolerance * Math.max(first, second);
}

function measure(column: Column): Measures {
	const steps = column.slice(1).map(({ y }, at) => y - (column[at] as Line).y);
	return {
		left: quantile(
			column.map(({ x }) => x),
			0.1,
		),
		right: quantile(
			column.map(({ right }) => right),
			0.9,
		),
		leading: quantile(
			steps.filter((step) => step > 0),
			0.5,
		),
	};
}

function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * The text of a paragraph. A hyphen at the end of a line goes with the line break where the next line begins in lower
 * case, unless the word is written with it elsewhere.
 * @param hyphenated words of the document that have a hyphen within a line, in lower case.
 */
export function textOfParagraph({ lines, isTable }: Paragraph, hyphenated: ReadonlySet<string>): PlacedText {
	const writer = new PlacedTextWriter();
	for (const line of lines) {
		const { text: whole } = writer;
		if (whole === '') writer.append('', line);
		else if (isTable) writer.append('\n', line);
		else if (!hyphen.test(whole) || !/^\p{Ll}/u.test(line.text)) writer.append(' ', line);
		else {
			const [before = ''] = /[\p{L}\p{M}-]+$/u.exec(whole.slice(0, -1)) ?? [];
			const [after = ''] = /^[\p{L}\p{M}]+/u.exec(line.text) ?? [];
			if (!hyphenated.has(`${before}-${after}`.toLowerCase())) writer.dropLast();
			writer.append('', line);
		}
	}
	return writer.finish();
}

/** Words with a hyphen that no line break explains. */
export function hyphenatedWords(paragraphs: readonly Paragraph[]): Set<string> {
	const words = new Set<string>();
	for (const { text } of paragraphs.flatMap(({ lines }) => lines)) {
		for (const [word] of text.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)+/gu)) words.add(word.toLowerCase());
	}
	return words;
}
