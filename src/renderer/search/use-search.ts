import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SearchFilters } from '#shared/search/search-filters.ts';
import type { SearchHit, SearchQuery, SearchResult } from '#shared/search/search-query.ts';
import { useQuestion } from './question.ts';
import { hitsOf, search, useSearchState } from './search-client.ts';

/** Hits that come with the first answer: what a window shows of them. More come as they are scrolled to. */
const firstWindow = { offset: 0, limit: 16 };
const hitsPerPage = 60;

export interface SearchView {
	/** The newest answer; while the next one is awaited it is that of the query before. Null until there is one. */
	result: SearchResult | null;
	/** The query that `result` answers. */
	query: SearchQuery | null;
	hitAt(position: number): SearchHit | undefined;
	/** Asks for the hits of these positions, and some around them, where one of them is not there yet. */
	need(first: number, last: number): void;
}

interface Answer {
	query: SearchQuery;
	result: SearchResult;
	hits: Map<number, SearchHit>;
	/** Pages of more hits that were asked for. With the answer: what is asked of the one before says nothing of this one. */
	asked: Set<number>;
}

/**
 * Searches as the query changes, and again when the index does. Pass a query that stays the same object while it means
 * the same; null, or one without text, searches nothing.
 */
export function useSearch(query: SearchQuery | null): SearchView {
	const version = useSearchState((state) => state.version);
	const [answer, setAnswer] = useState<Answer | null>(null);
	const asked = useRef(0);
	/** Answers to what was asked before this come too late. */
	const shown = useRef(0);

	// Before the paint: the worker searches meanwhile.
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the index answers the same query anew
	useLayoutEffect(() => {
		asked.current += 1;
		const turn = asked.current;
		if (!query || query.text.trim() === '') {
			shown.current = turn;
			setAnswer(null);
			return;
		}
		void answerTo(query).then((result) => {
			// Also where a newer question waits: hits of the letters so far are more than those of fewer.
			if (!result || turn < shown.current) return;
			shown.current = turn;
			const hits = new Map(result.hits.map((hit, position) => [position, hit]));
			// At once: a frame that came between would be shown without them, and they a frame later.
			flushSync(() => setAnswer({ query, result, hits, asked: new Set() }));
		});
	}, [query, version]);

	const need = useCallback(
		(first: number, last: number) => {
			if (!answer || hasAll(answer.hits, first, Math.min(last + 1, answer.result.total))) return;
			for (let page = Math.floor(first / hitsPerPage); page <= Math.floor(last / hitsPerPage); page++) {
				const offset = page * hitsPerPage;
				const end = Math.min(offset + hitsPerPage, answer.result.total);
				if (answer.asked.has(page) || hasAll(answer.hits, offset, end)) continue;
				answer.asked.add(page);
				void hitsOf(answer.query, { offset, limit: hitsPerPage }).then((found) => {
					if (!found) answer.asked.delete(page);
					else
						setAnswer((current) =>
							current?.result === answer.result ? withHits(current, offset, found.hits) : current,
						);
				});
			}
		},
		[answer],
	);
	return useMemo(
		() => ({
			result: answer?.result ?? null,
			query: answer?.query ?? null,
			hitAt: (position) => answer?.hits.get(position),
			need,
		}),
		[answer, need],
	);
}

/** What was asked when its last letter was typed, until `useSearch` comes for the answer. */
let ahead: { key: string; answer: Promise<SearchResult | null> } | null = null;

/** Asks as a letter is typed, before the window is drawn anew for it: the worker searches meanwhile. */
export function useAskAhead(filters: SearchFilters): void {
	useEffect(() => {
		const stop = useQuestion.subscribe(({ text }, before) => {
			if (text === before.text || text.trim() === '') return;
			const query = { text, ...filters };
			ahead = { key: JSON.stringify(query), answer: search(query, firstWindow) };
		});
		return () => {
			stop();
			// Whoever comes back later asks of what is there then.
			ahead = null;
		};
	}, [filters]);
}

function answerTo(query: SearchQuery): Promise<SearchResult | null> {
	const answer = ahead?.key === JSON.stringify(query) ? ahead.answer : search(query, firstWindow);
	ahead = null;
	return answer;
}

function hasAll(hits: ReadonlyMap<number, SearchHit>, from: number, to: number): boolean {
	for (let position = from; position < to; position++) if (!hits.has(position)) return false;
	return true;
}

function withHits(answer: Answer, offset: number, hits: readonly SearchHit[]): Answer {
	const all = new Map(answer.hits);
	hits.forEach((hit, at) => {
		all.set(offset + at, hit);
	});
	return { ...answer, hits: all };
}
