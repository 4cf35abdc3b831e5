import type { DateParts, Joint } from './date-parts.ts';

/** Words that are written as a date, before it is known what they leave to be inferred. */
export interface Candidate {
	/** UTF-16 offsets in the text. */
	start: number;
	end: number;
	first: DateParts;
	second: DateParts | null;
	joint: Joint;
	/** EDTF's `~`, `?` or `%`; '' where nothing is doubted. */
	sign: string;
	/** Where day and month may change places. */
	isAmbiguous?: true;
	/** The last two digits alone of a year. */
	isShortYear?: true;
	/** It was stated that the day is one of the Julian calendar. */
	isJulian?: true;
}
