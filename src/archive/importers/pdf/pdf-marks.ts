import { boxAround, boxBetween, type PageBox, pageUnits } from '#shared/domain/page-box.ts';
import { boxesOf, type PageLayout, type PlacedRun } from '#shared/domain/page-layout.ts';
import type { ReceivedMark } from '../importer.ts';
import type { PageView } from './pdf-pieces.ts';

/** What pdfjs says of what a reader marked or wrote on a page. */
export interface PageMark {
	id: string;
	subtype: string;
	/** From the lower left corner, in the space of the file: left, bottom, right, top. */
	rect: readonly number[];
	/** Corners of the lines that it runs over, eight numbers a line. */
	quadPoints?: ArrayLike<number> | null;
	/** The words under it. */
	overlaidText?: string;
	contentsObj?: { str?: string };
	/** Who made it. */
	titleObj?: { str?: string };
	/** D:YYYYMMDDHHmmSSOHH'mm. */
	modificationDate?: string | null;
	inReplyTo?: string | null;
}

/** One with its place on the page that it is on. */
export interface FoundMark extends Pick<ReceivedMark, 'id' | 'replyTo' | 'body' | 'author' | 'at'> {
	page: number;
	/** One box a line. */
	boxes: PageBox[];
	isOnWords: boolean;
	words: string;
}

const onWords = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
/** These say something only where somebody wrote it. */
const withWords = new Set(['Text', 'Caret', 'Square', 'Circle', 'Line', 'Ink', 'Polygon', 'PolyLine', 'Stamp']);
/** More than a person makes; a file that has them was made to take time. */
const mostMarks = 2_000;

/** Marks on words, and notes, of a page; what only draws on it is none. */
export function marksOnPage(marks: readonly PageMark[], view: PageView): FoundMark[] {
	return marks.slice(0, mostMarks).flatMap((mark) => {
		const body = (mark.contentsObj?.str ?? '').replaceAll(/\r\n?/g, '\n').trim();
		const isOnWords = onWords.has(mark.subtype);
		if (!isOnWords && !(withWords.has(mark.subtype) && body !== '')) return [];
		return [
			{
				id: mark.id,
				replyTo: mark.inReplyTo ?? null,
				body,
				author: mark.titleObj?.str?.trim() ?? '',
				at: instantOf(mark.modificationDate ?? ''),
				page: view.number,
				boxes: boxesOfMark(mark, view),
				isOnWords,
				words: (mark.overlaidText ?? '').replaceAll(/\s+/g, ' ').trim(),
			},
		];
	});
}

function boxesOfMark({ rect, quadPoints }: PageMark, view: PageView): PageBox[] {
	const quads = Array.from(quadPoints ?? []);
	if (quads.length < 8) return [boxOf(rect, view)];
	return Array.from({ length: Math.floor(quads.length / 8) }, (_, at) => boxOf(quads.slice(at * 8, at * 8 + 8), view));
}

function boxOf(points: readonly number[], { width, height, matrix }: PageView): PageBox {
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
	const corners = points.flatMap((x, at) => {
		const y = points[at + 1];
		if (at % 2 === 1 || y === undefined) return [];
		return [{ x: ((a * x + c * y + e) / width) * pageUnits, y: ((b * x + d * y + f) / height) * pageUnits }];
	});
	const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
	return boxBetween({ x: Math.min(...xs), y: Math.min(...ys) }, { x: Math.max(...xs), y: Math.max(...ys) });
}

function instantOf(date: string): string | null {
	const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d))?/.exec(date);
	if (!found) return null;
	const [, year, month, day, hour, minute, second, zone, zoneMinute] = found;
	const instant = new Date(
		`${year}-${month}-${day}T${hour}:${minute}:${second}${zone ? `${zone}:${zoneMinute}` : 'Z'}`,
	);
	return Number.isNaN(instant.valueOf()) ? null : instant.toISOString();
}

/** Where they stand in the text that was made of the pages; those on no words of it, on their page. */
export function placeMarks(
	marks: readonly FoundMark[],
	layout: readonly PageLayout[],
	textOf: (ordinal: number) => string,
): ReceivedMark[] {
	return marks.map(({ page, boxes, isOnWords, words, ...mark }) => {
		const runs = layout.find((it) => it.page === page)?.runs ?? [];
		const range = isOnWords && mark.replyTo === null ? rangeUnder(boxes, runs, words, textOf) : null;
		const box = boxes.reduce(boxAround);
		return { ...mark, range, region: range || mark.replyTo !== null ? null : { page, ...box } };
	});
}

interface Spot {
	ordinal: number;
	offset: number;
}

function rangeUnder(
	boxes: readonly PageBox[],
	runs: readonly PlacedRun[],
	words: string,
	textOf: (ordinal: number) => string,
): ReceivedMark['range'] {
	const under: Spot[] = [];
	for (const run of runs) {
		const near = boxes.filter(
			(box) => holdsMiddle(box, run.box, 'y', 'height') || holdsMiddle(box, run.box, 'x', 'width'),
		);
		if (near.length === 0) continue;
		for (let offset = run.start; offset < run.end; offset += 1) {
			const [letter] = boxesOf(
				{ page: 1, runs: [run] },
				{ ordinal: run.ordinal, start: offset, end: offset + 1 },
				textOf,
			);
			const isUnder = near.some(
				(box) => letter && holdsMiddle(box, letter, 'x', 'width') && holdsMiddle(box, letter, 'y', 'height'),
			);
			if (isUnder) under.push({ ordinal: run.ordinal, offset });
		}
	}
	const sorted = under.sort((one, other) => one.ordinal - other.ordinal || one.offset - other.offset);
	const [first, last] = [sorted[0], sorted.at(-1)];
	if (!first || !last) return null;
	return exactly(first, last, words, textOf) ?? inWholeWords(first, last, textOf);
}

function holdsMiddle(box: PageBox, inner: PageBox, from: 'x' | 'y', size: 'width' | 'height'): boolean {
	const middle = inner[from] + inner[size] / 2;
	return box[from] <= middle && middle <= box[from] + box[size];
}

/** Letters are reckoned, so a mark may begin or end one or two beside: the words that the file says lie under it tell. */
function exactly(first: Spot, last: Spot, words: string, textOf: (ordinal: number) => string): ReceivedMark['range'] {
	if (first.ordinal !== last.ordinal || words === '') return null;
	const text = textOf(first.ordinal);
	const from = Math.max(0, first.offset - slack);
	const at = text.indexOf(words, from);
	if (at < 0 || at > first.offset + slack) return null;
	return rangeOf(first.ordinal, at, last.ordinal, at + words.length);
}

const slack = 6;

function inWholeWords(first: Spot, last: Spot, textOf: (ordinal: number) => string): ReceivedMark['range'] {
	const [before, after] = [textOf(first.ordinal).slice(0, first.offset), textOf(last.ordinal).slice(last.offset + 1)];
	const begun = /[\p{L}\p{M}\p{N}]*$/u.exec(before)?.[0].length ?? 0;
	const rest = /^[\p{L}\p{M}\p{N}]*/u.exec(after)?.[0].length ?? 0;
	return rangeOf(first.ordinal, first.offset - begun, last.ordinal, last.offset + 1 + rest);
}

function rangeOf(
	startOrdinal: number,
	startOffset: number,
	endOrdinal: number,
	endOffset: number,
): ReceivedMark['range'] {
	return { startOrdinal, startOffset, endOrdinal, endOffset };
}
