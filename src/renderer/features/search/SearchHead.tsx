import { memo } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { message } from '#shared/messages/messages.ts';
import { type SearchResult, searchSorts } from '#shared/search/search-query.ts';
import { SearchHelp } from './SearchHelp.tsx';
import styles from './SearchPage.module.css';
import { useSearchFilters } from './search-filters.ts';

/** How many hits there are, and in which order. */
export function SearchHead({ result }: { result: SearchResult | null }) {
	return (
		<header className={styles.head}>
			<h1 className={styles.count}>{result ? countWords(result) : message('search.title')}</h1>
			<SearchChoices />
		</header>
	);
}

const SearchChoices = memo(function SearchChoices() {
	const sort = useSearchFilters((filters) => filters.sort);
	const close = useSearchFilters((filters) => filters.close);
	return (
		<>
			<Switch isSelected={close} onChange={(isClose) => useSearchFilters.setState({ close: isClose })}>
				{message('search.close-only')}
			</Switch>
			<Select
				label={message('search.sort')}
				isLabelHidden
				value={sort}
				onChange={(next) => useSearchFilters.setState({ sort: next })}
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
