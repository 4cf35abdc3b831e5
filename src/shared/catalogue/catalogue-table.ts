import { AppError } from '../domain/app-error.ts';
import { message } from '../messages/messages.ts';
import { parseCountedCsv } from '../search/list/csv.ts';
import { type ColumnUse, useOfHeading } from './column-use.ts';
import { cslRows } from './csl-rows.ts';
import type { NamedRow, RowDetails } from './named-values.ts';
import { risRows } from './ris-rows.ts';

export type CatalogueFormat = 'csv' | 'ris' | 'csl-json';

/** A catalogue as rows and columns, whatever its format. */
export interface CatalogueTable {
	format: CatalogueFormat;
	headings: string[];
	/** What each column is taken for, until a person says otherwise. */
	uses: ColumnUse[];
	/** As wide as the headings. */
	rows: string[][];
	/** Which each of them is: of CSV as a spreadsheet counts, the headings and empty rows too; else which entry, from 1. */
	rowNumbers: number[];
	/** Of each row, what its cells have no room for. */
	details?: (RowDetails | undefined)[];
}

/** More rows are a database; they can be brought in in parts. */
export const mostRows = 20_000;
/** UTF-16 units within which the first reference of an RIS file begins: databases write who they are before it. */
const headLength = 4000;
const valueSeparator = '; ';

/**
 * Reads a catalogue in CSV (its first row the headings), RIS or CSL-JSON: which of them, its content tells. Throws
 * invalid-input with a reason for one that is damaged, empty or too long.
 */
export function readCatalogue(text: string): CatalogueTable {
	const start = text.replace(/^\ufeff/, '');
	const table = /^\s*[[{]/.test(start)
		? fromNamed('csl-json', cslRows(start))
		: /^TY {2}-/m.test(start.slice(0, headLength))
			? fromNamed('ris', risRows(start))
			: fromCsv(start);
	if (table.rows.length === 0) throw new AppError('invalid-input', { reason: message('catalogue.reason.no-rows') });
	if (table.rows.length > mostRows)
		throw new AppError('invalid-input', { reason: message('catalogue.reason.rows', { most: mostRows }) });
	return table;
}

function fromCsv(text: string): CatalogueTable {
	const { rows, linesBefore, openQuoteRow } = parseCountedCsv(text);
	if (openQuoteRow !== null) {
		const row = openQuoteRow + linesBefore + 1;
		throw new AppError('invalid-input', { reason: message('catalogue.reason.open-quote', { row }) });
	}
	const [first, ...rest] = rows
		.map((cells, at) => ({ cells, number: at + linesBefore + 1 }))
		.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	const width = rest.reduce((widest, { cells }) => Math.max(widest, cells.length), first?.cells.length ?? 0);
	const headings = Array.from({ length: width }, (_, at) => (first?.cells[at] ?? '').trim() || `${at + 1}`);
	return {
		...{ format: 'csv', headings, uses: usesOf(headings) },
		rows: rest.map(({ cells }) => headings.map((_, at) => (cells[at] ?? '').trim())),
		rowNumbers: rest.map(({ number }) => number),
	};
}

function fromNamed(format: CatalogueFormat, named: readonly NamedRow[]): CatalogueTable {
	const headings = [...new Set(named.flatMap(({ values }) => [...values.keys()]))];
	const rows = named.map(({ values }) => headings.map((heading) => (values.get(heading) ?? []).join(valueSeparator)));
	return {
		...{ format, headings, uses: usesOf(headings), rows, rowNumbers: rows.map((_, at) => at + 1) },
		details: named.map(({ details }) => details),
	};
}

/** A field is filled from one column, dates and notes aside: of two that could be it, the first is. */
function usesOf(headings: readonly string[]): ColumnUse[] {
	const taken = new Set<ColumnUse>();
	return headings.map((heading) => {
		const use = useOfHeading(heading);
		if (use === 'note' || use === 'none') return use;
		if (taken.has(use)) return 'note';
		taken.add(use);
		return use;
	});
}
