import type { FoundDate } from '../domain/found-date.ts';
import type { Candidate } from './candidate.ts';
import type { DateContext } from './date-context.ts';
import { datesInNumbers } from './dates-in-numbers.ts';
import { datesOfTemplates } from './dates-of-templates.ts';
import { lonelyYears } from './lonely-years.ts';
import { readingsOf } from './readings.ts';
import { rulesFor } from './rules-for.ts';

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
	let yearInText: number | null = null;
	for (const candidate of withoutOverlaps(candidatesIn(text, language))) {
		const readings = readingsOf(candidate, { ...context, yearBefore, yearInText });
		if (!readings) continue;
		dates.push({ start: candidate.start, end: candidate.end, readings });
		const year = candidate.second?.year ?? candidate.first.year;
		if (year === undefined) continue;
		yearBefore = year;
		yearInText = year;
	}
	return { dates, yearBefore };
}

function candidatesIn(text: string, language: string): Candidate[] {
	const rules = rulesFor(language, text);
	return [
		...rules.flatMap((each) => datesOfTemplates(text, each)),
		...rules.flatMap((each) => lonelyYears(text, each)),
		...datesInNumbers(text, language),
	];
}

/** The first, and of those that begin at one place the longest. */
function withoutOverlaps(candidates: Candidate[]): Candidate[] {
	candidates.sort((one, other) => one.start - other.start || other.end - one.end);
	let end = 0;
	return candidates.filter((candidate) => {
		if (candidate.start < end) return false;
		end = candidate.end;
		return true;
	});
}
