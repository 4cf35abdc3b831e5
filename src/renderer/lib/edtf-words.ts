import type { EdtfNode } from 'edtf';
import edtf, { parse } from 'edtf';
import { activeLocale, type MessageKey, message } from '#shared/messages/messages.ts';
import { writtenDate } from './written-date.ts';

const unknownDay = 0b11000000;
const unknownMonth = 0b00110000;
const unknownCentury = 0b00001100;
const unknownDecade = 0b00001000;
const seasons: Readonly<Record<number, MessageKey>> = {
	21: 'date.spring',
	22: 'date.summer',
	23: 'date.autumn',
	24: 'date.winter',
};

/** A row of the library says its date three times, and many rows say the same. */
const words = new Map<string, string>();

/**
 * An EDTF date in words, with the precision it has and never more: `[2023-09-19..]` is "on or after 19 September 2023".
 * '' is "undated". What is no EDTF is given back as it stands.
 */
export function edtfWords(text: string): string {
	if (text === '') return message('date.undated');
	const key = `${activeLocale()} ${text}`;
	const known = words.get(key);
	if (known !== undefined) return known;
	const node = parsed(text);
	const found = node ? (nodeWords(node, text) ?? text) : text;
	words.set(key, found);
	return found;
}

export function isEdtf(text: string): boolean {
	return parsed(text) !== null;
}

/** Dates repeat, and lists of thousands ask for them whenever they are sorted. */
const starts = new Map<string, number | null>();

/** The first millisecond (since 1970, UTC) that the date may mean, for sorting; null when undated or open. */
export function edtfStart(text: string): number | null {
	const known = starts.get(text);
	if (known !== undefined) return known;
	const start = firstMillisecond(text);
	starts.set(text, start);
	return start;
}

function firstMillisecond(text: string): number | null {
	const node = parsed(text);
	if (!node) return null;
	const { min, max } = edtf(node);
	if (Number.isFinite(min)) return min;
	return Number.isFinite(max) ? max : null;
}

/** Words, order and facet ask for the same date one after another. */
const nodes = new Map<string, EdtfNode | null>();

function parsed(text: string): EdtfNode | null {
	const known = nodes.get(text);
	if (known !== undefined) return known;
	const node = parsedAnew(text);
	nodes.set(text, node);
	return node;
}

function parsedAnew(text: string): EdtfNode | null {
	try {
		return parse(text);
	} catch {
		// The parser tells "no EDTF" by throwing; that is an answer here, not a fault.
		return null;
	}
}

function nodeWords(node: EdtfNode, text: string): string | null {
	switch (node.type) {
		case 'Date':
		case 'Year':
			return qualified(node, dateWords(node));
		case 'Season':
			return qualified(node, seasonWords(node));
		case 'Interval':
			return intervalWords(node, text);
		case 'Set':
		case 'List':
			return severalWords(node, text);
		default:
			return null;
	}
}

function dateWords({ values, unspecified = 0, timeZone }: EdtfNode): string {
	const [year = 0, month, day, hour, minute] = values as number[];
	if ((unspecified & unknownCentury) === unknownCentury)
		return message('date.years', { from: String(year), to: String(year + 99) });
	if (unspecified & unknownDecade) return message('date.decade', { year: String(year) });
	if ((unspecified & unknownMonth) === unknownMonth)
		return message(unspecified & unknownDay ? 'date.month-and-day-unknown' : 'date.month-unknown', { year: `${year}` });
	if (month === undefined) return yearWords(year);
	const isWholeMonth = day === undefined || (unspecified & unknownDay) !== 0;
	const date = writtenDate(yearWords(year), month, isWholeMonth ? null : day);
	if (unspecified & unknownDay) return message('date.day-unknown', { month: date });
	if (hour === undefined) return date;
	const time = `${pad(hour)}:${pad(minute ?? 0)}`;
	return message('date.with-time', { date, time: timeZone ? `${time} (UTC${timeZone})` : time });
}

function yearWords(year: number): string {
	return year > 0 ? String(year) : message('date.before-christ', { year: String(1 - year) });
}

function seasonWords({ values }: EdtfNode): string {
	const [year = 0, season = 0] = values as number[];
	const key = seasons[season];
	return key ? message(key, { year: String(year) }) : `${year}-${season}`;
}

function qualified({ approximate, uncertain }: EdtfNode, date: string): string {
	const about = approximate === undefined || approximate === false || approximate === 0;
	const sure = uncertain === undefined || uncertain === false || uncertain === 0;
	if (about && sure) return date;
	if (!about && !sure) return message('date.approximate-and-uncertain', { date });
	if (!about) return message(approximate === true ? 'date.approximate' : 'date.partly-approximate', { date });
	return message(uncertain === true ? 'date.uncertain' : 'date.partly-uncertain', { date });
}

function intervalWords({ values }: EdtfNode, text: string): string | null {
	const [from, to] = values.map((value) => (value && typeof value === 'object' ? nodeWords(value, '') : null));
	if (from && to) return message('date.interval', { from, to });
	if (from) return message(text.endsWith('..') ? 'date.from' : 'date.from-end-unknown', { from });
	if (to) return message(text.startsWith('..') ? 'date.until' : 'date.start-unknown-to', { to });
	return null;
}

function severalWords({ type, values, earlier, later }: EdtfNode, text: string): string | null {
	const parts = values.flatMap((value) => {
		const part = value && typeof value === 'object' ? nodeWords(value, text) : null;
		return part ? [part] : [];
	});
	if (parts.length === 0) return null;
	const kind = type === 'Set' ? 'disjunction' : 'conjunction';
	const date = new Intl.ListFormat(activeLocale(), { type: kind }).format(parts);
	if (earlier) return message('date.on-or-before', { date });
	if (later) return message('date.on-or-after', { date });
	return date;
}

function pad(value: number): string {
	return String(value).padStart(2, '0');
}
