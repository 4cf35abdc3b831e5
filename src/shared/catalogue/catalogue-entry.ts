import type { CatalogueEntry } from '../domain/catalogue.ts';
import { type DescriptionLevel, descriptionLevels } from '../domain/description.ts';
import type { Sha256 } from '../domain/ids.ts';
import type { Creator, RecordDate } from '../domain/record.ts';
import { readEdtf } from '../text/edtf/read-edtf.ts';
import type { CatalogueTable } from './catalogue-table.ts';
import type { CatalogueField, ColumnUse } from './column-use.ts';
import type { RowDetails } from './named-values.ts';

/** What a record's title and other lines may have; the rest of a longer value goes into the description. */
const longestLine = 4000;
const longestText = 1_000_000;
const longestKind = 100;
/** Between several names or dates in one cell; neither holds it. */
const valueSeparator = ';';

/** What a value is taken for: null where it cannot be that, and so stays a note. */
type ReadValue = (value: string) => Partial<Omit<CatalogueEntry, 'row'>> | null;

const isLine = (value: string) => value.length <= longestLine;

const readers: Readonly<Record<CatalogueField, ReadValue>> = {
	title: (value) => (isLine(value) ? { fields: { title: value } } : null),
	kind: (value) => (value.length <= longestKind ? { fields: { kind: value } } : null),
	creators: (value) => ({ fields: { creators: creatorsOf(value) } }),
	created: (value) => datesOf('created', value),
	published: (value) => datesOf('published', value),
	languages: (value) => languagesOf(value),
	description: (value) => ({ fields: { description: value } }),
	rights: (value) => ({ fields: { rights: value } }),
	source: (value) => ({ fields: { source: value } }),
	knownFrom: (value) => ({ fields: { knownFrom: value } }),
	referenceCode: (value) => (isLine(value) ? { description: { referenceCode: value } } : null),
	level: (value) =>
		isLevel(value.toLowerCase()) ? { description: { level: value.toLowerCase() as DescriptionLevel } } : null,
	extent: (value) => (isLine(value) ? { description: { extent: value } } : null),
	custodialHistory: (value) => ({ description: { custodialHistory: value } }),
	accessConditions: (value) => ({ description: { accessConditions: value } }),
	sha256: (value) => (/^[0-9a-f]{64}$/i.test(value) ? { sha256: value.toLowerCase() as Sha256 } : null),
};

/**
 * What the rows say, each column taken for what `uses` has it. A value that cannot be that (a date in words that are no
 * date) is not lost: it goes into the description under its heading, as a column that is a note does.
 */
export function catalogueEntries(table: CatalogueTable, uses: readonly ColumnUse[]): CatalogueEntry[] {
	const { headings, rows, rowNumbers, details } = table;
	return rows.map((values, at) => withDetails(entryOf(values, rowNumbers[at] ?? 0, headings, uses), details?.[at]));
}

/** Of the names and dates that the cells gave, all that is known: else what is inferred would come home as stated. */
function withDetails(entry: CatalogueEntry, details: RowDetails | undefined): CatalogueEntry {
	if (!details) return entry;
	const { creators, dates } = entry.fields;
	if (creators) entry.fields.creators = inTurn(creators, details.creators, ({ name }) => name);
	if (dates) entry.fields.dates = inTurn(dates, details.dates, ({ type, edtf }) => `${type} ${edtf}`);
	return entry;
}

/** Each value as it is known in full; one that stands there twice is each of the two, in their order. */
function inTurn<T>(values: readonly T[], known: readonly T[], keyOf: (value: T) => string): T[] {
	const left = [...known];
	return values.map((value) => {
		const at = left.findIndex((each) => keyOf(each) === keyOf(value));
		return at < 0 ? value : (left.splice(at, 1)[0] ?? value);
	});
}

function entryOf(
	values: readonly string[],
	row: number,
	headings: readonly string[],
	uses: readonly ColumnUse[],
): CatalogueEntry {
	const entry: CatalogueEntry = { row, fields: {}, description: {} };
	const notes: string[] = [];
	values.forEach((value, column) => {
		const use = uses[column] ?? 'note';
		if (value === '' || use === 'none') return;
		const read = use === 'note' ? null : readers[use](value.slice(0, longestText));
		if (read) take(entry, read);
		else notes.push(`${headings[column]}: ${value}`);
		if (!read && use !== 'note')
			entry.unread = [...(entry.unread ?? []), (headings[column] ?? '').slice(0, longestLine)];
	});
	const description = [entry.fields.description ?? '', ...notes].filter((part) => part !== '').join('\n');
	if (description !== '') entry.fields.description = description.slice(0, longestText);
	return entry;
}

function take(entry: CatalogueEntry, { fields, description, sha256 }: Partial<CatalogueEntry>): void {
	const dates = [...(entry.fields.dates ?? []), ...(fields?.dates ?? [])];
	Object.assign(entry.fields, fields, dates.length > 0 && { dates });
	Object.assign(entry.description, description);
	if (sha256) entry.sha256 = sha256;
}

function creatorsOf(value: string): Creator[] {
	return value
		.split(valueSeparator)
		.map((name) => name.trim().slice(0, longestLine))
		.filter((name) => name !== '')
		.map((name) => ({ name, role: '', certainty: 'stated' }));
}

/** One date or several; null where any part is none, since half of what is said would be lost. */
function datesOf(type: RecordDate['type'], value: string): Partial<CatalogueEntry> | null {
	const dates: RecordDate[] = [];
	for (const part of value.split(valueSeparator)) {
		const edtf = edtfOf(part.trim());
		if (edtf === null) return null;
		dates.push({ type, edtf, inferred: '' });
	}
	return { fields: { dates } };
}

/** EDTF, or a day as people of the region write it (04.03.2021); null for all else. */
function edtfOf(value: string): string | null {
	const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(value) ?? [];
	const written = year ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : value;
	return readEdtf(written) ? written : null;
}

function languagesOf(value: string): Partial<CatalogueEntry> | null {
	const languages = value.split(/[;,\s]+/).filter((tag) => tag !== '');
	const areTags = languages.every((tag) => /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag) && tag.length <= 35);
	return areTags && languages.length > 0 ? { fields: { languages } } : null;
}

function isLevel(value: string): value is DescriptionLevel {
	return value !== '' && (descriptionLevels as readonly string[]).includes(value);
}
