import { type Creator, dateTypes } from '../domain/record.ts';
import type { NamedRow, RowDetails } from './named-values.ts';

/** The fields of a record that Lectern wrote into a file whole, and that a format has headings of its own for. */
const ownHeadings = [
	'title',
	'kind',
	'creators',
	'created',
	'languages',
	'description',
	'source',
	'referenceCode',
	'tags',
] as const;
type Json = Readonly<Record<string, unknown>>;
export type OwnHeadings = Readonly<Record<(typeof ownHeadings)[number], string>>;

const otherFields = ['rights', 'knownFrom', 'level', 'extent', 'accessConditions'] as const;

/**
 * The row of a record that is in the file whole, as Lectern wrote it, beside what other programs read: there each field
 * stands once, and all of it. Null for anything else.
 */
export function wholeRow(whole: unknown, headings: OwnHeadings): NamedRow | null {
	if (!isObject(whole) || typeof whole.title !== 'string' || typeof whole.kind !== 'string') return null;
	const row = new Map<string, readonly string[]>();
	const put = (heading: string, values: readonly string[]) => {
		const said = values.filter((value) => value.trim() !== '');
		if (said.length > 0) row.set(heading, said);
	};
	put(headings.kind, [whole.kind]);
	put(headings.title, [whole.title]);
	put(headings.creators, listOf(whole.creators, 'name'));
	for (const [type, edtf] of datesOf(whole.dates)) {
		const heading = type === 'created' ? headings.created : type;
		put(heading, [...(row.get(heading) ?? []), edtf]);
	}
	for (const name of ['languages', 'tags'] as const) put(headings[name], listOf(whole[name]));
	for (const name of ['description', 'source', 'referenceCode'] as const) put(headings[name], [textOf(whole[name])]);
	for (const name of otherFields) put(name, [textOf(whole[name])]);
	return { values: row, details: detailsOf(whole) };
}

function datesOf(dates: unknown): [type: string, edtf: string][] {
	return objectsIn(dates).map(({ type, edtf }) => [textOf(type), textOf(edtf)]);
}

function detailsOf({ creators, dates }: Json): RowDetails {
	return {
		creators: objectsIn(creators).flatMap(({ name, role, certainty }) =>
			isCertainty(certainty) ? [{ name: textOf(name).trim(), role: textOf(role), certainty }] : [],
		),
		dates: objectsIn(dates).flatMap(({ type, edtf, inferred }) => {
			const known = dateTypes.find((each) => each === type);
			return known ? [{ type: known, edtf: textOf(edtf), inferred: textOf(inferred) }] : [];
		}),
	};
}

function isCertainty(value: unknown): value is Creator['certainty'] {
	return value === 'stated' || value === 'attributed' || value === 'inferred';
}

function objectsIn(values: unknown): Json[] {
	return Array.isArray(values) ? values.filter(isObject) : [];
}

/** A list of texts, or of things that have one of this name. */
function listOf(values: unknown, name?: string): string[] {
	if (!Array.isArray(values)) return [];
	return values.map((value) => textOf(name !== undefined && isObject(value) ? value[name] : value));
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
