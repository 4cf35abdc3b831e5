import { create } from 'zustand';
import { archive } from '#renderer/lib/archive.ts';
import { readTextFile } from '#renderer/lib/text-file.ts';
import { searchForList, useSearchState } from '#renderer/search/index.ts';
import { type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import type { TermHits } from '#shared/search/list/search-list.ts';
import { formatOf, readTerms, type TermList } from '#shared/search/list/term-list.ts';
import type { ListSort } from './list-order.ts';

interface ListSearch {
	file: { name: string; text: string } | null;
	list: TermList | null;
	/** Close matches only. */
	isClose: boolean;
	rows: readonly TermHits[];
	/** `waiting`: until the index is whole. */
	state: 'idle' | 'waiting' | 'running' | 'cancelled' | 'done';
	sort: ListSort;
	/** The row that the keys act on, in the order that is shown. */
	current: number;
	error: ErrorData | null;
}

const nothing: ListSearch = {
	...{ file: null, list: null, isClose: false, rows: [], state: 'idle', sort: null, current: 0, error: null },
};

/** Kept beyond the page: the search goes on while one is elsewhere, and Back comes to its table. */
export const useListSearch = create<ListSearch>(() => nothing);

let stop: (() => void) | null = null;

// What was found is of the archive that was open.
archive.on('archive.opened', () => {
	stop?.();
	useListSearch.setState(nothing);
});

/** Reads a file of terms and searches for them; what it cannot read is said on the page. */
export async function searchFromFile(file: File): Promise<void> {
	stop?.();
	useListSearch.setState({ ...nothing, isClose: useListSearch.getState().isClose });
	try {
		const text = await readTextFile(file);
		useListSearch.setState({ file: { name: file.name, text } });
		searchAgain();
	} catch (error) {
		useListSearch.setState({ error: toErrorData(error) });
	}
}

/** Searches for the same terms anew; `hasHeading` says what the first row is. */
export function searchAgain({ hasHeading, isClose }: { hasHeading?: boolean; isClose?: boolean } = {}): void {
	const { file, list: known, isClose: wasClose } = useListSearch.getState();
	if (!file) return;
	stop?.();
	const isHeading = hasHeading ?? (known ? known.heading !== null : undefined);
	const list = readTerms(file.text, formatOf(file.name), isHeading);
	useListSearch.setState({ list, isClose: isClose ?? wasClose, rows: [], current: 0, state: 'waiting' });
	whenWhole(() => {
		useListSearch.setState({ state: 'running' });
		stop = searchForList(list.terms, useListSearch.getState().isClose, (rows, isEnd) =>
			useListSearch.setState((search) => ({
				rows: rows.length > 0 ? [...search.rows, ...rows] : search.rows,
				...(isEnd ? { state: 'done' as const } : {}),
			})),
		);
	});
}

/** Stops; what was found by then stays. */
export function cancel(): void {
	stop?.();
	useListSearch.setState({ state: 'cancelled' });
}

/** Runs once the index is whole; until then it can be stopped. */
function whenWhole(run: () => void): void {
	if (useSearchState.getState().phase === 'ready') {
		run();
		return;
	}
	const unsubscribe = useSearchState.subscribe(({ phase }) => {
		if (phase !== 'ready') return;
		unsubscribe();
		run();
	});
	stop = unsubscribe;
}
