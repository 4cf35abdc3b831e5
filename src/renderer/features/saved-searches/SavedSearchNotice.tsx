import { useEffect, useState } from 'react';
import { formatInstant } from '#renderer/lib/format.ts';
import { countHits, useChangeFilters, useSearchState } from '#renderer/search/index.ts';
import { ToggleChip } from '#renderer/ui/Chip.tsx';
import type { SavedSearch } from '#shared/domain/saved-search.ts';
import { message } from '#shared/messages/messages.ts';
import { readFilters } from '#shared/search/search-filters.ts';
import type { SearchQuery } from '#shared/search/search-query.ts';
import styles from './SavedSearchNotice.module.css';
import { useLooks } from './saved-search-looks.ts';
import { queryOf, useSavedAs } from './saved-search-query.ts';

/** Above the hits of a saved search: how many came since it was last looked at, and only these if one wants. */
export function SavedSearchNotice({ query }: { query: SearchQuery }) {
	const saved = useSavedAs(query);
	const looks = useLooks();
	if (!saved || !looks.isLoaded) return null;
	return <Notice key={saved.id} search={saved} since={query.since} {...looks} />;
}

interface NoticeProps extends ReturnType<typeof useLooks> {
	search: SavedSearch;
	/** Where only what is new is shown: since when. */
	since: string | undefined;
}

function Notice({ search, since, lookedAt, look }: NoticeProps) {
	// Opening it is looking at it; what was new when it was opened stays so while it is open.
	const [lastLook] = useState(() => since ?? lookedAt(search));
	const change = useChangeFilters();
	const fresh = useFreshCount(search, lastLook);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is opened
	useEffect(() => look(search.id), [search.id]);
	if (fresh === null) return null;
	return (
		<div className={styles.notice}>
			<p className={styles.words}>
				{message('saved-search.notice', { name: search.name, count: fresh, at: formatInstant(lastLook) })}
			</p>
			{fresh > 0 || since ? (
				<ToggleChip
					isSelected={since !== undefined}
					onChange={(isOn) => change((filters) => readFilters({ ...filters, since: isOn ? lastLook : null }))}
				>
					{message('saved-search.only-fresh')}
				</ToggleChip>
			) : null}
		</div>
	);
}

function useFreshCount(search: SavedSearch, since: string): number | null {
	const [count, setCount] = useState<number | null>(null);
	const version = useSearchState((state) => state.version);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another version of the index gives another count
	useEffect(() => {
		let isCurrent = true;
		void countHits({ ...queryOf(search), since }).then((fresh) => isCurrent && setCount(fresh));
		return () => {
			isCurrent = false;
		};
	}, [search, since, version]);
	return count;
}
