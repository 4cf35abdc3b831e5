import { useMemo } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ToggleChip } from '#renderer/ui/Chip.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { ClaimEvidence } from '#shared/domain/evidence.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './EvidenceFilters.module.css';
import { type EvidenceFilter, noFilter } from './evidence-filter.ts';

interface EvidenceFiltersProps {
	filter: EvidenceFilter;
	onChange(filter: EvidenceFilter): void;
	claims: readonly ClaimEvidence[];
}

/** Narrows the claims by record and tag, and to those that nothing is linked to. */
export function EvidenceFilters({ filter, onChange, claims }: EvidenceFiltersProps) {
	const records = useMemo(() => new Map(claims.map(({ record }) => [record.id, record.title])), [claims]);
	const tags = useMemo(() => [...new Set(claims.flatMap(({ claim }) => claim.tags))].toSorted(), [claims]);
	const isNarrowed = JSON.stringify(filter) !== JSON.stringify(noFilter);
	const any = { value: '' as const, label: message('evidence.any') };
	return (
		<search className={styles.filters} aria-label={message('evidence.filter')}>
			<div className={styles.choice}>
				<Select<RecordId | ''>
					label={message('evidence.filter-record')}
					value={filter.recordId}
					onChange={(recordId) => onChange({ ...filter, recordId })}
					options={[any, ...[...records].map(([value, label]) => ({ value, label }))]}
				/>
			</div>
			<div className={styles.choice}>
				<Select
					label={message('evidence.filter-tag')}
					value={filter.tag}
					onChange={(tag) => onChange({ ...filter, tag })}
					options={[any, ...tags.map((value) => ({ value, label: value }))]}
				/>
			</div>
			<ToggleChip
				isSelected={filter.isWithoutEvidence}
				onChange={(isWithoutEvidence) => onChange({ ...filter, isWithoutEvidence })}
			>
				{message('evidence.without')}
			</ToggleChip>
			{isNarrowed ? (
				<Button variant="quiet" onPress={() => onChange(noFilter)}>
					{message('evidence.filter-none')}
				</Button>
			) : null}
		</search>
	);
}
