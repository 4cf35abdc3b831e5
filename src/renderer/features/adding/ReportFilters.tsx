import { FacetMenu } from '#renderer/ui/FacetMenu.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { ReportFilter } from '#shared/api/jobs-api.ts';
import { itemOutcomes, type JobProgress } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ReportFilters.module.css';

interface ReportFiltersProps {
	counts: JobProgress['counts'];
	filter: ReportFilter;
	onChange(filter: ReportFilter): void;
}

/** Which entries of a report: those with an outcome, and those with a word in name or reason. */
export function ReportFilters({ counts, filter, onChange }: ReportFiltersProps) {
	const { outcomes = [], words = '' } = filter;
	return (
		<fieldset className={styles.filters} aria-label={message('adding.filter')}>
			<TextField
				label={message('adding.filter.words')}
				isLabelHidden
				placeholder={message('adding.filter.words')}
				value={words}
				onChange={(text) => onChange({ ...(outcomes.length > 0 && { outcomes }), ...(text && { words: text }) })}
			/>
			<FacetMenu
				name={message('adding.column.outcome')}
				all={message('adding.filter.all')}
				counts={itemOutcomes.flatMap((value) => {
					const count = counts[value] ?? 0;
					return count > 0 || outcomes.includes(value) ? [{ value, count }] : [];
				})}
				chosen={new Set(outcomes)}
				words={(outcome) => message(`job.outcome.${outcome}`)}
				onChange={(chosen) => onChange({ ...(chosen.size > 0 && { outcomes: [...chosen] }), ...(words && { words }) })}
			/>
		</fieldset>
	);
}
