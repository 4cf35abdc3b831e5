import { useEffect, useMemo } from 'react';
import { SavedSearchNotice } from '#renderer/features/saved-searches/index.ts';
import {
	markKey,
	startSearch,
	useAskAhead,
	useFilters,
	useQuestion,
	useSearch,
	useSearchState,
} from '#renderer/search/index.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Inspector } from '#renderer/ui/slots.tsx';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { IdleSearch } from './IdleSearch.tsx';
import { MatchToggles } from './MatchToggles.tsx';
import { QueryProblems } from './QueryProblems.tsx';
import { ResultAnnouncement } from './ResultAnnouncement.tsx';
import { SearchHead } from './SearchHead.tsx';
import styles from './SearchPage.module.css';
import { SearchResults } from './SearchResults.tsx';

/** Searches what stands in the box of the top bar, as it is typed. */
export function SearchPage() {
	const text = useQuestion((question) => question.text);
	const filters = useFilters();
	const query = useMemo(() => ({ text, ...filters }), [text, filters]);
	useAskAhead(filters);
	const view = useSearch(query);
	const isReading = useSearchState(({ phase }) => phase === 'loading');
	/** That there are no hits is not told before all was searched. */
	const told = isReading && view.result?.total === 0 ? null : view.result;
	useEffect(() => {
		startSearch();
		window.addEventListener('input', markKey, { capture: true });
		return () => window.removeEventListener('input', markKey, { capture: true });
	}, []);
	return (
		<div className={styles.page} aria-busy={view.query !== null && view.query !== query}>
			<QueryProblems text={text} />
			<SearchHead result={told} query={query} />
			<IndexProgress />
			<SavedSearchNotice query={query} />
			<MatchToggles hows={view.result?.facets.hows} />
			{/* Until there is an answer, so that the first letter changes the page once. */}
			{view.result ? <SearchResults view={view} /> : <IdleSearch />}
			<ResultAnnouncement result={told} />
			{/* Also without a hit: were the pane to come and go, the window would be laid out anew while somebody types. */}
			<Inspector>
				{view.result && view.result.total > 0 ? null : (
					<p className={styles.without}>{message('search.preview.none')}</p>
				)}
			</Inspector>
		</div>
	);
}

/** While the archive is being read there are hits already; that more may follow is said. */
function IndexProgress() {
	const { phase, done, total, error } = useSearchState();
	if (error) return <ErrorNotice error={new AppError(error.code, error.detail)} />;
	if (phase === 'ready') return null;
	return (
		<div className={styles.progress}>
			<ProgressBar label={message('search.loading')} done={done} total={total} />
			<span>{message('search.loading.progress', { done, total })}</span>
		</div>
	);
}
