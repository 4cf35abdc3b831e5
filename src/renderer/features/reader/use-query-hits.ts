import './highlights.css';
import { useEffect, useMemo, useState } from 'react';
import type { AnnotatedText } from '#renderer/features/annotations/index.ts';
import { widenedWords } from '#renderer/search/index.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { createHitFinder } from '#shared/search/marks.ts';
import { parseQuery } from '#shared/search/query/query-clauses.ts';
import type { SearchQuery, WidenedWords } from '#shared/search/search-query.ts';
import { useTextHighlight } from './text/use-text-highlight.ts';

const nothing: WidenedWords = {};

/** Marks what a search found, as the search itself would, on a text that was opened from it. */
export function useQueryHits(text: AnnotatedText, query: SearchQuery): void {
	const widened = useWidenedWords(query);
	const spansOf = useMemo(() => {
		if (query.text.trim() === '') return null;
		const find = createHitFinder(parseQuery(query.text), widened);
		return (block: StoredBlock) => find(block.text).marks.map(([start, end]) => ({ start, end }));
	}, [query, widened]);
	useTextHighlight(text, 'search-hit', 8, spansOf);
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
