import { useNavigate } from '@tanstack/react-router';
import { useArchiveStatus } from '#renderer/lib/archive-status.ts';
import { useChangeFilters, useFilters, useSearchState } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { message } from '#shared/messages/messages.ts';
import { readFilters, withoutNarrowing } from '#shared/search/search-filters.ts';
import type { SearchQuery, SearchResult } from '#shared/search/search-query.ts';
import { AbsentValues } from './AbsentValues.tsx';
import styles from './SearchPage.module.css';

/** While the archive is still being read, what is sought may be in what is to come. */
export function NothingFound(props: { query: SearchQuery; result: SearchResult }) {
	const isReading = useSearchState(({ phase }) => phase === 'loading');
	if (!isReading) return <EmptyResults {...props} />;
	const title = message('search.loading.nothing-yet', { text: props.query.text });
	return <EmptyState title={title} text={message('search.loading.nothing-yet-text')} />;
}

/** Says what was searched, what could not be, and what might be meant. */
function EmptyResults({ query, result }: { query: SearchQuery; result: SearchResult }) {
	const status = useArchiveStatus();
	const passages = useSearchState((state) => state.passageCount);
	const { close, without } = useFilters();
	const change = useChangeFilters();
	const isNarrowed = result.unfilteredTotal > 0;
	return (
		<EmptyState title={message('search.empty.title', { text: query.text })}>
			<div className={styles.empty}>
				<AbsentValues text={query.text} />
				{isNarrowed ? (
					<p>
						{message('search.empty.filters')}{' '}
						<Button onPress={() => change(withoutNarrowing)}>{message('search.filters.clear')}</Button>
					</p>
				) : null}
				<p>{message('search.empty.searched', { passages, records: status?.recordCount ?? 0 })}</p>
				{status && status.noTextCount > 0 ? (
					<p>{message('search.empty.no-text', { count: status.noTextCount })}</p>
				) : null}
				{without ? (
					<p>
						{message('search.empty.without')}{' '}
						<Button onPress={() => change((filters) => readFilters({ ...filters, without: [] }))}>
							{message('search.empty.all-kinds')}
						</Button>
					</p>
				) : null}
				{close ? (
					<p>
						{message('search.empty.close-only')}{' '}
						<Button onPress={() => change((filters) => ({ ...filters, close: false }))}>
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
	const filters = useFilters();
	if (words.length === 0) return null;
	return (
		<div className={styles.suggestions}>
			<p>{message('search.empty.suggestions')}</p>
			{words.map((word) => (
				<Button key={word} onPress={() => void navigate({ to: '/search', search: { q: word, ...filters } })}>
					{word}
				</Button>
			))}
		</div>
	);
}
