import { risWholeMark } from '../cite/bibliography/ris.ts';
import type { NamedRow, NamedValues } from './named-values.ts';
import { type OwnHeadings, wholeRow } from './whole-row.ts';

/** Types of reference that say which kind of record it is. */
const kinds: ReadonlyMap<string, string> = new Map(
	Object.entries({
		RPRT: 'report',
		LEGAL: 'agreement',
		STAT: 'decree',
		HEAR: 'testimony',
		NEWS: 'news-item',
		PCOMM: 'letter',
		ART: 'image',
		SOUND: 'recording',
	}),
);

/** Tags of which only one goes into the table, the first that is there: they say the same. */
const sameTags: readonly (readonly string[])[] = [
	['TI', 'T1'],
	['AB', 'N2'],
	['DA', 'PY', 'Y1'],
];

/** Older tags by those that stand for them: a file put together from several databases has both, and is one table. */
const newerTags: readonly (readonly [older: string, newer: string])[] = [
	['T1', 'TI'],
	['N2', 'AB'],
	['Y1', 'DA'],
	['A1', 'AU'],
];

const headings: OwnHeadings = {
	...{ title: 'TI', kind: 'TY', creators: 'AU', created: 'DA', languages: 'LA' },
	...{ description: 'AB', source: 'DP', referenceCode: 'CN', tags: 'KW' },
};

/** The references of an RIS file: from `TY` to `ER`, a tag a line; a line without a tag goes on with the one before. */
export function risRows(text: string): NamedRow[] {
	const rows: Map<string, string[]>[] = [];
	let last: string[] | undefined;
	for (const line of text.split(/\r\n|\r|\n/)) {
		const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {2}-(?: ?(.*))?$/.exec(line) ?? [];
		if (tag === 'TY') rows.push(new Map());
		if (tag === undefined && last && last.length > 0 && line.trim() !== '')
			last[last.length - 1] = `${last.at(-1)} ${line.trim()}`;
		if (tag === undefined) continue;
		last = tag === 'ER' ? undefined : addTo(rows.at(-1), tag, risValue(tag, value.trim()));
	}
	return rows.map((row) => wholeRow(wholeIn(row), headings) ?? { values: withoutRepetition(withoutWhole(row)) });
}

function addTo(row: Map<string, string[]> | undefined, tag: string, value: string): string[] | undefined {
	if (!row || value === '') return undefined;
	const values = row.get(tag) ?? [];
	values.push(value);
	row.set(tag, values);
	return values;
}

function risValue(tag: string, value: string): string {
	if (tag === 'TY') return kinds.get(value) ?? '';
	if (tag === 'DA' || tag === 'Y1' || tag === 'PY') return dateOf(value);
	return value;
}

/** The record as Lectern wrote it into a note. */
function wholeIn(row: NamedValues): unknown {
	const written = row.get('N1')?.find((note) => note.startsWith(risWholeMark));
	try {
		return written === undefined ? null : JSON.parse(written.slice(risWholeMark.length));
	} catch {
		// Another program has cut or changed it: what the tags say stands.
		return null;
	}
}

function withoutWhole(row: Map<string, string[]>): Map<string, string[]> {
	const notes = row.get('N1')?.filter((note) => !note.startsWith(risWholeMark)) ?? [];
	if (notes.length > 0) row.set('N1', notes);
	else row.delete('N1');
	return row;
}

/** `year/month/day/other`, of which any part may be missing; the last is free text. */
function dateOf(value: string): string {
	const [year = '', month = '', day = '', ...other] = value.split('/');
	if (year === '') return other.join('/');
	return [year, month, day].filter((part) => part !== '').join('-');
}

/** Of tags that mean the same, the first; `M3` is the kind of a record where Lectern wrote it. */
function withoutRepetition(row: Map<string, string[]>): NamedValues {
	for (const tags of sameTags) for (const tag of tags.filter((each) => row.has(each)).slice(1)) row.delete(tag);
	for (const [older, newer] of newerTags) {
		const values = row.get(older);
		if (values) row.set(newer, [...new Set([...values, ...(row.get(newer) ?? [])])]);
		row.delete(older);
	}
	const kind = row.get('M3');
	if (kind && /^[a-z-]+$/.test(kind[0] ?? '')) {
		row.set('TY', kind);
		row.delete('M3');
	}
	row.delete('ID');
	return row;
}
