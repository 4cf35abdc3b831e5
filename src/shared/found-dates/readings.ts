import type { DateInference, DateReading } from '../domain/found-date.ts';
import type { Candidate } from './candidate.ts';
import type { DateContext } from './date-context.ts';
import { completed, type DateParts, writeEdtf } from './date-parts.ts';
import { gregorianOf } from './julian.ts';

interface ReadingContext extends DateContext {
	/** Of the last date before in the same passage. */
	yearInText: number | null;
}

type Readings = [DateReading, ...DateReading[]];
/** A whole date that may be meant. */
interface Meaning {
	first: DateParts;
	second: DateParts | null;
	inference: DateInference | null;
}

/** All that a candidate may mean, the likeliest first; null where no such day exists. */
export function readingsOf(candidate: Candidate, context: ReadingContext): Readings | null {
	const readings: DateReading[] = [];
	for (const { first, second, inference } of meaningsOf(candidate, context)) {
		const edtf = writeEdtf(first, second, candidate.joint, candidate.sign);
		if (edtf !== null && !readings.some((reading) => reading.edtf === edtf)) readings.push({ edtf, inference });
	}
	const [likeliest, ...others] = readings;
	return likeliest ? [likeliest, ...others] : null;
}

function meaningsOf(candidate: Candidate, context: ReadingContext): Meaning[] {
	return ordersOf(candidate).flatMap((ordered) => {
		if (candidate.isShortYear) return inCenturies(ordered, context);
		if (candidate.isJulian) return inGregorian(ordered);
		const [first, second] = ordered.second ? completed(ordered.first, ordered.second) : [ordered.first, null];
		const meant = { first, second, inference: null };
		return isYearMissing(first) ? inYears(ordered, context) : [meant];
	});
}

/** Day before month, and where it cannot be told month before day as well. */
function ordersOf({ first, second, isAmbiguous }: Candidate): Meaning[] {
	const meant = { first, second, inference: null };
	if (!isAmbiguous) return [meant];
	return [{ ...meant, first: swapped(first), second: second && swapped(second) }, meant];
}

function swapped({ year, month, day }: DateParts): DateParts {
	return {
		...(year === undefined ? {} : { year }),
		...(day === undefined ? {} : { month: day }),
		...(month === undefined ? {} : { day: month }),
	};
}

function isYearMissing({ year, century, decade }: DateParts): boolean {
	return year === undefined && century === undefined && decade === undefined;
}

/** The year that was said last: in the same passage, else before it or with the record, which may be two. */
function inYears(meant: Meaning, { yearInText, yearBefore, yearOfRecord }: ReadingContext): Meaning[] {
	const inYear = (year: number | null, inference: DateInference | null): Meaning[] => {
		const stated = year === null ? {} : { year };
		const last = meant.second ?? meant.first;
		const [first, second] = meant.second
			? completed(meant.first, { ...last, ...stated })
			: [{ ...last, ...stated }, null];
		return [{ first, second, inference }];
	};
	if (yearInText !== null) return inYear(yearInText, 'year-before');
	const found = [
		...(yearBefore === null ? [] : inYear(yearBefore, 'year-before')),
		...(yearOfRecord === null ? [] : inYear(yearOfRecord, 'year-of-record')),
	];
	return found.length > 0 ? found : inYear(null, null);
}

/** Two digits of a year stand for that which is nearest to a year that is known; without one for this century's or the last's. */
function inCenturies({ first, second }: Meaning, { yearInText, yearBefore, yearOfRecord }: ReadingContext): Meaning[] {
	const known = yearInText ?? yearBefore ?? yearOfRecord;
	const centuries = known === null ? [2000, 1900] : [nearestCentury(first.year ?? 0, known)];
	return centuries.map((century) => ({
		first: { ...first, year: century + (first.year ?? 0) },
		second,
		inference: 'century',
	}));
}

function nearestCentury(short: number, known: number): number {
	return Math.round((known - short) / 100) * 100;
}

function inGregorian({ first: { year, month, day } }: Meaning): Meaning[] {
	if (year === undefined || month === undefined || day === undefined) return [];
	return [{ first: { ...gregorianOf({ year, month, day }) }, second: null, inference: 'julian' }];
}
