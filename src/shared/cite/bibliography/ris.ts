import {
	authorNames,
	type BibliographyEntry,
	callNumber,
	dateWords,
	jsonLine,
	plainDate,
	reportedNote,
} from './bibliography-entry.ts';

/** The nearest type of reference of RIS. */
const types: ReadonlyMap<string, string> = new Map(
	Object.entries({
		report: 'RPRT',
		agreement: 'LEGAL',
		decree: 'STAT',
		testimony: 'HEAR',
		'news-item': 'NEWS',
		letter: 'PCOMM',
		mail: 'PCOMM',
		image: 'ART',
		recording: 'SOUND',
	}),
);

/** Before the record as it is, in a note: what reads it back looks for this. */
export const risWholeMark = 'Lectern: ';

/** RIS in UTF-8: a tag a line, `TY` to `ER`. Values are of one line, as the format has no other. */
export function writeRis(entries: readonly BibliographyEntry[]): string {
	return entries.map(risRecord).join('\r\n');
}

function risRecord(entry: BibliographyEntry): string {
	const { id, item, description, languages, rights, tags, whole } = entry;
	const [year, month, day] = plainDate(item) ?? [];
	const lines: [tag: string, value: string][] = [
		['TY', types.get(item.kind) ?? 'UNPB'],
		['ID', id],
		['TI', item.title],
		...authorNames(item).map((name): [string, string] => ['AU', name]),
		['M3', item.kind],
		['PY', year === undefined ? '' : String(year)],
		// A date that is not certain goes into the free part of the field: year/month/day/other.
		[
			'DA',
			year === undefined
				? item.date === ''
					? ''
					: `///${dateWords(item).replaceAll('/', ' ')}`
				: `${year}/${two(month)}/${two(day)}/`,
		],
		['AV', item.location?.repository ?? ''],
		['CN', callNumber(entry)],
		['DB', item.archiveTitle],
		['DP', item.source],
		['UR', item.url],
		...languages.map((language): [string, string] => ['LA', language]),
		['AB', description],
		...tags.map((tag): [string, string] => ['KW', tag]),
		['C1', reportedNote(item)],
		['C2', rights],
	];
	const written = lines.map(([tag, value]) => [tag, value.replace(/\s+/gu, ' ').trim()] as const);
	return [
		...written.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value}`),
		`N1  - ${risWholeMark}${jsonLine(whole)}`,
		'ER  - ',
		'',
	].join('\r\n');
}

function two(part: number | undefined): string {
	return part === undefined ? '' : String(part).padStart(2, '0');
}
