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
 * out of a document of one or two pages.
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
	return { pages: kept, count };
}

/** Each line near the edges with what it may have in common with those of other pages. */
function marksOf({ number, columns, height }: LaidOutPage, largest: number): Map<Line, string[]> {
	const lines = columns.flat().sort((a, b) => a.y - b.y);
	const head = lines.slice(0, deepest).filter(({ y }) => y < height * margin);
	const foot = lines.slice(-deepest).filter(({ y }) => y > height * (1 - margin));
	return new Map(
		[...head, ...foot]
			.filter(({ size }) => size <= largest)
			.map((line) => [line, [wordsOf(line), ...countsOf(line, number)]]),
	);
}

/** Numbers count on, so every number is the same, and so is every roman one that stands alone. */
function wordsOf({ text }: Line): string {
	const folded = text
		.toLowerCase()
		.replaceAll(/\p{N}+/gu, '#')
		.replaceAll(/\s+/g, ' ');
	return folded.replace(/^[\s–—-]*[ivxlc]+[\s–—-]*$/, '#');
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
