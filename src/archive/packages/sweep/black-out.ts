import { setImmediate } from 'node:timers/promises';
import { knownGroups } from '#shared/known-forms/known-groups.ts';
import { queryOfTerm } from '#shared/search/list/search-list.ts';
import { createHitFinder } from '#shared/search/marks.ts';
import { parseQuery } from '#shared/search/query/query-clauses.ts';
import { createSearchIndex, type SearchIndex } from '#shared/search/search-index.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import { blackened } from '#shared/writing/blackened.ts';
import type { WithheldName } from './withheld-names.ts';

const owner = { id: 'piece', title: '', recordKind: '', dateEdtf: '', holding: '' };

/** UTF-16 units that are looked through at a time: between two such the archive answers others. */
const unitsAtOnce = 300_000;

/**
 * The text with every word blacked out by which the sweep of a share would find one of these names. It goes on until no
 * name is found any more; `count` is of the stretches.
 */
export async function blackOut(text: string, names: readonly WithheldName[]): Promise<{ text: string; count: number }> {
	const queries = names
		.flatMap(({ terms }) => terms)
		.map((term) => ({ ...queryOfTerm(term), counts: 'nothing' as const }))
		.filter((query) => query.text !== '');
	if (queries.length === 0) return { text, count: 0 };
	const index = createSearchIndex();
	index.learn(knownGroups());
	const pieces = text.split('\n\n');
	let count = 0;
	for (const ordinals of batchesOf(pieces)) {
		for (let open = ordinals; open.length > 0; ) {
			const found = search(index, queries, pieces, open);
			for (const [at, spans] of found) {
				const merged = mergeSpans(pieces[at] ?? '', spans);
				count += merged.length;
				pieces[at] = withoutSpans(pieces[at] ?? '', merged);
			}
			open = [...found.keys()];
		}
		await setImmediate();
	}
	return { text: pieces.join('\n\n'), count };
}

function* batchesOf(pieces: readonly string[]): Generator<number[]> {
	let batch: number[] = [];
	let units = 0;
	for (const [at, piece] of pieces.entries()) {
		batch.push(at);
		units += piece.length;
		if (units < unitsAtOnce) continue;
		yield batch;
		batch = [];
		units = 0;
	}
	if (batch.length > 0) yield batch;
}

/** Where names stand in pieces, by the ordinals of those that have some. */
function search(
	index: SearchIndex,
	queries: readonly SearchQuery[],
	pieces: readonly string[],
	ordinals: readonly number[],
): Map<number, Span[]> {
	index.clear();
	const documents = ordinals.map((ordinal) => ({
		...{ key: String(ordinal), kind: 'note' as const, ownerId: owner.id, text: pieces[ordinal] ?? '', language: 'und' },
	}));
	index.put([owner], documents);
	const found = new Map<number, Span[]>();
	for (const query of queries) {
		const { hits, matched, widened } = index.search(query, { offset: 0, limit: ordinals.length });
		if (matched === 'any' || hits.length === 0) continue;
		// The marks of a hit are those of its snippet: a name at its edge would be taken out by half.
		const find = createHitFinder(parseQuery(query.text), widened);
		for (const { key } of hits) {
			const ordinal = Number(key);
			const spans = find(pieces[ordinal] ?? '').marks.map(([start, end]) => ({ start, end }));
			// Without a place there is nothing to black out, and it would be looked for without end.
			if (spans.length > 0) found.set(ordinal, [...(found.get(ordinal) ?? []), ...spans]);
		}
	}
	return found;
}

interface Span {
	start: number;
	end: number;
}

/** Stretches with nothing but white space and signs between them are one, so that nobody counts the words of a name. */
function mergeSpans(text: string, spans: readonly Span[]): Span[] {
	const merged: Span[] = [];
	for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && (start <= last.end || /^[^\p{L}\p{N}█]*$/u.test(text.slice(last.end, start)))) {
			last.end = Math.max(last.end, end);
		} else merged.push({ start, end });
	}
	return merged;
}

function withoutSpans(text: string, spans: readonly Span[]): string {
	let out = '';
	let from = 0;
	for (const { start, end } of spans) {
		out += text.slice(from, start) + blackened;
		from = end;
	}
	return out + text.slice(from);
}
