import type { CivilDate } from '../text/edtf/civil-days.ts';
import type { Candidate } from './candidate.ts';
import type { CompiledRules } from './compile-rules.ts';
import { completed, type DateParts, type Joint } from './date-parts.ts';
import { besideLength, withDoubts } from './doubts.ts';
import { gregorianOf } from './julian.ts';
import { monthOf, seasonOf } from './word-marks.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** What the templates of a language find, each with the words that make it approximate or uncertain. */
export function datesOfTemplates(text: string, compiled: CompiledRules): Candidate[] {
	const found: Candidate[] = [];
	const marked = compiled.mark(text);
	for (const { expression, isDouble } of compiled.templates)
		for (const { 0: words, index, groups = {} } of marked.matchAll(expression)) {
			const first = partsOf(groups, '1', compiled);
			const second = partsOf(groups, '2', compiled);
			const read = first && (isDouble ? readDouble(first, second) : { first, second, joint: jointOf(groups) });
			if (!read || countsWhatFollows(text, index, words, compiled)) continue;
			const end = index + words.length;
			found.push(withDoubts({ ...read, start: index, end, sign: '' }, text, compiled));
		}
	return found;
}

/** Whether the number at the end is no day: `in May 20 people came`. */
function countsWhatFollows(text: string, start: number, words: string, { year }: CompiledRules): boolean {
	const end = start + words.length;
	return /\D\d{1,2}$/.test(words) && year.units.test(text.slice(end, end + besideLength));
}

function jointOf({ or, and }: Groups): Joint {
	if (or !== undefined) return 'or';
	return and === undefined ? 'interval' : 'and';
}

/** Null where nothing stands for this end. */
function partsOf(groups: Groups, end: '1' | '2', compiled: CompiledRules): DateParts | null {
	const { [`y${end}`]: year, [`m${end}`]: month, [`d${end}`]: day, [`s${end}`]: season } = groups;
	const { [`c${end}`]: century, [`t${end}`]: decade } = groups;
	const parts: DateParts = {
		...(year === undefined ? {} : { year: Number(year) }),
		...(month === undefined ? {} : { month: monthOf(month) }),
		...(day === undefined ? {} : { day: Number(day) }),
		...(season === undefined ? {} : { season: seasonOf(season) }),
		...(century === undefined ? {} : { century: centuryOf(century, compiled.rules.centuries) }),
		...(decade === undefined ? {} : { decade: Number(decade) }),
	};
	return Object.keys(parts).length > 0 ? parts : null;
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, І: 1, V: 5, X: 10, Х: 10 };

/** In digits, Roman ones too (which Russian texts write with Cyrillic letters), or in words. */
function centuryOf(written: string, words: readonly string[] = []): number {
	if (/^\d+$/.test(written)) return Number(written);
	const inWords = words.indexOf(written.toLowerCase());
	if (inWords >= 0) return inWords + 1;
	const digits = Array.from(written.toUpperCase(), (letter) => romanDigits[letter] ?? 0);
	return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

/**
 * The Gregorian day where the other is the same day of the Julian calendar, whichever is written first; a night where they
 * follow each other; else null.
 */
function readDouble(first: DateParts, second: DateParts | null): Pick<Candidate, 'first' | 'second' | 'joint'> | null {
	if (!second) return null;
	const [{ year, month, day }, other] = completed(first, second);
	if (year === undefined || month === undefined || day === undefined) return null;
	// The years are compared only where both are written: at the turn of a year the one left out may be another.
	const saysYears = first.year !== undefined && second.year !== undefined;
	if (isJulianOf({ year, month, day }, other, saysYears)) return { first: other, second: null, joint: 'interval' };
	// Where the Gregorian one is first, the year is its own: it is not that of a range which began in the year before.
	const written = { month, day, year: first.year ?? second.year ?? year };
	const { day: otherDay, month: otherMonth = month, year: otherYear = year } = second;
	if (otherDay !== undefined && isJulianOf({ year: otherYear, month: otherMonth, day: otherDay }, written, saysYears))
		return { first: written, second: null, joint: 'interval' };
	const isNextDay = year === other.year && month === other.month && day + 1 === other.day;
	return isNextDay ? { first, second, joint: 'interval' } : null;
}

function isJulianOf(julian: CivilDate, { year, month, day }: DateParts, saysYears: boolean): boolean {
	const gregorian = gregorianOf(julian);
	return gregorian.day === day && gregorian.month === month && (!saysYears || gregorian.year === year);
}
