import './highlights.css';
import { useEffect, useMemo, useState } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { widenedWords } from '#renderer/search/index.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { createHitFinder } from '#shared/search/marks.ts';
import { parseQuery } from '#shared/search/query/query-clauses.ts';
import type { SearchQuery, WidenedWords } from '#shared/search/search-query.ts';
import { type Span, useTextHighlight } from './text/use-text-highlight.ts';

const nothing: WidenedWords = {};

/** Marks what a search found, as the search itself would, on a text that was opened from it. */
export function useQueryHits(text: AnnotatedText, query: SearchQuery): void {
	useTextHighlight(text, 'search-hit', 8, useHitSpans(query));
}

/** Finds what a search found in a passage of a text that was opened from it; null where there was no search. */
export function useHitSpans(query: SearchQuery): ((block: StoredBlock) => Span[]) | null {
	const widened = useWidenedWords(query);
	return useMemo(() => {
		if (query.text.trim() === '') return null;
		const find = createHitFinder(parseQuery(query.text), widened);
		return (block: StoredBlock) => find(block.text).marks.map(([start, end]) => ({ start, end }));
	}, [query, widened]);
}

/** Until the search has answered, the words as they were asked for are marked. */
function useWidenedWords(query: SearchQuery): WidenedWords {
	const [found, setFound] = useState<{ query: SearchQuery; widened: WidenedWords } | null>(null);
	useEffect(() => {
		if (query.text.trim() === '') return;
		let isCurrent = true;
		void widenedWords(query).then((widened) => {
			if (isCurrent) setFound({ query, widened });
		});
		return () => {
			isCurrent = false;
		};
	}, [query]);
	return found?.query === query ? found.widened : nothing;
}
