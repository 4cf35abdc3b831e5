import type { CitedItem } from '../cited-item.ts';
import {
	authorNames,
	type BibliographyEntry,
	callNumber,
	dateWords,
	plainDate,
	reportedNote,
} from './bibliography-entry.ts';

/** The nearest type of CSL 1.0.2. */
const types: ReadonlyMap<string, string> = new Map(
	Object.entries({
		report: 'report',
		agreement: 'treaty',
		decree: 'legislation',
		statement: 'speech',
		testimony: 'interview',
		'news-item': 'article-newspaper',
		letter: 'personal_communication',
		mail: 'personal_communication',
		image: 'graphic',
		recording: 'song',
	}),
);

/**
 * CSL-JSON (schema 1.0.2): `archive` and `archive_location` carry repository and reference code, `custom.lectern` the record
 * as it is, so that nothing is lost where CSL has no variable.
 */
export function writeCslJson(entries: readonly BibliographyEntry[]): string {
	return `${JSON.stringify(entries.map(cslItem), null, '\t')}\n`;
}

function cslItem(entry: BibliographyEntry): object {
	const { id, item, description, languages, rights, tags, extent, whole } = entry;
	return withoutEmpty({
		id: `urn:uuid:${id}`,
		type: types.get(item.kind) ?? 'document',
		title: item.title,
		genre: item.kind,
		author: authorNames(item).map((literal) => ({ literal })),
		issued: cslDate(item),
		archive: item.location?.repository ?? '',
		archive_location: callNumber(entry),
		source: item.source || item.archiveTitle,
		dimensions: extent,
		URL: item.url,
		language: languages[0] ?? '',
		abstract: description,
		keyword: tags.join(', '),
		note: [reportedNote(item), rights].filter(Boolean).join('\n'),
		custom: { lectern: whole },
	});
}

/** A date that is not certain to the digit goes in words: processors show them, none takes them for a day. */
function cslDate(item: CitedItem): object | '' {
	if (item.date === '') return '';
	const parts = plainDate(item);
	return parts ? { 'date-parts': [parts] } : { literal: dateWords(item) };
}

function withoutEmpty(fields: Record<string, unknown>): object {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
	);
}
