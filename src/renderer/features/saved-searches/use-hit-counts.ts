import { useEffect, useState } from 'react';
import { countHits, useSearchState } from '#renderer/search/index.ts';
import type { SavedSearch } from '#shared/domain/saved-search.ts';
import { queryOf } from './saved-search-query.ts';

export interface HitCounts {
	all: number;
	/** Those that came since the search was last looked at. */
	fresh: number;
}

/** While files are being added the index changes many times a second; counting waits so long for it. */
const gatherMs = 1000;

/** The hits of every saved search, counted one after another once the index is whole, and again when it changes. */
export function useHitCounts(
	searches: readonly SavedSearch[],
	lookedAt: (search: SavedSearch) => string,
): ReadonlyMap<string, HitCounts> {
	const [counts, setCounts] = useState<ReadonlyMap<string, HitCounts>>(new Map());
	const isReady = useSearchState((state) => state.phase === 'ready');
	const version = useSearchState((state) => state.version);
	const asked = JSON.stringify(searches.map((search) => [search.id, lookedAt(search), queryOf(search)]));
	// biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what is counted; another version gives other counts
	useEffect(() => {
		if (!isReady || searches.length === 0) return;
		let isCurrent = true;
		const timer = setTimeout(async () => {
			for (const search of searches) {
				const query = queryOf(search);
				const all = await countHits(query);
				const fresh = await countHits({ ...query, since: lookedAt(search) });
				if (!isCurrent || all === null || fresh === null) return;
				setCounts((known) => new Map(known).set(search.id, { all, fresh }));
			}
		}, gatherMs);
		return () => {
			isCurrent = false;
			clearTimeout(timer);
		};
	}, [asked, isReady, version]);
	return counts;
}
