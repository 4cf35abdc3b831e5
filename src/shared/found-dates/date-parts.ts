import { readEdtf } from '#shared/text/edtf/read-edtf.ts';

/** What is written of one date. */
export interface DateParts {
	year?: number;
	/** From 1. */
	month?: number;
	day?: number;
	/** From 0, spring. */
	season?: number;
	/** 19 is 1801 to 1900, which EDTF writes 18XX. */
	century?: number;
	/** 199 is the 1990s. */
	decade?: number;
}

/** What a range, a choice or a set is written with in EDTF. */
const joins = {
	interval: (one: string, other: string) => `${one}/${other}`,
	or: (one: string, other: string) => `[${one},${other}]`,
	and: (one: string, other: string) => `{${one},${other}}`,
};
export type Joint = keyof typeof joins;

const firstSeason = 21;

/** One date, or two that are joined; null where there is no such day, or a range ends before it begins. */
export function writeEdtf(first: DateParts, second: DateParts | null, joint: Joint, sign: string): string | null {
	const [one, other] = [edtfOf(first), second && edtfOf(second)];
	const edtf = other === null ? `${one}${sign}` : joins[joint](`${one}${sign}`, `${other}${sign}`);
	return readEdtf(edtf) ? edtf : null;
}

function edtfOf({ year, month, day, season, century, decade }: DateParts): string {
	if (century !== undefined) return `${String(century - 1).padStart(2, '0')}XX`;
	if (decade !== undefined) return `${decade}X`;
	const written = year === undefined ? 'XXXX' : String(year).padStart(4, '0');
	if (season !== undefined) return `${written}-${firstSeason + season}`;
	return [written, ...[month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]))].join(
		'-',
	);
}

/**
 * What one end of a range leaves to the other: `12–14 March 2010`, `2010, March 12–14`. A range that would end before it
 * begins began in the year before: `28 December to 3 January 2007`.
 */
export function completed(first: DateParts, second: DateParts): [DateParts, DateParts] {
	const one = { ...left(second, first), ...first };
	const other = { ...left(first, second), ...second };
	if (first.year === undefined && second.year !== undefined && isLater(one, other)) one.year = second.year - 1;
	return [one, other];
}

function left({ year, month }: DateParts, own: DateParts): DateParts {
	const isOwnMonth = own.month !== undefined || own.day === undefined;
	return {
		...(year === undefined || own.century !== undefined || own.decade !== undefined ? {} : { year }),
		...(month === undefined || isOwnMonth ? {} : { month }),
	};
}

function isLater(one: DateParts, other: DateParts): boolean {
	return one.month !== undefined && other.month !== undefined && one.month > other.month;
}
