import { message } from '#shared/messages/messages.ts';
import { withKindsByName } from '#shared/search/query/kinds-by-name.ts';
import { readQuery } from '#shared/search/query/parse-query.ts';
import { listFacets, type SearchFacets, type SearchHit } from '#shared/search/search-query.ts';
import type { Output } from '../output.ts';
import { noteQueryProblems } from '../query-problems.ts';
import { buildIndex } from '../search-index.ts';
import type { Session } from '../session.ts';
import { formatTable } from '../table.ts';
import { withoutControls } from '../text-width.ts';

const mark = { start: '\u001b[1m', end: '\u001b[22m' };

interface AskedSearch {
	text: string;
	/** How many hits are printed at most. */
	limit: number;
	isClose: boolean;
	hasFacets: boolean;
}

/**
 * Searches passages, titles, descriptions, notes and names as the window does, and prints the best hits by record.
 * Status 1 when the query could be read only in part.
 */
export async function searchArchive(session: Session, query: AskedSearch, output: Output): Promise<number> {
	const isPartlyRead = noteQueryProblems(readQuery(query.text), output);
	const index = await buildIndex(session);
	const result = await index.find(
		{ text: withKindsByName(query.text), sort: 'record', close: query.isClose },
		{ offset: 0, limit: query.limit },
	);
	let lastOwner = '';
	for (const hit of result.hits) {
		output.json(hit);
		if (hit.ownerId !== lastOwner) output.line(`${lastOwner ? '\n' : ''}${withoutControls(hit.title)}`);
		lastOwner = hit.ownerId;
		output.line(`  ${hitPlace(hit)}  ${hitText(hit, output.isTerminal)}`);
	}
	if (query.hasFacets) printFacets(result.facets, output);
	output.note(
		message('cli.search.count', { shown: result.hits.length, total: result.total, records: result.recordCount }),
	);
	if (result.matched === 'any' && result.total > 0) output.note(message('cli.search.any'));
	if (result.suggestions.length > 0)
		output.note(message('cli.search.suggestions', { words: result.suggestions.join(', ') }));
	return isPartlyRead ? 1 : 0;
}

/** Each facet with its values and their counts, over all hits and not only those that are printed. */
function printFacets(facets: SearchFacets, output: Output): void {
	output.json({ facets });
	for (const facet of listFacets) {
		if (facets[facet].length === 0) continue;
		output.line(`\n${message(`cli.search.facet.${facet}`)}`);
		const rows = facets[facet].map(({ value, label = value, count }) => [label, String(count)]);
		printTable(rows, output);
	}
	if (facets.years.length === 0) return;
	output.line(`\n${message('cli.search.facet.years')}`);
	printTable(
		facets.years.map(({ year, count }) => [String(year), String(count)]),
		output,
	);
}

function printTable(rows: readonly string[][], output: Output): void {
	const columns = [
		{ title: message('cli.search.facet.value'), isElastic: true as const },
		{ title: message('cli.search.facet.hits'), align: 'end' as const },
	];
	for (const line of formatTable(columns, rows, output.width)) output.line(`  ${line}`);
}

function hitPlace(hit: SearchHit): string {
	return hit.kind === 'passage' && hit.number ? `¶${hit.number}` : message(`cli.search.kind.${hit.kind}`);
}

function hitText({ snippet, marks }: SearchHit, isMarked: boolean): string {
	let text = snippet.start > 0 ? '…' : '';
	let at = snippet.start;
	const piece = (from: number, to: number) =>
		withoutControls(snippet.text.slice(from - snippet.start, to - snippet.start));
	for (const [start, end] of marks) {
		if (start < at) continue;
		text += piece(at, start) + (isMarked ? mark.start : '') + piece(start, end) + (isMarked ? mark.end : '');
		at = end;
	}
	const end = snippet.start + snippet.text.length;
	return text + piece(at, end) + (end < snippet.length ? '…' : '');
}
