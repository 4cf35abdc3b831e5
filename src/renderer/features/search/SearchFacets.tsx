import { memo, useId, useState } from 'react';
import { formatNumber } from '#renderer/lib/format.ts';
import { useChangeFilters, useFilters } from '#renderer/search/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { message } from '#shared/messages/messages.ts';
import { isNarrowed, withoutNarrowing } from '#shared/search/search-filters.ts';
import {
	type FacetCount,
	type SearchFacets as Facets,
	type ListFacet,
	listFacets,
	mostFacetValues,
} from '#shared/search/search-query.ts';
import { DateFacet } from './DateFacet.tsx';
import { facetViews } from './facet-views.ts';
import styles from './SearchFacets.module.css';

/** What the hits can be narrowed by; every count is what ticking the value would give. */
export const SearchFacets = memo(function SearchFacets({ facets }: { facets: Facets }) {
	const filters = useFilters();
	const change = useChangeFilters();
	return (
		<section aria-label={message('search.facets')} className={styles.facets}>
			{isNarrowed(filters) ? (
				<Button onPress={() => change(withoutNarrowing)}>{message('search.filters.clear')}</Button>
			) : null}
			<DateFacet years={facets.years} undated={facets.undated} />
			{listFacets.map((facet) => (
				<ValueList key={facet} facet={facet} counts={facets[facet]} chosen={filters[facet] ?? []} />
			))}
		</section>
	);
});

interface ValueListProps {
	facet: ListFacet;
	counts: readonly FacetCount[];
	chosen: readonly string[];
}

const shownAtFirst = 8;

function ValueList({ facet, counts, chosen }: ValueListProps) {
	const change = useChangeFilters();
	const [isWhole, setWhole] = useState(false);
	const id = useId();
	if (counts.length === 0) return null;
	const { title, nameOf } = facetViews[facet];
	// What is ticked stays in sight.
	const shown = isWhole ? counts : counts.filter(({ value }, at) => at < shownAtFirst || chosen.includes(value));
	function toggle(value: string): void {
		change((filters) => {
			const values = filters[facet] ?? [];
			const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
			return { ...filters, [facet]: next };
		});
	}
	return (
		<fieldset className={styles.group}>
			<legend className={styles.legend}>{message(title)}</legend>
			{shown.map(({ value, count, label }) => (
				<label key={value} className={styles.value} htmlFor={`${id}-${value}`}>
					<input
						id={`${id}-${value}`}
						type="checkbox"
						checked={chosen.includes(value)}
						onChange={() => toggle(value)}
						className={styles.tick}
					/>
					<span className={styles.name} dir="auto">
						{label ?? nameOf(value)}
					</span>
					<span className={styles.count}>{formatNumber(count)}</span>
				</label>
			))}
			{isWhole && counts.length >= mostFacetValues ? (
				<p className={styles.note}>{message('search.facet.most', { count: mostFacetValues })}</p>
			) : null}
			{counts.length > shownAtFirst ? (
				<Button variant="quiet" aria-expanded={isWhole} onPress={() => setWhole(!isWhole)}>
					{isWhole ? message('search.facet.fewer') : message('search.facet.more', { count: counts.length })}
				</Button>
			) : null}
		</fieldset>
	);
}
