import { activeLocale, type MessageKey, message } from '#shared/messages/messages.ts';
import { wordList } from '#shared/messages/word-list.ts';
import type { EdtfDate, Qualified } from '#shared/text/edtf/edtf-date.ts';
import { type Edtf, type IntervalEnd, isDate, readEdtf } from '#shared/text/edtf/read-edtf.ts';
import { writtenDate } from './written-date.ts';

const seasons: Readonly<Record<string, MessageKey>> = {
	21: 'date.spring',
	22: 'date.summer',
	23: 'date.autumn',
	24: 'date.winter',
};

/** A row of the library says its date three times, and many rows say the same. */
const words = new Map<string, string>();
const mostWords = 20_000;

/**
 * An EDTF date in words, with the precision it has and never more: `[2023-09-19..]` is "on or after 19 September 2023".
 * '' is "undated". What is no EDTF, or has no words for what it says, is given back as it stands.
 */
export function edtfWords(text: string): string {
	if (text === '') return message('date.undated');
	const key = `${activeLocale()} ${text}`;
	const known = words.get(key);
	if (known !== undefined) return known;
	const edtf = readEdtf(text);
	const found = (edtf && wordsOf(edtf)) ?? text;
	if (words.size < mostWords) words.set(key, found);
	return found;
}

function wordsOf(edtf: Edtf): string | null {
	switch (edtf.type) {
		case 'date':
			return qualifiedWords(edtf.date);
		case 'interval':
			return intervalWords(edtf.start, edtf.end);
		case 'one-of':
		case 'all-of':
			return severalWords(edtf);
	}
}

function intervalWords(start: IntervalEnd, end: IntervalEnd): string | null {
	const [from, to] = [start, end].map((each) => (isDate(each) ? qualifiedWords(each) : null));
	if (from && to) return message('date.interval', { from, to });
	if (from) return message(end === 'open' ? 'date.from' : 'date.from-end-unknown', { from });
	if (to) return message(start === 'open' ? 'date.until' : 'date.start-unknown-to', { to });
	return null;
}

function severalWords({ type, members }: Extract<Edtf, { type: 'one-of' | 'all-of' }>): string | null {
	const parts = members.map(({ first, last }) => {
		const [from, to] = [first && qualifiedWords(first), last && qualifiedWords(last)];
		if (!from || !to) return from ?? to;
		return first === last || from === to ? from : message('date.interval', { from, to });
	});
	const known = parts.filter((part) => part !== null);
	if (known.length === 0 || known.length < parts.length) return null;
	const kind = type === 'one-of' ? 'disjunction' : 'conjunction';
	const date = wordList(known, kind);
	if (members[0]?.first === null) return message('date.on-or-before', { date });
	if (members.at(-1)?.last === null) return message('date.on-or-after', { date });
	return date;
}

function qualifiedWords(date: EdtfDate): string | null {
	const plain = dateWords(date);
	if (plain === null) return null;
	const { approximate, uncertain } = date;
	if (approximate === 'no' && uncertain === 'no') return plain;
	if (approximate !== 'no' && uncertain !== 'no') return message('date.approximate-and-uncertain', { date: plain });
	return message(doubtKey(approximate, uncertain), { date: plain });
}

function doubtKey(approximate: Qualified, uncertain: Qualified) {
	if (approximate !== 'no') return approximate === 'whole' ? 'date.approximate' : 'date.partly-approximate';
	return uncertain === 'whole' ? 'date.uncertain' : 'date.partly-uncertain';
}

function dateWords({ year, month, day, time }: EdtfDate): string | null {
	if (month === '') return yearWords(year);
	if (year.includes('X') || year.startsWith('Y')) return null;
	const written = yearWords(year) ?? year;
	const season = seasons[month];
	if (season) return message(season, { year: written });
	if (Number(month) > 12) return `${year}-${month}`;
	if (month === 'XX') {
		if (day === '') return message('date.month-unknown', { year: written });
		return day === 'XX' ? message('date.month-and-day-unknown', { year: written }) : null;
	}
	if (month.includes('X') || (day !== 'XX' && day.includes('X'))) return null;
	const date = writtenDate(written, Number(month) - 1, day === '' || day === 'XX' ? null : Number(day));
	if (day === 'XX') return message('date.day-unknown', { month: date });
	return time === '' ? date : message('date.with-time', { date, time: timeWords(time) });
}

function yearWords(year: string): string | null {
	if (/^-?\d\dXX$/.test(year)) {
		const ends = [year.replace('XX', '00'), year.replace('XX', '99')].map(Number).sort((a, b) => a - b);
		return message('date.years', { from: String(ends[0]), to: String(ends[1]) });
	}
	if (/^\d{3}X$/.test(year)) return message('date.decade', { year: String(Number(year.replace('X', '0'))) });
	if (!/^Y?-?\d+$/.test(year)) return null;
	const number = Number(year.replace('Y', ''));
	return number > 0 ? String(number) : message('date.before-christ', { year: String(1 - number) });
}

/** Hours and minutes, and the zone where the source gives one. */
function timeWords(time: string): string {
	const [clock = '', zone] = [time.slice(0, 5), /(?:Z|[+-]\d\d(?::\d\d)?)$/.exec(time)?.[0]];
	if (zone === undefined) return clock;
	return `${clock} (UTC${zone === 'Z' ? '+00:00' : zone})`;
}
