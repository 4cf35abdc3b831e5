import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileError } from '#archive/db/file-error.ts';
import { message } from '#shared/messages/messages.ts';
import { listTable } from '#shared/search/list/list-table.ts';
import { searchList, type TermHits } from '#shared/search/list/search-list.ts';
import { tableHeadings } from '#shared/search/list/table-headings.ts';
import { formatOf, mostTerms, readTerms } from '#shared/search/list/term-list.ts';
import type { Output } from '../output.ts';
import { buildIndex } from '../search-index.ts';
import type { Session } from '../session.ts';

/** Searches for every term of a file and writes the table of hits: CSV, or with `--json` a line for each term. */
export async function searchListFile(
	session: Session,
	{ file, isClose }: { file: string; isClose: boolean },
	output: Output,
): Promise<number> {
	const fileName = basename(file);
	const bytes = await readFile(file).catch((error: unknown) => {
		throw fileError(file, error);
	});
	const { decodeText } = await import('#archive/importers/encoding.ts');
	const list = readTerms(decodeText(bytes, { fileName }).text, formatOf(fileName));
	const index = await buildIndex(session);
	const rows: TermHits[] = [];
	await searchList(index.find, list.terms, {
		isClose,
		isCancelled: () => false,
		pause: nextTurn,
		now: () => performance.now(),
		onRows(some) {
			for (const row of some) output.json(row);
			rows.push(...some);
		},
	});
	output.raw(listTable(rows, tableHeadings(), (how) => message(`search.match.${how}`)));
	const found = rows.reduce((count, { hits }) => count + Number(hits > 0), 0);
	output.note(message('list-search.done', { total: rows.length, found }));
	if (list.leftOut > 0) output.note(message('list-search.left-out', { most: mostTerms, count: list.leftOut }));
	return 0;
}
