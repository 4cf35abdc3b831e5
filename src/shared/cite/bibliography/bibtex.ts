import type { CitedItem } from '../cited-item.ts';
import {
	authorNames,
	type BibliographyEntry,
	callNumber,
	dateWords,
	jsonLine,
	reportedNote,
} from './bibliography-entry.ts';

/** The nearest type of biblatex. */
const types: ReadonlyMap<string, string> = new Map(
	Object.entries({
		report: 'report',
		decree: 'legislation',
		agreement: 'legal',
		letter: 'letter',
		mail: 'letter',
		image: 'image',
		recording: 'audio',
	}),
);

const escapes: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\{',
	'}': '\\}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'#': '\\#',
	$: '\\$',
	'%': '\\%',
	'&': '\\&',
	_: '\\_',
};

/**
 * BibTeX in UTF-8, in the fields of biblatex: `library` carries repository and reference code, `date` is EDTF as far as biber reads it (levels 0 and 1);
 * any other date, and one that is inferred, stands in words in `year`, which styles then print as it is.
 * The field `lectern`, which no style reads, keeps the whole record as JSON.
 */
export function writeBibtex(entries: readonly BibliographyEntry[]): string {
	return entries.map(entry).join('\n');
}

function entry(of: BibliographyEntry): string {
	const { id, item, description, languages, rights, tags, whole } = of;
	const fields: [name: string, value: string][] = [
		['title', braced(item.title)],
		// Braces keep a name whole: nobody can tell from the outside which part of it is the family's.
		['author', authorNames(item).map(braced).join(' and ')],
		isReadByBiber(item) ? ['date', item.date] : ['year', escaped(dateWords(item))],
		['type', escaped(item.kind)],
		['library', escaped(placeOf(of))],
		['howpublished', escaped(item.source)],
		['organization', escaped(item.archiveTitle)],
		['url', item.url.replace(/[{}\\]/g, encodeURIComponent)],
		['langid', escaped(languages[0] ?? '')],
		['abstract', escaped(description)],
		['keywords', escaped(tags.join(', '))],
		['note', escaped(reportedNote(item))],
		['rights', escaped(rights)],
		['lectern', jsonInBraces(whole)],
	];
	const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `\t${name} = {${value}},\n`);
	return `@${types.get(item.kind) ?? 'unpublished'}{lectern-${id},\n${lines.join('')}}\n`;
}

/** A date, its day's time too, about a date, one of which digits are not known, or from one to another; its signs are biber's, so TeX's escapes would spoil them. */
function isReadByBiber({ date, isDateInferred }: CitedItem): boolean {
	const part = String.raw`-(?:\d{2}|XX)`;
	const time = String.raw`T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})?`;
	const one = String.raw`\d{2}(?:\d{2}|\dX|XX)(?:${part}(?:${part}(?:${time})?)?)?[~?%]?`;
	return !isDateInferred && new RegExp(`^${one}(?:/(?:${one}|\\.\\.)?)?$|^(?:\\.\\.)?/${one}$`).test(date);
}

function placeOf(of: BibliographyEntry): string {
	return [of.item.location?.repository ?? '', callNumber(of)].filter((part) => part !== '').join(', ');
}

function escaped(text: string): string {
	return text
		.replace(/\s+/gu, ' ')
		.trim()
		.replace(/[\\{}~^#$%&_]/g, (sign) => escapes[sign] ?? '');
}

/** Braces around the whole keep its capitals. */
function braced(text: string): string {
	return text.trim() === '' ? '' : `{${escaped(text)}}`;
}

/** JSON whose braces pair, as the format asks: those within strings are written by their code. */
function jsonInBraces(value: object): string {
	return jsonLine(value).replace(/"(?:[^"\\]|\\.)*"/g, (text) =>
		text.replaceAll('{', '\\u007b').replaceAll('}', '\\u007d'),
	);
}
