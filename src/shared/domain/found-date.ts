import type { EditionId, RecordId } from './ids.ts';

/**
 * What of a date its words do not say: the year is that of the date before it in the text, or of the record's own date; the
 * century is that which is nearest to these; the day was converted from the Julian calendar, which is stated.
 */
export const dateInferences = ['year-before', 'year-of-record', 'century', 'julian'] as const;
export type DateInference = (typeof dateInferences)[number];

export interface DateReading {
	/** EDTF, of the Gregorian calendar; `XXXX` for a year that nothing tells. */
	edtf: string;
	/** Null where the words say all of it. */
	inference: DateInference | null;
}

/** Words of a text that say a date. */
export interface FoundDate {
	/** UTF-16 offsets in the text. */
	start: number;
	end: number;
	/** The likeliest first. Of more than one the words alone cannot tell which is meant. */
	readings: [DateReading, ...DateReading[]];
}

/** Which words of a passage are meant. */
export interface DatePlace {
	editionId: EditionId;
	ordinal: number;
	words: string;
	/**
	 * How many times the same words stand before them in the passage; in one of more than some ten thousand characters a
	 * larger number, which tells them apart as well.
	 */
	occurrence: number;
}

/** A date in the text of a record, with the words around it. */
export interface DateInText extends DatePlace, FoundDate {
	/** ¶ number; null where the passage has none. */
	number: number | null;
	/** BCP 47; 'und' when not known. */
	language: string;
	/** A part of the passage, from this UTF-16 offset in it. */
	context: string;
	contextStart: number;
}

/** Words that somebody said are no date, or none to use. */
export interface RejectedDate extends DatePlace {
	id: string;
	recordId: RecordId;
	/** ¶ number; null where the passage has none. */
	number: number | null;
}
