import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { runCommand } from '#renderer/lib/commands.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { markKey, startSearch, useSearch, useSearchState } from '#renderer/search/index.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Inspector, NavigationContents, StatusText } from '#renderer/ui/slots.tsx';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { SearchHit } from '#shared/search/search-query.ts';
import { EmptyResults } from './EmptyResults.tsx';
import { HitList } from './HitList.tsx';
import { HitPreview } from './HitPreview.tsx';
import { useOpenHit } from './hit-place.ts';
import { IdleSearch } from './IdleSearch.tsx';
import { ResultAnnouncement } from './ResultAnnouncement.tsx';
import { SearchFacets } from './SearchFacets.tsx';
import { SearchHead } from './SearchHead.tsx';
import styles from './SearchPage.module.css';
import { queryOf, useSearchFilters } from './search-filters.ts';
import { useSelectedHit } from './selected-hit.ts';

const route = getRouteApi('/search');

/** The question is in the address; the box in the top bar writes it there. */
export function SearchPage() {
	const { q } = route.useSearch();
	const filters = useSearchFilters();
	const query = useMemo(() => queryOf(q, filters), [q, filters]);
	const view = useSearch(query);
	const { result } = view;
	const [selected, select] = useSelectedHit(query, result);
	const hit = view.hitAt(selected);
	const openHit = useOpenHit();
	const open = useCallback((each: SearchHit) => openHit(each, q), [openHit, q]);
	const isNarrow = useMediaQuery(narrowWindow);
	useEffect(() => {
		startSearch();
		window.addEventListener('input', markKey, { capture: true });
		return () => window.removeEventListener('input', markKey, { capture: true });
	}, []);

	return (
		<div className={styles.page}>
			<SearchHead result={result} />
			<IndexProgress />
			{result?.matched === 'any' && result.total > 0 ? (
				<p className={styles.notice}>{message('search.any-words')}</p>
			) : null}
			{q.trim() === '' ? <IdleSearch /> : null}
			{result && result.total > 0 ? (
				<HitList
					view={view}
					selected={selected}
					onSelect={select}
					opensAtOnce={isNarrow}
					onOpen={open}
					onLeave={() => runCommand('search.open')}
				/>
			) : null}
			{result?.total === 0 && view.query ? <EmptyResults query={view.query} result={result} /> : null}
			<ResultAnnouncement result={result} />
			{result ? (
				<NavigationContents>
					<SearchFacets facets={result.facets} />
				</NavigationContents>
			) : null}
			{hit && view.query ? (
				<Inspector>
					<HitPreview hit={hit} query={view.query} onOpen={() => open(hit)} />
				</Inspector>
			) : null}
			{result ? <StatusText>{message('search.took', { millis: Math.ceil(result.tookMillis) })}</StatusText> : null}
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
