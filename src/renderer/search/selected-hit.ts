import { create } from 'zustand';
import { searchKey } from '#shared/search/search-filters.ts';
import type { SearchQuery, SearchResult } from '#shared/search/search-query.ts';

interface Selection {
	question: string;
	position: number;
	/** Whether the list should take the keyboard when it is shown. */
	isReturning: boolean;
}

/** Kept beyond the page, so that Back comes to the hit one left from, or stepped on to. */
const useSelection = create<Selection>(() => ({ question: '', position: 0, isReturning: false }));

/** The position of the hit that the preview shows: the first of every new question. */
export function useSelectedHit(
	query: SearchQuery | null,
	result: SearchResult | null,
): [position: number, select: (position: number) => void] {
	const selection = useSelection();
	const question = query && searchKey(query);
	const position = selection.question === question ? Math.min(selection.position, (result?.total ?? 1) - 1) : 0;
	return [Math.max(0, position), (next) => query && selectHit(query, next)];
}

export function selectHit(query: SearchQuery, position: number): void {
	useSelection.setState({ question: searchKey(query), position });
}

/** Lets the list of hits take the keyboard when it comes back. */
export function returnToHits(): void {
	useSelection.setState({ isReturning: true });
}

/** Whether somebody returns to the list; true once. */
export function takeReturn(): boolean {
	const { isReturning } = useSelection.getState();
	if (isReturning) useSelection.setState({ isReturning: false });
	return isReturning;
}
