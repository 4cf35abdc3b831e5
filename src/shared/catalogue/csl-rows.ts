import { AppError } from '../domain/app-error.ts';
import { message } from '../messages/messages.ts';
import type { NamedRow, NamedValues } from './named-values.ts';
import { type OwnHeadings, wholeRow } from './whole-row.ts';

/** Types of CSL that say which kind of record it is. */
const kinds: ReadonlyMap<string, string> = new Map(
	Object.entries({
		report: 'report',
		treaty: 'agreement',
		legislation: 'decree',
		speech: 'statement',
		interview: 'testimony',
		'article-newspaper': 'news-item',
		personal_communication: 'letter',
		graphic: 'image',
		song: 'recording',
		motion_picture: 'recording',
	}),
);

const datesOfCsl = new Set(['issued', 'accessed', 'original-date', 'submitted', 'event-date', 'available-date']);
/** What is for programs, or stands in the table by another name. */
const leftOut = new Set(['id', 'custom', 'type', 'genre', 'citation-key']);

const headings: OwnHeadings = {
	...{ title: 'title', kind: 'type', creators: 'author', created: 'issued', languages: 'language' },
	...{ description: 'abstract', source: 'source', referenceCode: 'archive_location', tags: 'keyword' },
};

type Json = Readonly<Record<string, unknown>>;

/** The items of CSL-JSON 1.0.2, a list of them or one. Throws invalid-input for what is no such file. */
export function cslRows(text: string): NamedRow[] {
	const items = parsed(text);
	const rows = Array.isArray(items) ? items : [items];
	if (!rows.some(isObject)) return [];
	// What is no item is a row all the same, of which the report says that it has no title.
	return rows.map((item) =>
		isObject(item) ? (wholeRow(wholeIn(item), headings) ?? { values: rowOf(item) }) : { values: new Map() },
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new AppError('invalid-input', { reason: message('catalogue.reason.json') });
	}
}

function wholeIn({ custom }: Json): unknown {
	return isObject(custom) ? custom.lectern : null;
}

function rowOf(item: Json): NamedValues {
	const { type, genre } = item;
	// The genre is the kind of a record where Lectern wrote it.
	const kind = typeof genre === 'string' && /^[a-z-]+$/.test(genre) ? genre : (kinds.get(String(type)) ?? '');
	const row = new Map<string, readonly string[]>(kind === '' ? [] : [['type', [kind]]]);
	for (const [name, value] of Object.entries(item)) {
		const values = leftOut.has(name) ? [] : valuesOf(name, value).filter((each) => each !== '');
		if (values.length > 0) row.set(name, values);
	}
	return row;
}

function valuesOf(name: string, value: unknown): string[] {
	if (datesOfCsl.has(name)) return [dateOf(value)];
	if (Array.isArray(value)) return value.map((each) => (isObject(each) ? nameOf(each) : plain(each)));
	return isObject(value) ? [] : [plain(value)];
}

function nameOf({ literal, given, family, suffix, ...particles }: Json): string {
	const { 'dropping-particle': dropping, 'non-dropping-particle': particle } = particles;
	return plain(literal) || [given, dropping, particle, family, suffix].map(plain).filter(Boolean).join(' ');
}

/** One day, month, season or year, or two as an interval, and whether it is about then; else the words that stand for it. */
function dateOf(value: unknown): string {
	if (!isObject(value)) return plain(value);
	const { 'date-parts': parts, literal, raw, season, circa } = value;
	if (!Array.isArray(parts)) return plain(literal) || plain(raw);
	const days = parts.filter(Array.isArray).map(dayOf).filter(Boolean);
	const inSeason = days.length === 1 ? days.map((day) => `${day}${seasonOf(plain(season))}`) : days;
	return inSeason.map((day) => `${day}${isTold(circa) ? '~' : ''}`).join('/');
}

/** As EDTF has it; a season in words makes of it a date in words, which is kept as such. */
function seasonOf(season: string): string {
	if (season === '') return '';
	return /^[1-4]$/.test(season) ? `-2${season}` : ` ${season}`;
}

/** In CSL a number or a word says yes as well. */
function isTold(value: unknown): boolean {
	return value !== undefined && value !== null && !['', '0', 'false'].includes(String(value));
}

function dayOf(parts: readonly unknown[]): string {
	const [year, ...rest] = parts.map(Number);
	if (!Number.isInteger(year)) return '';
	return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-');
}

function plain(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
