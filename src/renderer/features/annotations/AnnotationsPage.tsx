import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Annotation, Purpose } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { AnnotationList } from './AnnotationList.tsx';
import styles from './AnnotationsPage.module.css';
import { type AnnotationFilter, filterAnnotations, tagsOf } from './annotation-filter.ts';
import { purposeStyles } from './purpose-style.ts';

const none: Annotation[] = [];
const noFilter: AnnotationFilter = { purposes: [], tag: '', words: '' };

/** All annotations of the archive, newest first, to be found again and opened at their place. */
export function AnnotationsPage() {
	const { data: annotations = none, error, isPending } = useQuery(queries.annotations.list({}));
	const titles = useTitles();
	const navigate = useNavigate();
	const [filter, setFilter] = useState(noFilter);
	const shown = useMemo(() => filterAnnotations(annotations, filter, titles), [annotations, filter, titles]);

	function open({ recordId, target, id }: Annotation): void {
		void navigate({
			to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
			params: target
				? { recordId, editionId: target.editionId, ordinal: String(target.startOrdinal), annotationId: id }
				: { recordId },
		});
	}

	if (error) return <ErrorNotice error={error} />;
	if (annotations.length === 0 && !isPending) {
		return <EmptyState title={message('annotations.empty.title')} text={message('annotations.empty.text')} />;
	}
	return (
		<div className={styles.page}>
			<header className={styles.bar}>
				<h1 className={styles.title}>{message('annotations.title')}</h1>
				<span className={styles.count} role="status">
					{message('annotations.count', { shown: shown.length, total: annotations.length })}
				</span>
			</header>
			<FilterBar filter={filter} onChange={setFilter} annotations={annotations} />
			<AnnotationList annotations={shown} titles={titles} onOpen={open} />
		</div>
	);
}

/** Titles of all records, by id. */
function useTitles(): ReadonlyMap<RecordId, string> {
	const { data: records } = useQuery(queries.records.list({}));
	return useMemo(() => new Map(records?.map(({ id, title }) => [id, title])), [records]);
}

interface FilterBarProps {
	filter: AnnotationFilter;
	onChange(filter: AnnotationFilter): void;
	annotations: readonly Annotation[];
}

function FilterBar({ filter, onChange, annotations }: FilterBarProps) {
	const tags = useMemo(() => tagsOf(annotations), [annotations]);
	const toggle = (purpose: Purpose) => {
		const isOn = filter.purposes.includes(purpose);
		const purposes = isOn ? filter.purposes.filter((other) => other !== purpose) : [...filter.purposes, purpose];
		onChange({ ...filter, purposes });
	};
	return (
		<search className={styles.filters} aria-label={message('annotations.filter')}>
			{purposeStyles.map(({ purpose, label }) => (
				<ChipButton
					key={purpose}
					isOn={filter.purposes.includes(purpose)}
					aria-pressed={filter.purposes.includes(purpose)}
					onPress={() => toggle(purpose)}
				>
					<span className={styles.dot} data-purpose={purpose} />
					{message(label)}
				</ChipButton>
			))}
			<Select
				label={message('annotations.filter-tag')}
				isLabelHidden
				value={filter.tag}
				onChange={(tag) => onChange({ ...filter, tag })}
				options={[
					{ value: '', label: message('annotations.any-tag') },
					...tags.map((tag) => ({ value: tag, label: tag })),
				]}
			/>
			<div className={styles.words}>
				<TextField
					label={message('annotations.filter-words')}
					isLabelHidden
					placeholder={message('annotations.filter-words')}
					value={filter.words}
					onChange={(words) => onChange({ ...filter, words })}
				/>
			</div>
		</search>
	);
}
