import type { NamedValues } from './named-values.ts';

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
export type OwnHeadings = Readonly<Record<(typeof ownHeadings)[number], string>>;

const otherFields = ['rights', 'knownFrom', 'level', 'extent', 'accessConditions'] as const;

/**
 * The row of a record that is in the file whole, as Lectern wrote it, beside what other programs read: there each field
 * stands once, and all of it. Null for anything else.
 */
export function wholeRow(whole: unknown, headings: OwnHeadings): NamedValues | null {
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
	return row;
}

function datesOf(dates: unknown): [type: string, edtf: string][] {
	if (!Array.isArray(dates)) return [];
	return dates.filter(isObject).map(({ type, edtf }) => [textOf(type), textOf(edtf)]);
}

/** A list of texts, or of things that have one of this name. */
function listOf(values: unknown, name?: string): string[] {
	if (!Array.isArray(values)) return [];
	return values.map((value) => textOf(name !== undefined && isObject(value) ? value[name] : value));
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
