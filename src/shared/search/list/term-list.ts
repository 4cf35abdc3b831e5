import { parseCsv } from './csv.ts';

/** More are not taken: a list is for names that somebody gathered. */
export const mostTerms = 5000;

/** The names or terms of a file, each once, in its order. */
export interface TermList {
	terms: string[];
	/** What stands above the first column; null where nothing does. */
	heading: string | null;
	/** Different terms beyond the first `mostTerms`. */
	leftOut: number;
}

/** What people write above a column of names. */
const headings = new Set(
	[
		...['name', 'names', 'full name', 'surname', 'last name', 'term', 'terms', 'word', 'words', 'query', 'keyword'],
		...['имя', 'имена', 'фио', 'фамилия', 'название', 'слово', 'термин', 'անուն', 'անունը', 'ազգանուն', 'բառ'],
		...['ad', 'adı', 'ad soyad', 'soyad', 'söz', 'isim', 'soyadı', 'kelime', 'nom', 'noms', 'mot', 'terme'],
		...['სახელი', 'გვარი'],
	].map((word) => word.toLowerCase()),
);

/**
 * Reads a list of terms: the first column of a CSV, with whatever delimiter and quotes it has, or the lines of a plain
 * text. A first row that reads as a heading is none of the terms, unless `hasHeading` says otherwise.
 */
export function readTerms(text: string, format: 'csv' | 'lines', hasHeading?: boolean): TermList {
	const rows = format === 'lines' ? text.split(/\r\n|[\n\r]/).map((line) => [line]) : parseCsv(text);
	const [first = [], ...others] = rows;
	const isHeading = hasHeading ?? (others.length > 0 && readsAsHeading(first, others));
	const terms = new Set((isHeading ? others : rows).map(([cell = '']) => cell.trim()).filter((term) => term !== ''));
	const all = [...terms];
	return {
		terms: all.slice(0, mostTerms),
		heading: isHeading ? (first[0]?.trim() ?? '') : null,
		leftOut: Math.max(0, all.length - mostTerms),
	};
}

/** A name's file that is not CSV is taken line by line: a comma in it is part of a name. */
export function formatOf(fileName: string): 'csv' | 'lines' {
	return /[.](csv|tsv)$/i.test(fileName) ? 'csv' : 'lines';
}

/** A word that people use for it, or a row of words above a column of numbers. */
function readsAsHeading(first: readonly string[], others: readonly (readonly string[])[]): boolean {
	if (headings.has((first[0] ?? '').trim().toLowerCase())) return true;
	return first.some((cell, at) => at > 0 && !isNumber(cell) && others.every((row) => isNumber(row[at] ?? '')));
}

function isNumber(cell: string): boolean {
	return /^\s*[-+]?\d[\d\s.,:/-]*$/.test(cell);
}
