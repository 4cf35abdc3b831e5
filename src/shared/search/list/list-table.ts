import { formatCsv } from './csv.ts';
import type { TermHits } from './search-list.ts';

/** What stands above each column. */
export type ListHeadings = Readonly<Record<(typeof columns)[number], string>>;

const columns = ['term', 'hits', 'records', 'how', 'record', 'date', 'hitsInRecord', 'recordId'] as const;

/**
 * The table of hits as CSV: a row for each record of a term, and one for a term without any.
 *
 * @param howName what a kind of match is called
 */
export function listTable(
	rows: readonly TermHits[],
	headings: ListHeadings,
	howName: (how: NonNullable<TermHits['how']>) => string,
): string {
	const cells = rows.flatMap(({ term, hits, records, how }) => {
		const first = [term, hits, records.length, how ? howName(how) : ''];
		if (records.length === 0) return [[...first, '', '', '', '']];
		return records.map((record) => [...first, record.title, record.dateEdtf, record.hits, record.id]);
	});
	return formatCsv([columns.map((column) => headings[column]), ...cells]);
}
