/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';

const guessedFrom = 10;

/** The rows of a CSV, whatever its delimiter, quotes and line ends; empty lines are none. */
export function parseCsv(text: string): string[][] {
	return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
}

export interface CountedRows {
	/** Empty lines too, so that they can be counted. */
	rows: string[][];
	/** How many lines of the file stand before them: one where a spreadsheet wrote its delimiter (`sep=;`). */
	linesBefore: number;
	/** Index of the first row into which others have run, since a quotation mark is open in it; null where all is well. */
	openQuoteRow: number | null;
}

/** The same, for a table whose rows are accounted for. */
export function parseCountedCsv(text: string): CountedRows {
	const [line = '', stated] = /^sep=(.)\r?\n/.exec(text) ?? [];
	const table = text.slice(line.length);
	// Of an empty line the parser takes it that no delimiter parts the lines.
	const delimiter =
		stated ?? Papa.parse<string[]>(table, { skipEmptyLines: true, preview: guessedFrom }).meta.delimiter;
	const { data, errors } = Papa.parse<string[]>(table, { delimiter });
	const open = errors.find(({ code, row }) => {
		const hasRunOn = data[row ?? -1]?.some((cell) => /[\r\n]/.test(cell)) ?? false;
		// A mark within a cell that is not doubled is read as it is meant, unless the cell goes on beyond its line.
		return code === 'MissingQuotes' || (code === 'InvalidQuotes' && hasRunOn);
	});
	return { rows: data, linesBefore: line === '' ? 0 : 1, openQuoteRow: open ? (open.row ?? 0) : null };
}

/** As RFC 4180 has it. A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
	return `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}
