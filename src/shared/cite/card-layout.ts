import { brokenLines } from '../chronology/fitted-text.ts';
import type { QuoteCard } from '../domain/quote-card.ts';
import { isReadFromRight } from '../text/base-direction.ts';
import { cardFacts } from './card-facts.ts';
import { inQuotationMarks } from './quotation-marks.ts';
import { quotedText } from './quoted-text.ts';

export const [cardWidthPx, cardMarginPx] = [720, 36];
/** More than a page of words; what is longer is cut off, and says so. */
const mostLines = 400;
export const cardTypePx = { words: 18, reference: 12, fact: 11 } as const;
export type CardLineKind = keyof typeof cardTypePx;

const factsGapPx = 18;

/** On paper, whatever the colours of the window: a card is for others. */
export const cardColours = { ground: '#fdfbf7', words: '#211c17', other: '#5c5348' } as const;

/** One line of a card as a picture. */
export interface CardLine {
	kind: CardLineKind;
	/** Its base line, in pixels from the upper edge. */
	y: number;
	text: string;
	/** A line of a paragraph that is read from right to left: it begins at the right edge. */
	isFromRight: boolean;
}

/** Lines from the upper edge down, and where the last of them stands. */
export interface CardLines {
	lines: CardLine[];
	bottomPx: number;
}

/** The words with their reference. The same for the same card, whatever the language of the interface. */
export function layOutWords({ quoted, beside }: QuoteCard): CardLines {
	let y = cardMarginPx;
	const passages = [quoted, ...(beside ? [beside] : [])];
	const lines = passages.flatMap((passage) => {
		y += 8;
		// The reference, and the address where it does not hold that, follow the words.
		const words = passage.words === '' ? [] : inQuotationMarks(passage.words, passage.language).split('\n');
		const rest = quotedText(passage).split('\n').slice(words.length);
		const parts: [CardLineKind, string][] = [
			...words.map((line): [CardLineKind, string] => ['words', line]),
			...rest.map((line): [CardLineKind, string] => ['reference', line]),
		];
		return parts.flatMap(([kind, text]) => {
			const fitted = linesFrom(kind, text, y);
			y += fitted.length * lineHeightPx(kind);
			return fitted;
		});
	});
	return { lines, bottomPx: y };
}

/** Where the first line below the words stands. */
export function firstFactPx({ bottomPx }: CardLines): number {
	return bottomPx + factsGapPx + lineHeightPx('fact');
}

/** The same and, below it, all by which it can be proved, in the language of the interface. */
export function layOutCard(card: QuoteCard): CardLines {
	const words = layOutWords(card);
	let y = words.bottomPx + factsGapPx;
	const facts = cardFacts(card).flatMap(([label, value]) => {
		const fitted = linesFrom('fact', `${label}: ${value}`, y);
		y += fitted.length * lineHeightPx('fact');
		return fitted;
	});
	return { lines: [...words.lines, ...facts], bottomPx: y };
}

function linesFrom(kind: CardLineKind, text: string, topPx: number): CardLine[] {
	const widthPx = cardWidthPx - 2 * cardMarginPx;
	// Of the paragraph as a whole, since a line may begin with words in other letters. A reference is in its style's language.
	const isFromRight = kind === 'words' && isReadFromRight(text);
	// An address that is cut off would lead nowhere.
	const fitted = brokenLines(text, widthPx, cardTypePx[kind], mostLines);
	return fitted.map((line, at) => ({ kind, y: topPx + (at + 1) * lineHeightPx(kind), text: line, isFromRight }));
}

function lineHeightPx(kind: CardLineKind): number {
	return Math.round(cardTypePx[kind] * 1.5);
}
