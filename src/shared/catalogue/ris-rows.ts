import { risWholeMark } from '../cite/bibliography/ris.ts';
import type { NamedValues } from './named-values.ts';

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

/** The references of an RIS file: from `TY` to `ER`, a tag a line; a line without a tag goes on with the one before. */
export function risRows(text: string): NamedValues[] {
	const rows: Map<string, string[]>[] = [];
	let last: string[] | undefined;
	for (const line of text.split(/\r\n|\r|\n/)) {
		const [, tag, value = ''] = /^([A-Z][A-Z0-9]) {2}-(?: (.*))?$/.exec(line) ?? [];
		if (tag === 'TY') rows.push(new Map());
		if (tag === undefined && last && last.length > 0 && line.trim() !== '')
			last[last.length - 1] = `${last.at(-1)} ${line.trim()}`;
		if (tag === undefined) continue;
		last = tag === 'ER' ? undefined : addTo(rows.at(-1), tag, risValue(tag, value.trim()));
	}
	return rows.map(withoutRepetition);
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
	return tag === 'N1' && value.startsWith(risWholeMark) ? '' : value;
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
	const kind = row.get('M3');
	if (kind && /^[a-z-]+$/.test(kind[0] ?? '')) {
		row.set('TY', kind);
		row.delete('M3');
	}
	row.delete('ID');
	return row;
}
