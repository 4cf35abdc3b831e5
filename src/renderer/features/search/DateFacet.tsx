import { useChangeFilters, useFilters } from '#renderer/search/index.ts';
import { message } from '#shared/messages/messages.ts';
import { readFilters } from '#shared/search/search-filters.ts';
import type { YearSpan } from '#shared/search/search-query.ts';
import { DateHistogram } from './DateHistogram.tsx';
import styles from './SearchFacets.module.css';
import { YearFields } from './YearFields.tsx';

interface DateFacetProps {
	years: readonly { year: number; count: number }[];
	undated: number;
}

/** Hits by year, to be narrowed by brushing over the bars, by moving the ends of the span, or by typed years. */
export function DateFacet({ years, undated }: DateFacetProps) {
	const { dates = null } = useFilters();
	const change = useChangeFilters();
	const [first, last] = [years[0]?.year ?? dates?.from, years.at(-1)?.year ?? dates?.to];
	if (first === undefined || last === undefined) return null;
	const choose = (span: YearSpan | null, isSameStep = false) =>
		change((filters) => readFilters({ ...filters, dates: span }), { isSameStep });
	return (
		<fieldset className={styles.group}>
			<legend className={styles.legend}>{message('search.facet.dates')}</legend>
			<DateHistogram years={years} chosen={dates} onChoose={choose} />
			<YearFields bounds={{ from: first, to: last }} chosen={dates} onChoose={choose} />
			{undated > 0 ? <p className={styles.note}>{message('search.facet.undated', { count: undated })}</p> : null}
		</fieldset>
	);
}
