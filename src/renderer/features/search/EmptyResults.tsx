import { useNavigate } from '@tanstack/react-router';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useSearchState } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { message } from '#shared/messages/messages.ts';
import type { SearchQuery, SearchResult } from '#shared/search/search-query.ts';
import styles from './SearchPage.module.css';
import { clearFilters, useSearchFilters } from './search-filters.ts';

/** Says what was searched, what could not be, and what might be meant. */
export function EmptyResults({ query, result }: { query: SearchQuery; result: SearchResult }) {
	const status = useArchiveStatus();
	const passages = useSearchState((state) => state.passageCount);
	const filters = useSearchFilters();
	const isNarrowed = result.unfilteredTotal > 0;
	return (
		<EmptyState title={message('search.empty.title', { text: query.text })}>
			<div className={styles.empty}>
				{isNarrowed ? (
					<p>
						{message('search.empty.filters')} <Button onPress={clearFilters}>{message('search.filters.clear')}</Button>
					</p>
				) : null}
				<p>{message('search.empty.searched', { passages, records: status?.recordCount ?? 0 })}</p>
				{status && status.noTextCount > 0 ? (
					<p>{message('search.empty.no-text', { count: status.noTextCount })}</p>
				) : null}
				{filters.close ? (
					<p>
						{message('search.empty.close-only')}{' '}
						<Button onPress={() => useSearchFilters.setState({ close: false })}>
							{message('search.empty.search-near')}
						</Button>
					</p>
				) : null}
				<Suggestions words={result.suggestions} />
			</div>
		</EmptyState>
	);
}

function Suggestions({ words }: { words: readonly string[] }) {
	const navigate = useNavigate();
	if (words.length === 0) return null;
	return (
		<div className={styles.suggestions}>
			<p>{message('search.empty.suggestions')}</p>
			{words.map((word) => (
				<Button key={word} onPress={() => void navigate({ to: '/search', search: { q: word } })}>
					{word}
				</Button>
			))}
		</div>
	);
}
