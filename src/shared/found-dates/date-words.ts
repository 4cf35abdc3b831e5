import { edtfWords } from '../dates/edtf-words.ts';
import type { DatePlace, DateReading } from '../domain/found-date.ts';
import { message } from '../messages/messages.ts';
import { yearOfDate } from './year-of-date.ts';

/** Tells one place from all others of a record. */
export function dateKey({ editionId, ordinal, words, occurrence }: DatePlace): string {
	return JSON.stringify([editionId, ordinal, occurrence, words]);
}

/** A reading in words: the date, and what of it is inferred. */
export function readingWords(reading: DateReading): string {
	const date = edtfWords(reading.edtf);
	const inferred = inferenceWords(reading);
	return inferred === '' ? date : message('found-dates.reading', { date, inferred });
}

/** What of a date is inferred and from what; '' where the words say all of it. */
export function inferenceWords({ edtf, inference }: DateReading): string {
	if (inference === null) return '';
	return message(`found-dates.inferred.${inference}`, { year: String(yearOfDate(edtf) ?? '') });
}
