import { create } from 'zustand';
import type { SearchQuery, SearchResult } from '#shared/search/search-query.ts';

/** Kept beyond the page, so that Back comes to the hit one left from. */
const useSelection = create<{ question: string; position: number }>(() => ({ question: '', position: 0 }));

/** The position of the hit that the preview shows: the first of every new question. */
export function useSelectedHit(
	query: SearchQuery | null,
	result: SearchResult | null,
): [position: number, select: (position: number) => void] {
	const selection = useSelection();
	const question = JSON.stringify(query);
	const position = selection.question === question ? Math.min(selection.position, (result?.total ?? 1) - 1) : 0;
	return [Math.max(0, position), (next) => useSelection.setState({ question, position: next })];
}
