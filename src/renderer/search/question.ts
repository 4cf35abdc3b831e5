import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { readFilters, type SearchFilters } from '#shared/search/search-filters.ts';

const restMs = 250;

/** What is asked now, letter by letter. The address follows once the typing rests: moving it costs more than searching. */
export const useQuestion = create<{ text: string }>(() => ({ text: '' }));

let rest: ReturnType<typeof setTimeout> | undefined;

function ask(text: string): void {
	useQuestion.setState({ text });
}

function stopWaiting(): void {
	clearTimeout(rest);
	rest = undefined;
}

/** The question for the one box that asks it: it goes with the address, and the address with it. */
export function useQuestionBox(): { text: string; change(next: string): void } {
	const text = useQuestion((question) => question.text);
	const navigate = useNavigate();
	const router = useRouter();
	const asked = useRouterState({
		select: ({ location }) =>
			location.pathname === '/search' ? String((location.search as { q?: string }).q ?? '') : null,
	});
	const isReading = useRouterState({ select: ({ location }) => location.pathname.startsWith('/record/') });
	useEffect(() => {
		if (asked === null) stopWaiting();
		// Back and Forward, saved searches and links change the question from outside; an address that lags behind does not.
		if (asked !== null && rest === undefined) ask(asked);
		// While reading, the question stays beside its marks; anywhere else it is over.
		if (asked === null && !isReading) ask('');
	}, [asked, isReading]);

	function change(next: string): void {
		ask(next);
		stopWaiting();
		const isSearching = router.latestLocation.pathname === '/search';
		const filters = isSearching ? filtersIn(router.latestLocation.search) : {};
		const move = () => void navigate({ to: '/search', search: { q: next, ...filters }, replace: isSearching });
		if (!isSearching) {
			if (next !== '') move();
			return;
		}
		rest = setTimeout(() => {
			rest = undefined;
			move();
		}, restMs);
	}
	return { text, change };
}

/** Brings the address up with what was typed, so that Back comes to this question. Await it before leaving the page. */
export function useSettledQuestion(): () => Promise<void> {
	const navigate = useNavigate();
	const router = useRouter();
	return async () => {
		if (rest === undefined) return;
		stopWaiting();
		const filters = filtersIn(router.latestLocation.search);
		await navigate({ to: '/search', search: { q: useQuestion.getState().text, ...filters }, replace: true });
	};
}

/** What the address says beside the words: of the search page, or of the text that was opened from it. */
export function useFilters(): SearchFilters {
	const written = useRouterState({ select: ({ location }) => JSON.stringify(filtersIn(location.search)) });
	return useMemo(() => JSON.parse(written) as SearchFilters, [written]);
}

/** Changes what narrows, widens or orders the hits, as a step that Back takes back; `isSameStep` joins it to the one before. */
export function useChangeFilters(): (
	change: (filters: SearchFilters) => SearchFilters,
	options?: { isSameStep?: boolean },
) => void {
	const navigate = useNavigate();
	const router = useRouter();
	return (change, { isSameStep = false } = {}) => {
		stopWaiting();
		const next = readFilters({ ...change(filtersIn(router.latestLocation.search)) });
		void navigate({ to: '/search', search: { q: useQuestion.getState().text, ...next }, replace: isSameStep });
	};
}

function filtersIn(search: object): SearchFilters {
	return readFilters(search as Record<string, unknown>);
}
