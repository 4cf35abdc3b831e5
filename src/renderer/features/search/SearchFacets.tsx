import { memo, useId, useState } from 'react';
import { formatNumber } from '#renderer/lib/format.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { recordKindName } from '#renderer/lib/record-kind.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { SearchDocumentKind } from '#shared/api/search-api.ts';
import { message } from '#shared/messages/messages.ts';
import type { FacetCount, SearchFacets as Facets } from '#shared/search/search-query.ts';
import { DateHistogram } from './DateHistogram.tsx';
import styles from './SearchFacets.module.css';
import { clearFilters, hasFilters, type ListFacet, toggleFilter, useSearchFilters } from './search-filters.ts';
import { YearFields } from './YearFields.tsx';

/** What the hits can be narrowed by; every count is what ticking the value would give. */
export const SearchFacets = memo(function SearchFacets({ facets }: { facets: Facets }) {
	const filters = useSearchFilters();
	const [first, last] = [facets.years[0]?.year, facets.years.at(-1)?.year];
	return (
		<section aria-label={message('search.facets')} className={styles.facets}>
			{hasFilters(filters) ? <Button onPress={clearFilters}>{message('search.filters.clear')}</Button> : null}
			{first === undefined || last === undefined ? null : (
				<fieldset className={styles.group}>
					<legend className={styles.legend}>{message('search.facet.dates')}</legend>
					<DateHistogram
						years={facets.years}
						chosen={filters.dates}
						onChoose={(dates) => useSearchFilters.setState({ dates })}
					/>
					<YearFields
						bounds={{ from: first, to: last }}
						chosen={filters.dates}
						onChoose={(dates) => useSearchFilters.setState({ dates })}
					/>
					{facets.undated > 0 ? (
						<p className={styles.note}>{message('search.facet.undated', { count: facets.undated })}</p>
					) : null}
				</fieldset>
			)}
			<ValueList
				facet="recordKinds"
				title={message('search.facet.record-kinds')}
				counts={facets.recordKinds}
				nameOf={recordKindName}
			/>
			<ValueList
				facet="languages"
				title={message('search.facet.languages')}
				counts={facets.languages}
				nameOf={languageName}
			/>
			<ValueList
				facet="kinds"
				title={message('search.facet.kinds')}
				counts={facets.kinds}
				nameOf={(kind) => message(`search.where.${kind as SearchDocumentKind}`)}
			/>
		</section>
	);
});

interface ValueListProps {
	facet: ListFacet;
	title: string;
	counts: readonly FacetCount[];
	nameOf(value: string): string;
}

const shownAtFirst = 8;

function ValueList({ facet, title, counts, nameOf }: ValueListProps) {
	const chosen: readonly string[] = useSearchFilters((filters) => filters[facet]);
	const [isWhole, setWhole] = useState(false);
	const id = useId();
	// What is ticked stays in sight, also where the words of now leave nothing of it.
	const missing = chosen.filter((value) => !counts.some((each) => each.value === value));
	const all = [...counts, ...missing.map((value) => ({ value, count: 0 }))];
	if (all.length === 0) return null;
	return (
		<fieldset className={styles.group}>
			<legend className={styles.legend}>{title}</legend>
			{all.slice(0, isWhole ? all.length : shownAtFirst).map(({ value, count }) => (
				<label key={value} className={styles.value} htmlFor={`${id}-${value}`}>
					<input
						id={`${id}-${value}`}
						type="checkbox"
						checked={chosen.includes(value)}
						onChange={() => toggleFilter(facet, value)}
						className={styles.tick}
					/>
					<span className={styles.name}>{nameOf(value)}</span>
					<span className={styles.count}>{formatNumber(count)}</span>
				</label>
			))}
			{all.length > shownAtFirst && !isWhole ? (
				<Button variant="quiet" onPress={() => setWhole(true)}>
					{message('search.facet.more', { count: all.length })}
				</Button>
			) : null}
		</fieldset>
	);
}
