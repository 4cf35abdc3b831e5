import type { DateInference, DateReading } from '../domain/found-date.ts';
import type { Candidate } from './candidate.ts';
import type { DateContext } from './date-context.ts';
import { completed, type DateParts, writeEdtf } from './date-parts.ts';
import { gregorianOf } from './julian.ts';

/** Years that were said before in the same passage; null where none was. */
export interface YearsInText {
	/** With a month. */
	full: number | null;
	/** Without one: `until 2025`. */
	alone: number | null;
}

interface ReadingContext extends DateContext {
	inText: YearsInText;
}

type Readings = [DateReading, ...DateReading[]];
/** A whole date that may be meant. */
interface Meaning {
	first: DateParts;
	second: DateParts | null;
	inference: DateInference | null;
}

/** All that a candidate may mean, the likeliest first; null where no such day exists. */
export function readingsOf(candidate: Candidate, known: DateContext, inText: YearsInText): Readings | null {
	const context = { ...known, inText };
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

/**
 * The year of the last full date in the same passage. Without one all that it may be: that of the last full date before,
 * that which the passage says alone, that of the record.
 */
function inYears(meant: Meaning, { inText, yearBefore, yearOfRecord }: ReadingContext): Meaning[] {
	if (inText.full !== null) return [inYear(meant, inText.full, 'year-before')];
	const meanings: Meaning[] = [];
	if (yearBefore !== null) meanings.push(inYear(meant, yearBefore, 'year-before'));
	if (inText.alone !== null) meanings.push(inYear(meant, inText.alone, 'year-before'));
	if (yearOfRecord !== null) meanings.push(inYear(meant, yearOfRecord, 'year-of-record'));
	return meanings.length > 0 ? meanings : [inYear(meant, null, null)];
}

function inYear({ first, second }: Meaning, year: number | null, inference: DateInference | null): Meaning {
	const stated = year === null ? {} : { year };
	const [one, other] = second ? completed(first, { ...second, ...stated }) : [{ ...first, ...stated }, null];
	return { first: one, second: other, inference };
}

/** Two digits of a year stand for that which is nearest to a year that is known; without one for this century's or the last's. */
function inCenturies({ first, second }: Meaning, { inText, yearBefore, yearOfRecord }: ReadingContext): Meaning[] {
	const known = inText.full ?? inText.alone ?? yearBefore ?? yearOfRecord;
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
