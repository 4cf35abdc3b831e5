import './highlights.css';
import { useMemo } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { createHitFinder } from '#shared/search/marks.ts';
import { parseQuery } from '#shared/search/query/query-clauses.ts';
import { useTextHighlight } from './text/use-text-highlight.ts';

/** Marks what a search found, as the search itself would, on a text that was opened from it. */
export function useQueryHits(text: AnnotatedText, query: string): void {
	const spansOf = useMemo(() => {
		if (query.trim() === '') return null;
		const find = createHitFinder(parseQuery(query, true));
		return (block: StoredBlock) => find(block.text).marks.map(([start, end]) => ({ start, end }));
	}, [query]);
	useTextHighlight(text, 'search-hit', 8, spansOf);
}
