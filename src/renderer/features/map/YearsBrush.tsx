import { DateHistogram } from '#renderer/features/search/index.ts';
import { YearsChip } from '#renderer/ui/YearsChip.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './MapPage.module.css';
import { allYears, useMap } from './map-store.ts';

/** What took place when, to be narrowed by brushing over it, by keys, or by typed years as in the chronology. */
export function YearsBrush({ counts }: { counts: readonly { year: number; count: number }[] }) {
	const { fromYear, toYear } = useMap((view) => view.years);
	const [first, last] = [counts[0]?.year ?? 0, counts.at(-1)?.year ?? 0];
	const isNarrowed = fromYear !== null || toYear !== null;
	const chosen = isNarrowed ? { from: fromYear ?? first, to: toYear ?? last } : null;
	return (
		<section className={styles.years} aria-label={message('map.years')}>
			{/* The sliders say it to whoever does not see. */}
			<span className={styles.span} aria-hidden>
				{first === last ? first : `${chosen?.from ?? first}–${chosen?.to ?? last}`}
			</span>
			<YearsChip
				fromYear={fromYear}
				toYear={toYear}
				onChange={(years) => useMap.setState((view) => ({ years: { ...view.years, ...years } }))}
			/>
			{/* Last: few years take only a part of its room. */}
			<div className={styles.brush}>
				<DateHistogram
					years={counts}
					counted="events"
					chosen={chosen}
					onChoose={(span) => useMap.setState({ years: span ? { fromYear: span.from, toYear: span.to } : allYears })}
				/>
			</div>
		</section>
	);
}
