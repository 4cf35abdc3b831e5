import { type EdtfDate, readDate } from './edtf-date.ts';

/** An end of an interval: `..` is open (it goes on), '' is not known. */
export type IntervalEnd = EdtfDate | 'open' | 'unknown';

export type Edtf =
	| { type: 'date'; date: EdtfDate }
	/** What lasts from the one to the other. */
	| { type: 'interval'; start: IntervalEnd; end: IntervalEnd }
	/** One of these (`[…]`), or all of them (`{…}`). */
	| { type: 'one-of' | 'all-of'; members: EdtfMember[] };

/** A date of a set, or every day from the one to the other; null at the end that is left open. */
export interface EdtfMember {
	first: EdtfDate | null;
	last: EdtfDate | null;
}

const longest = 400;

/**
 * Reads an Extended Date/Time Format string (ISO 8601-2:2019, levels 0 to 2); null when it is none. Written for this
 * project: the package `edtf` takes half a millisecond a date, so that ten thousand would keep a window waiting for
 * seconds, and lets intervals pass that end before they begin.
 */
export function readEdtf(text: string): Edtf | null {
	if (text.length > longest) return null;
	if (/^\[.*\]$|^\{.*\}$/.test(text)) return readSet(text);
	if (text.includes('/')) return readInterval(text);
	const date = readDate(text);
	return date && { type: 'date', date };
}

function readInterval(text: string): Edtf | null {
	const [from = '', to = '', ...others] = text.split('/');
	if (others.length > 0 || (from === '' && to === '')) return null;
	const [start, end] = [readEnd(from), readEnd(to)];
	if (!start || !end || (isDate(start) && isDate(end) && isReversed(start, end))) return null;
	return { type: 'interval', start, end };
}

function readEnd(text: string): IntervalEnd | null {
	if (text === '') return 'unknown';
	if (text === '..') return 'open';
	const date = readDate(text);
	// The grammar has no times of day and no years of more than four digits here.
	return date && date.time === '' && !date.year.startsWith('Y') ? date : null;
}

/** An end with digits that are not given may be as late as they allow; any other is where it begins. */
function isReversed(start: EdtfDate, end: EdtfDate): boolean {
	const isOpenDigit = `${end.year}${end.month}${end.day}`.includes('X');
	return isOpenDigit ? end.to <= start.from : end.from < start.from;
}

function readSet(text: string): Edtf | null {
	const parts = text.slice(1, -1).split(',');
	const members: EdtfMember[] = [];
	for (const [at, part] of parts.entries()) {
		const member = readMember(part, at === 0, at === parts.length - 1);
		if (!member) return null;
		members.push(member);
	}
	return { type: text.startsWith('[') ? 'one-of' : 'all-of', members };
}

function readMember(text: string, isFirst: boolean, isLast: boolean): EdtfMember | null {
	const [from = '', to, ...others] = text.split('..');
	if (others.length > 0) return null;
	const [first, last] = [readEnd(from), readEnd(to ?? from)];
	if (from === '' && to === '') return null;
	if (from === '') return isFirst && isDate(last) ? { first: null, last } : null;
	if (!isDate(first)) return null;
	if (to === '') return isLast ? { first, last: null } : null;
	return isDate(last) && !isReversed(first, last) ? { first, last } : null;
}

export function isDate(end: IntervalEnd | null): end is EdtfDate {
	return typeof end === 'object' && end !== null;
}
