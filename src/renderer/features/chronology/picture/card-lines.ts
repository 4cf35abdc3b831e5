import type { EventContext } from '#shared/chronology/event-context.ts';
import { noteWords, whenWords } from '#shared/chronology/event-words.ts';
import { brokenLines, fittedLines } from '#shared/chronology/fitted-text.ts';
import { sizes } from '#shared/chronology/layout.ts';
import type { PlacedEvent } from '#shared/chronology/placed-events.ts';

export interface CardLine {
	kind: 'when' | 'words' | 'notes';
	text: string;
	/** Its base line, in pixels from the top of its event. */
	y: number;
}

/** Cards that stand beside each other do not touch. */
export const cardPx = sizes.cardPx - 4;
const wordsPx = cardPx - 8;

const kinds = {
	when: { sizePx: 11, linePx: 14 },
	words: { sizePx: 12.5, linePx: 15 },
	notes: { sizePx: 11, linePx: 14 },
};
/** What a row of the picture has room for. */
const mostInRow = { when: 1, words: 2, notes: 1 };
const mostInWhole = { when: 6, words: 20, notes: 6 };

/** The words under an event: when, what, and what is said of that. @param isWhole with nothing cut off, however many lines it takes */
export function cardLines(placed: PlacedEvent, context: EventContext, isWhole: boolean): CardLine[] {
	const most = isWhole ? mostInWhole : mostInRow;
	const texts = { when: whenWords(placed, context), words: placed.event.title, notes: noteWords(placed) };
	const linesOf = isWhole ? brokenLines : fittedLines;
	let y = sizes.bandPx + 11;
	return (['when', 'words', 'notes'] as const).flatMap((kind) => {
		if (texts[kind] === '') return [];
		const { sizePx, linePx } = kinds[kind];
		return linesOf(texts[kind], wordsPx, sizePx, most[kind]).map((text) => {
			const line = { kind, text, y };
			y += linePx;
			return line;
		});
	});
}

/** Below the last line of a card. */
const underPx = 9;

/** How far below the top of its event a card ends that has all of its words. */
export function wholeCardPx(placed: PlacedEvent, context: EventContext): number {
	return Math.max(sizes.rowPx - 7, (cardLines(placed, context, true).at(-1)?.y ?? 0) + underPx);
}
