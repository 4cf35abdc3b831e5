import type { DateReading, FoundDate } from '../domain/found-date.ts';
import type { Candidate } from './candidate.ts';
import type { DateContext } from './date-context.ts';
import { datesInNumbers } from './dates-in-numbers.ts';
import { datesOfTemplates } from './dates-of-templates.ts';
import { lonelyYears } from './lonely-years.ts';
import { readingsOf, type YearsInText } from './readings.ts';
import { neighbouringRules, rulesFor } from './rules-for.ts';
import { yearOfDate } from './year-of-date.ts';

/** The dates of a text, in order and none on another, and the year that the last of them leaves to what follows. */
export interface FoundDates {
	dates: FoundDate[];
	yearBefore: number | null;
}

/**
 * Finds what is written as a date. What may be something else as well (a number after *page*, a year that counts things)
 * is left out: each is offered to a person, who finds a missing one in the text more easily than a wrong one in a list.
 *
 * @param language BCP 47; where there are no rules for it, or the text has another script too, the scripts tell
 */
export function findDates(text: string, language: string, context: DateContext): FoundDates {
	let { yearBefore } = context;
	const dates: FoundDate[] = [];
	const inText: YearsInText = { full: null, alone: null };
	let end = 0;
	for (const candidate of candidatesIn(text, language)) {
		if (candidate.start < end) continue;
		// Also where it turns out to be no day: of `31 February 2020` nothing is left to be February.
		end = candidate.end;
		const readings = readingsOf(candidate, { ...context, yearBefore }, inText);
		if (!readings) continue;
		dates.push({ start: candidate.start, end: candidate.end, readings });
		const year = statedYear(candidate, readings[0]);
		if (year === null) continue;
		if (hasMonth(candidate)) {
			yearBefore = year;
			inText.full = year;
		} else inText.alone = year;
	}
	return { dates, yearBefore };
}

/** The year that the words of a date leave to dates after it; null where they say none. */
function statedYear({ first, second, isShortYear }: Candidate, { edtf }: DateReading): number | null {
	return (isShortYear ? yearOfDate(edtf) : (second?.year ?? first.year)) ?? null;
}

function hasMonth({ first, second }: Candidate): boolean {
	return first.month !== undefined || second?.month !== undefined;
}

/** Only what names a month and its year, so that no word of one language is a date of another. */
function datesOfNeighbours(text: string, language: string): Candidate[] {
	return (
		neighbouringRules(language, text)
			// Most passages have no month of any other language: to ask that takes a tenth of the time.
			.filter(({ mark }) => mark(text) !== text)
			.flatMap((each) => datesOfTemplates(text, each))
			.filter((candidate) => hasMonth(candidate) && (candidate.second ?? candidate.first).year !== undefined)
	);
}

/** In order; of those that begin at one place the longest first. */
function candidatesIn(text: string, language: string): Candidate[] {
	const rules = rulesFor(language, text);
	const own = [
		...rules.flatMap((each) => datesOfTemplates(text, each)),
		...rules.flatMap((each) => lonelyYears(text, each)),
		...datesInNumbers(text, language),
	];
	const found = own.length > 0 ? own : datesOfNeighbours(text, language);
	return found.sort((one, other) => one.start - other.start || other.end - one.end);
}
