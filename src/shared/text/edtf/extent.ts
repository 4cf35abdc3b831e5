import type { EdtfDate } from './edtf-date.ts';
import { type Edtf, type EdtfMember, type IntervalEnd, isDate } from './read-edtf.ts';

/** How a stretch of time ends: where the date says; nowhere, since it goes on; or at a time that is not known. */
export type Edge = 'known' | 'open' | 'unknown';

/** A stretch of time in days since 1970; ±Infinity where an edge is not `known`. */
export interface Stretch {
	from: number;
	to: number;
}

export interface ExtentPart extends Stretch {
	/** `within`: something happened some time in the stretch. `throughout`: it lasted from one end to the other. */
	meaning: 'within' | 'throughout';
	start: Edge;
	end: Edge;
	/** Of what lasted, the part that it surely covers: from the end of its first month to the start of its last; else null. */
	sure: Stretch | null;
}

/** The time that a date takes up on an axis, as it is: with its precision, its open ends, its choices and its doubts. */
export interface Extent {
	parts: ExtentPart[];
	/** Whether one of the parts is meant, or all of them. */
	choice: 'one-of' | 'all-of';
	isUncertain: boolean;
	isApproximate: boolean;
}

/** Never narrower than what the date says, and never wider. */
export function extentOf(edtf: Edtf): Extent {
	switch (edtf.type) {
		case 'date':
			return extent('all-of', [within(edtf.date)], [edtf.date]);
		case 'interval':
			return extent('all-of', [throughout(edtf.start, edtf.end)], [edtf.start, edtf.end].filter(isDate));
		case 'one-of':
		case 'all-of':
			return extent(edtf.type, edtf.members.map(ofMember), edtf.members.flatMap(datesOf));
	}
}

/** From the first to the last moment that is meant. */
export function outerStretch({ parts }: Pick<Extent, 'parts'>): Stretch {
	return {
		from: Math.min(...parts.map(({ from }) => from)),
		to: Math.max(...parts.map(({ to }) => to)),
	};
}

function extent(choice: Extent['choice'], parts: ExtentPart[], dates: readonly EdtfDate[]): Extent {
	return {
		parts,
		choice,
		isUncertain: dates.some(({ uncertain }) => uncertain !== 'no'),
		// A season that does not say of which hemisphere is no more than about that time.
		isApproximate: dates.some((date) => date.approximate !== 'no' || isSeason(date) || date.year.includes('S')),
	};
}

function isSeason({ month }: EdtfDate): boolean {
	return Number(month) >= 21 && Number(month) <= 24;
}

function within({ from, to }: EdtfDate): ExtentPart {
	return { from, to, meaning: 'within', start: 'known', end: 'known', sure: null };
}

function throughout(start: IntervalEnd, end: IntervalEnd): ExtentPart {
	return {
		from: isDate(start) ? start.from : -Infinity,
		to: isDate(end) ? end.to : Infinity,
		meaning: 'throughout',
		start: isDate(start) ? 'known' : start,
		end: isDate(end) ? 'known' : end,
		sure: sureStretch(start, end),
	};
}

/** What begins in a month and ends in another surely lasted between them; a day counts whole. */
function sureStretch(start: IntervalEnd, end: IntervalEnd): Stretch | null {
	if (start === 'unknown' || end === 'unknown') return null;
	const from = !isDate(start) ? -Infinity : isDay(start) ? start.from : start.to;
	const to = !isDate(end) ? Infinity : isDay(end) ? end.to : end.from;
	return from < to ? { from, to } : null;
}

function isDay({ from, to }: EdtfDate): boolean {
	return to - from <= 1;
}

function ofMember({ first, last }: EdtfMember): ExtentPart {
	return {
		from: first?.from ?? -Infinity,
		to: last?.to ?? Infinity,
		meaning: 'within',
		start: first ? 'known' : 'open',
		end: last ? 'known' : 'open',
		sure: null,
	};
}

function datesOf({ first, last }: EdtfMember): EdtfDate[] {
	return [...(first ? [first] : []), ...(last && last !== first ? [last] : [])];
}
