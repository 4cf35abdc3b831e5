import type { DateInText } from '../domain/found-date.ts';
import { excerptAround } from '../text/excerpt.ts';
import type { DateContext } from './date-context.ts';
import { findDates } from './find-dates.ts';

/** A passage, or what of a long one lies between two UTF-16 offsets. */
export interface PassagePiece extends Pick<DateInText, 'editionId' | 'ordinal' | 'number' | 'language'> {
	/** Of the whole passage. */
	text: string;
	from: number;
	to: number;
}

/** The dates of a passage, each with the words around it, and the last year that is known after it. */
export function datesInPassage(
	{ text, from, to, ...place }: PassagePiece,
	context: DateContext,
): { dates: DateInText[]; year: number | null } {
	const piece = text.slice(from, to);
	const { dates, yearBefore } = findDates(piece, place.language, context);
	const countBefore = occurrenceCounter(piece);
	return {
		year: yearBefore,
		dates: dates.map(({ readings, ...span }) => {
			const [start, end] = [from + span.start, from + span.end];
			const words = text.slice(start, end);
			const { text: excerpt, start: contextStart } = excerptAround(text, start, end);
			// To count from the beginning of a long passage would take seconds: from that of the piece, which tells apart as well.
			return {
				...place,
				start,
				end,
				words,
				occurrence: from + countBefore(words, span.start),
				readings,
				context: excerpt,
				contextStart,
			};
		}),
	};
}

/** Counts the same words before a place, each part of the text once for the same words. */
function occurrenceCounter(text: string): (words: string, before: number) => number {
	const counted = new Map<string, { count: number; from: number }>();
	return (words, before) => {
		const known = counted.get(words) ?? { count: 0, from: 0 };
		for (let at = text.indexOf(words, known.from); at >= 0 && at < before; at = text.indexOf(words, known.from)) {
			known.count += 1;
			known.from = at + 1;
		}
		counted.set(words, known);
		return known.count;
	};
}
