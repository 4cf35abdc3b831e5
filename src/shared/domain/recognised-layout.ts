import type { EditionId, Sha256 } from './ids.ts';

/** A rectangle on a page, in fractions of its width and height from the upper left corner, as the page is seen upright. */
export interface FractionBox {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** One page of what an edition was read from. */
export interface EditionPage {
	/** From 1, through all files of the edition; what `Block.page` names. */
	number: number;
	sha256: Sha256;
	/** Of that file, from 1. */
	pageInFile: number;
	/** Of the picture that was read, upright; the page of a PDF may be larger than the picture on it. */
	widthPx: number;
	heightPx: number;
}

/** Where a word, or the part of one that stands on one line, lies. Offsets are UTF-16 units of its block's text. */
export interface PlacedWord {
	start: number;
	end: number;
	/** How sure the engine is of its letters, 0 to 100. */
	confidence: number;
	box: FractionBox;
}

/** Where a passage stands on its page. */
export interface BlockLayout {
	ordinal: number;
	page: number;
	/** Around all its words. */
	box: FractionBox;
	/** In reading order, line after line. */
	words: PlacedWord[];
}

/** Where the text of an edition stands on its pages; both lists are empty for one that was not read from pictures. */
export interface RecognisedLayout {
	editionId: EditionId;
	pages: EditionPage[];
	/** In the order of the text; passages that stand nowhere are left out. */
	blocks: BlockLayout[];
}

/**
 * Words below are doubtful. On drawn pages in three scripts (`bench/ocr.bench.ts`) six in ten characters of such words
 * stood in a wrong word, of the others one in ten, nearly all of them Armenian.
 */
export const doubtfulBelow = 75;

/** The smallest box around all of them; null for none. */
export function boxAround(boxes: readonly FractionBox[]): FractionBox | null {
	if (boxes.length === 0) return null;
	const x = Math.min(...boxes.map((box) => box.x));
	const y = Math.min(...boxes.map((box) => box.y));
	const right = Math.max(...boxes.map((box) => box.x + box.width));
	const bottom = Math.max(...boxes.map((box) => box.y + box.height));
	return { x, y, width: right - x, height: bottom - y };
}
