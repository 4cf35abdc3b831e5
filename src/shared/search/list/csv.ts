/// <reference path="./papaparse.d.ts" />
import Papa from 'papaparse';

const guessedFrom = 10;

/** The rows of a CSV, whatever its delimiter, quotes and line ends; empty lines are none, unless they are to be counted. */
export function parseCsv(text: string, { hasEmptyLines = false } = {}): string[][] {
	if (!hasEmptyLines) return Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
	// Of an empty line the parser takes it that no delimiter parts the lines.
	const { delimiter } = Papa.parse<string[]>(text, { skipEmptyLines: true, preview: guessedFrom }).meta;
	return Papa.parse<string[]>(text, { delimiter }).data;
}

/** As RFC 4180 has it. A cell that a spreadsheet would take for a formula begins with an apostrophe instead. */
export function formatCsv(rows: readonly (readonly (string | number)[])[]): string {
	return `${Papa.unparse(rows, { escapeFormulae: true })}\r\n`;
}
