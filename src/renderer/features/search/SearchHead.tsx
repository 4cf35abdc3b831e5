import { memo } from 'react';
import { SaveSearchButton } from '#renderer/features/saved-searches/index.ts';
import { useChangeFilters, useFilters } from '#renderer/search/index.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { message } from '#shared/messages/messages.ts';
import { type SearchQuery, type SearchResult, searchSorts } from '#shared/search/search-query.ts';
import { SearchHelp } from './SearchHelp.tsx';
import styles from './SearchPage.module.css';

/** How many hits there are, and in which order. */
export function SearchHead({ result, query }: { result: SearchResult | null; query: SearchQuery }) {
	return (
		<header className={styles.head}>
			<h1 className={styles.count}>{result ? countWords(result) : message('search.title')}</h1>
			<SaveSearchButton query={query} />
			<SearchChoices />
		</header>
	);
}

const SearchChoices = memo(function SearchChoices() {
	const { sort = 'best' } = useFilters();
	const change = useChangeFilters();
	return (
		<>
			<Select
				label={message('search.sort')}
				isLabelHidden
				value={sort}
				onChange={(next) => change((filters) => ({ ...filters, sort: next }))}
				options={searchSorts.map((value) => ({ value, label: message(`search.sort.${value}`) }))}
			/>
			<SearchHelp />
		</>
	);
});

export function countWords({ total, recordCount }: SearchResult): string {
	if (total === 0) return message('search.count.none');
	if (recordCount === 0) return message('search.count.names', { hits: total });
	return message('search.count', { hits: total, records: recordCount });
}
