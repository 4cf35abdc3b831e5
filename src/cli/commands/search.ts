import { knownGroups } from '#shared/known-forms/known-forms.ts';
import { message } from '#shared/messages/messages.ts';
import { readQuery } from '#shared/search/query/parse-query.ts';
import { createSearchIndex, type SearchIndex } from '#shared/search/search-index.ts';
import type { SearchHit } from '#shared/search/search-query.ts';
import { loadSegments, supplySource } from '#shared/search/segment-loader.ts';
import { createSupplies } from '#shared/search/supplies.ts';
import type { Output } from '../output.ts';
import { noteQueryProblems } from '../query-problems.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';

const ownersPerPage = 500;
const mark = { start: '\u001b[1m', end: '\u001b[22m' };

/**
 * Searches passages, titles, descriptions, notes and names as the window does, and prints the best hits by record.
 * Status 1 when the query could be read only in part.
 */
export async function searchArchive(
	session: Session,
	query: { text: string; limit: number },
	output: Output,
): Promise<number> {
	const isPartlyRead = noteQueryProblems(readQuery(query.text), output);
	const index = await buildIndex(session);
	const result = await index.find({ text: query.text, sort: 'record' }, { offset: 0, limit: query.limit });
	let lastOwner = '';
	for (const hit of result.hits) {
		output.json(hit);
		if (hit.ownerId !== lastOwner) output.line(`${lastOwner ? '\n' : ''}${withoutControls(hit.title)}`);
		lastOwner = hit.ownerId;
		output.line(`  ${hitPlace(hit)}  ${hitText(hit, output.isTerminal)}`);
	}
	output.note(
		message('cli.search.count', { shown: result.hits.length, total: result.total, records: result.recordCount }),
	);
	if (result.matched === 'any' && result.total > 0) output.note(message('cli.search.any'));
	if (result.suggestions.length > 0)
		output.note(message('cli.search.suggestions', { words: result.suggestions.join(', ') }));
	return isPartlyRead ? 1 : 0;
}

async function buildIndex({ calls }: Session): Promise<SearchIndex> {
	const supplies = createSupplies(supplySource(() => calls.search));
	const index = createSearchIndex({ supplies });
	index.learn(knownGroups());
	const segments = await loadSegments(calls.search, supplies, new Map());
	index.setSegments([...segments.values()]);
	const segmentIds = [...segments.keys()];
	let after: string | null = null;
	do {
		const page = await calls.search.documents({ after, limit: ownersPerPage, segmentIds });
		index.put(page.owners, page.documents);
		after = page.next;
	} while (after !== null);
	return index;
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
