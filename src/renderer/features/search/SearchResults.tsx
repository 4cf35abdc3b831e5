import { memo, useLayoutEffect } from 'react';
import { runCommand } from '#renderer/lib/commands.ts';
import { narrowWindow, useMediaQuery } from '#renderer/lib/media-query.ts';
import { markPainted, type SearchView, useOpenHit, useSelectedHit } from '#renderer/search/index.ts';
import { message } from '#shared/messages/messages.ts';
import { HitList } from './HitList.tsx';
import { NothingFound } from './NothingFound.tsx';
import { PanesBeside } from './PanesBeside.tsx';
import styles from './SearchPage.module.css';

/** The answer to the newest query, in the page and the panes beside it. A key press renders it once: when the answer comes. */
export const SearchResults = memo(function SearchResults({ view }: { view: SearchView }) {
	const { result, query } = view;
	const [selected, select] = useSelectedHit(query, result);
	const isNarrow = useMediaQuery(narrowWindow);
	const openHit = useOpenHit();
	useLayoutEffect(() => {
		if (query) markPainted(query.text);
	}, [query]);
	if (!result || !query) return null;

	const open = (position: number) => {
		const opened = view.hitAt(position);
		if (opened) openHit({ hit: opened, query, position });
	};
	return (
		<>
			{result.matched === 'any' && result.total > 0 ? (
				<p className={styles.notice}>{message('search.any-words')}</p>
			) : null}
			{result.total === 0 ? (
				<NothingFound query={query} result={result} />
			) : (
				<HitList
					view={view}
					selected={selected}
					onSelect={select}
					opensAtOnce={isNarrow}
					onOpen={open}
					onLeave={() => runCommand('search.open')}
				/>
			)}
			<PanesBeside view={view} selected={selected} />
		</>
	);
});
