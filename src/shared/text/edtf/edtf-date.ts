import { dayNumber, daysInMonth } from './civil-days.ts';

/** How much of a date a qualifier is about. */
export type Qualified = 'no' | 'in-part' | 'whole';

/** One date as it is written, and the days that it may mean. */
export interface EdtfDate {
	/** Digits, X for those that are not given; of a year with more or less than four digits, `Y` and the number. */
	year: string;
	/** Two digits or X; from 21 on a season or another part of the year; '' where the date has none. */
	month: string;
	day: string;
	/** `hh:mm` with the seconds and zone that are given; '' without a time. */
	time: string;
	/** `?` or `%`. */
	uncertain: Qualified;
	/** `~` or `%`. */
	approximate: Qualified;
	/** The first moment that may be meant, in days since 1970; a time of day is a fraction. */
	from: number;
	/** The moment after the last that may be meant. */
	to: number;
}

const form =
	/^([?~%]?)(-?[\dX]{4}(?:S[1-9]\d{0,2})?|Y-?[1-9]\d{4,12}(?:S[1-9]\d{0,2})?|Y-?[1-9]\d{0,8}E[1-9]\d?(?:S[1-9]\d{0,2})?)([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?$/;
const withTime = /^([^T]+)T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}(?::\d{2})?)?$/;

/** Beyond this, days are no whole numbers any more. */
const farthestYear = 10 ** 12;
const secondsPerDay = 86_400;

type PartOfYear = readonly [firstMonth: number, monthCount: number];
const [spring, summer, autumn, winter]: readonly [PartOfYear, PartOfYear, PartOfYear, PartOfYear] = [
	[3, 3],
	[6, 3],
	[9, 3],
	[12, 3],
];
const equalParts = (count: number) =>
	Array.from({ length: count }, (_, part): PartOfYear => [1 + (part * 12) / count, 12 / count]);

/**
 * The parts of a year from 21 on (ISO 8601-2, 4.8): seasons that do not say of which hemisphere, taken as the north has
 * them; those of the north and of the south; quarters, four months each, halves. Months run on past 12.
 */
const partsOfYear: readonly PartOfYear[] = [
	...[spring, summer, autumn, winter],
	...[spring, summer, autumn, winter],
	...[autumn, winter, spring, summer],
	...[...equalParts(4), ...equalParts(3), ...equalParts(2)],
];
const firstPartOfYear = 21;

/** Reads one date of EDTF (ISO 8601-2:2019, levels 0 to 2), without or with a time of day; null when it is none. */
export function readDate(text: string): EdtfDate | null {
	const timed = withTime.exec(text);
	return timed ? timedDate(timed) : plainDate(text);
}

function plainDate(text: string): EdtfDate | null {
	const found = form.exec(text);
	if (!found) return null;
	const [, yearBefore = '', year = '', yearAfter = '', monthBefore = '', month = '', monthAfter = ''] = found;
	const [dayBefore = '', day = '', dayAfter = ''] = found.slice(7);
	if (year === '-0000' || (month !== '' && (year.startsWith('Y') || year.includes('S')))) return null;
	const span = spanOf(year, month, day);
	if (!span) return null;
	const last = day === '' ? (month === '' ? yearAfter : monthAfter) : dayAfter;
	const all = yearBefore + yearAfter + monthBefore + monthAfter + dayBefore + dayAfter;
	const qualified = (signs: RegExp): Qualified => (signs.test(last) ? 'whole' : signs.test(all) ? 'in-part' : 'no');
	return { year, month, day, time: '', uncertain: qualified(/[?%]/), approximate: qualified(/[~%]/), ...span };
}

function timedDate([, date = '', hour = '', minute = '', second, fraction = '', zone = '']: RegExpExecArray) {
	const day = plainDate(date);
	if (!/^-?\d{4}-\d{2}-\d{2}$/.test(date) || !day) return null;
	const offset = zoneMinutes(zone);
	if (offset === null || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
	const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number((second ?? '0') + fraction) - offset * 60;
	const from = day.from + seconds / secondsPerDay;
	const to = from + (second === undefined ? 60 : 1) / secondsPerDay;
	const time = `${hour}:${minute}${second === undefined ? '' : `:${second}${fraction}`}${zone}`;
	return { ...day, time, from, to };
}

function zoneMinutes(zone: string): number | null {
	if (zone === '' || zone === 'Z') return 0;
	const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
	if (hours > 14 || minutes > 59) return null;
	return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

type Span = Pick<EdtfDate, 'from' | 'to'>;

function spanOf(year: string, month: string, day: string): Span | null {
	const years = yearsOf(year);
	if (!years) return null;
	const [first, last] = years;
	if (month === '') return { from: dayNumber(first, 1, 1), to: dayNumber(last + 1, 1, 1) };
	const part = partsOfYear[Number(month) - firstPartOfYear];
	if (part) return day === '' && first === last ? partSpan(first, part) : null;
	const months = fitting(month, 1, 12);
	if (months.length === 0) return null;
	if (day === '') return { from: dayNumber(first, months[0] ?? 1, 1), to: monthAfter(last, months.at(-1) ?? 12) };
	return daySpan(years, months, day);
}

function partSpan(year: number, [first, count]: readonly [number, number]): Span {
	return { from: dayNumber(year, first, 1), to: monthAfter(year, first + count - 1) };
}

/** The day after the month ends; months run on into the next year. */
function monthAfter(year: number, month: number): number {
	return month >= 12 ? dayNumber(year + 1, month - 11, 1) : dayNumber(year, month + 1, 1);
}

/** From the first to the last day that is there: only a leap year may have the one that is meant. */
function daySpan([first, last]: [number, number], months: readonly number[], day: string): Span | null {
	const farthest = Math.min(last - first, 8);
	for (let step = 0; step <= farthest; step++) {
		const from = firstDay(first + step, months, day, false);
		if (from === null) continue;
		for (let back = 0; back <= farthest; back++) {
			const to = firstDay(last - back, months.toReversed(), day, true);
			if (to !== null) return { from, to: to + 1 };
		}
	}
	return null;
}

function firstDay(year: number, months: readonly number[], day: string, isLast: boolean): number | null {
	for (const month of months) {
		const days = fitting(day, 1, daysInMonth(year, month));
		const found = isLast ? days.at(-1) : days[0];
		if (found !== undefined) return dayNumber(year, month, found);
	}
	return null;
}

/** What two digits may mean, X being any, within the bounds. */
function fitting(digits: string, least: number, most: number): number[] {
	if (!digits.includes('X')) {
		const number = Number(digits);
		return number >= least && number <= most ? [number] : [];
	}
	const pattern = new RegExp(`^${digits.replaceAll('X', '\\d')}$`);
	const found: number[] = [];
	for (let number = least; number <= most; number++)
		if (pattern.test(String(number).padStart(2, '0'))) found.push(number);
	return found;
}

function yearsOf(text: string): [first: number, last: number] | null {
	const [digits = '', significant] = text.split('S');
	const ends = [digits.replaceAll('X', '0'), digits.replaceAll('X', '9')].map((end) => Number(end.replace('Y', '')));
	let [first, last] = [Math.min(...ends), Math.max(...ends)];
	if (significant !== undefined) {
		if (first !== last) return null;
		const size = 10 ** Math.max(0, String(Math.abs(first)).length - Number(significant));
		const least = Math.floor(Math.abs(first) / size) * size;
		[first, last] = first < 0 ? [-(least + size - 1), -least] : [least, least + size - 1];
	}
	return Math.abs(first) <= farthestYear && Math.abs(last) <= farthestYear ? [first, last] : null;
}
