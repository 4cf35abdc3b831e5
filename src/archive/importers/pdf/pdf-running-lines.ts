import type { Column, Line } from './pdf-lines.ts';

/** A page in its columns. */
export interface LaidOutPage {
	/** From 1. */
	number: number;
	/** In points. */
	height: number;
	columns: Column[];
}

/** Heads, feet and page numbers stand in this part of a page's height, above and below. */
const margin = 0.13;
/** Lines from the top and from the bottom that may be running ones. */
const deepest = 3;
const fewestPages = 3;
/** Part of the pages a line must stand on: title pages, and left and right pages, have others. */
const leastShare = 0.3;
/** A larger one is the heading of a chapter that begins on its page. */
const largestScale = 1.1;

/**
 * Leaves out the lines at the head and foot of pages that repeat or count the pages, and says how many. Nothing is left
 * out of a document of one or two pages, or of one that has no other text.
 */
export function leaveOutRunningLines(pages: readonly LaidOutPage[]): { pages: LaidOutPage[]; count: number } {
	const least = Math.max(fewestPages, Math.ceil(pages.length * leastShare));
	const largest = largestScale * middleSize(pages);
	const marks = pages.map((page) => marksOf(page, largest));
	const pagesWith = new Map<string, number>();
	for (const found of marks) {
		for (const mark of new Set([...found.values()].flat())) pagesWith.set(mark, (pagesWith.get(mark) ?? 0) + 1);
	}
	let count = 0;
	const kept = pages.map((page, at) => {
		const isRunning = (line: Line) => marks[at]?.get(line)?.some((mark) => (pagesWith.get(mark) ?? 0) >= least);
		const columns = page.columns.map((column) => column.filter((line) => !isRunning(line)));
		count += page.columns.flat().length - columns.flat().length;
		return { ...page, columns: columns.filter((column) => column.length > 0) };
	});
	return kept.some(({ columns }) => columns.length > 0) ? { pages: kept, count } : { pages: [...pages], count: 0 };
}

/** Each line near the edges with what it may have in common with those of other pages. */
function marksOf({ number, columns, height }: LaidOutPage, largest: number): Map<Line, string[]> {
	const lines = columns.flat().sort((a, b) => a.y - b.y);
	const head = lines.slice(0, deepest).filter(({ y }) => y < height * margin);
	const foot = lines.slice(-deepest).filter(({ y }) => y > height * (1 - margin));
	return new Map(
		[...head, ...foot]
			.filter(({ size }) => size <= largest)
			.map((line) => [line, [...wordsOf(line, number), ...countsOf(line, number)]]),
	);
}

/** The number of a page, which may be roman, or how many there are beside it, and nothing else. */
const pageNumber = /^[\s–—-]*(?:[ivxlc]+|\d{1,4}(?:\s*[/|–—-]\s*\d{1,4})?)[\s.–—-]*$/;

/**
 * A line as it is, and with each of its numbers told by how far it is from that of the page. Numbers that do not count
 * pages tell lines apart: those of forms, days and tables.
 */
function wordsOf({ text }: Line, page: number): string[] {
	const words = text.toLowerCase().replaceAll(/\s+/g, ' ');
	if (pageNumber.test(words)) return ['#'];
	const counted = [...words.matchAll(/\d{1,4}(?!\d)/g)].map(
		({ 0: number, index }) => `${words.slice(0, index)}#${Number(number) - page}${words.slice(index + number.length)}`,
	);
	return [words, ...counted];
}

/** How far a number at either end of a line is from the number of the page, beside whatever chapter's name. */
function countsOf({ text }: Line, page: number): string[] {
	const numbers = [/^[\s–—-]*(\d{1,4})(?=\D|$)/, /(?<=\D|^)(\d{1,4})[\s–—-]*$/].map((end) => end.exec(text)?.[1]);
	return numbers.filter((found) => found !== undefined).map((found) => `page ${Number(found) - page}`);
}

function middleSize(pages: readonly LaidOutPage[]): number {
	const sizes = pages.flatMap(({ columns }) => columns.flat().map(({ size }) => size)).sort((a, b) => a - b);
	return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
