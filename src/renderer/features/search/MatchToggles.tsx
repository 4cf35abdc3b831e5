import { memo } from 'react';
import { Group } from 'react-aria-components';
import { useAfterPaint } from '#renderer/lib/after-paint.ts';
import { formatNumber } from '#renderer/lib/format.ts';
import { useChangeFilters, useFilters } from '#renderer/search/index.ts';
import { ToggleChip } from '#renderer/ui/Chip.tsx';
import { Switch } from '#renderer/ui/Switch.tsx';
import { message } from '#shared/messages/messages.ts';
import { type MatchKind, type SearchFacets, widenings } from '#shared/search/search-query.ts';
import styles from './MatchToggles.module.css';

/**
 * By what a word may answer beside itself, each to switch off and on; a count says how many hits are there for it. Hidden
 * while there is no answer: to make them anew would keep the first letter of a query waiting.
 */
export const MatchToggles = memo(function MatchToggles({ hows: newest }: { hows: SearchFacets['hows'] | undefined }) {
	const { without = [], close = false } = useFilters();
	const change = useChangeFilters();
	const hows = useAfterPaint(newest);
	function toggle(how: MatchKind, isOn: boolean): void {
		change((filters) => {
			const others = (filters.without ?? []).filter((other) => other !== how);
			return { ...filters, without: isOn ? others : [...others, how] };
		});
	}
	return (
		<Group hidden={!newest} aria-label={message('search.match.toggles')} className={styles.bar ?? ''}>
			<span aria-hidden className={styles.note}>
				{message('search.match.toggle.note')}
			</span>
			{widenings.map((how) => {
				const isOn = !without.includes(how);
				const count = isOn ? (hows?.[how] ?? 0) : 0;
				return (
					<ToggleChip key={how} isSelected={isOn} onChange={(next) => toggle(how, next)}>
						{message(`search.match.${how}`)}
						{count > 0 ? (
							<>
								<span aria-hidden className={styles.count}>
									{formatNumber(count)}
								</span>
								<span className="visually-hidden">{message('search.match.hits', { count })}</span>
							</>
						) : null}
					</ToggleChip>
				);
			})}
			<Switch isSelected={close} onChange={(isClose) => change((filters) => ({ ...filters, close: isClose }))}>
				{message('search.close-only')}
			</Switch>
		</Group>
	);
});
