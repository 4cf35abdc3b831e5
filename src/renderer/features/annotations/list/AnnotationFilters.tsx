import { useMemo, useState } from 'react';
import { useMediaQuery } from '#renderer/lib/media-query.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipButton } from '#renderer/ui/Chip.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Annotation, Purpose } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import {
	type AnnotationFilter,
	type AnnotationOrder,
	type AnnotationState,
	annotationDays,
	annotationOrders,
	annotationStates,
	authorsOf,
	noFilter,
	recordsOf,
	tagsOf,
} from '../annotation-filter.ts';
import { purposeStyles } from '../purpose-style.ts';
import styles from './AnnotationFilters.module.css';
import { DayField } from './DayField.tsx';

interface AnnotationFiltersProps {
	filter: AnnotationFilter;
	onChange(filter: AnnotationFilter): void;
	annotations: readonly Annotation[];
	titles: ReadonlyMap<RecordId, string>;
}

/** On a phone, and on a window made large, the list keeps the height: what is asked for less often is folded away. */
const phone = '(max-width: 560px), (max-height: 500px)';

/** Everything by which the list can be narrowed and ordered. */
export function AnnotationFilters({ filter, onChange, annotations, titles }: AnnotationFiltersProps) {
	const set = (change: Partial<AnnotationFilter>) => onChange({ ...filter, ...change });
	const isPhone = useMediaQuery(phone);
	const [isUnfolded, setUnfolded] = useState(false);
	/** Counts how often all was taken back: what was typed and is no day goes too. */
	const [clearings, setClearings] = useState(0);
	const isNarrowed = JSON.stringify(filter) !== JSON.stringify(noFilter);
	return (
		<search
			className={styles.filters}
			data-unfolded={isUnfolded || undefined}
			aria-label={message('annotations.filter')}
		>
			<PurposeChips purposes={filter.purposes} onChange={(purposes) => set({ purposes })} />
			<div className={styles.words}>
				<TextField
					label={message('annotations.filter-words')}
					isLabelHidden
					placeholder={message('annotations.filter-words')}
					value={filter.words}
					onChange={(words) => set({ words })}
				/>
			</div>
			{isPhone ? (
				<Button variant="quiet" aria-expanded={isUnfolded} onPress={() => setUnfolded(!isUnfolded)}>
					{message('annotations.filter-more')}
				</Button>
			) : null}
			{isPhone && !isUnfolded ? null : (
				<>
					<ChoiceFilters filter={filter} set={set} annotations={annotations} titles={titles} />
					<DayFilters key={clearings} filter={filter} set={set} />
				</>
			)}
			{isNarrowed ? (
				<Button
					variant="quiet"
					onPress={() => {
						setClearings(clearings + 1);
						onChange(noFilter);
					}}
				>
					{message('annotations.filter-none')}
				</Button>
			) : null}
		</search>
	);
}

interface DayFiltersProps {
	filter: AnnotationFilter;
	set(change: Partial<AnnotationFilter>): void;
}

function DayFilters({ filter, set }: DayFiltersProps) {
	const isMade = filter.day === 'made';
	return (
		<>
			<div className={styles.choice}>
				<Select<AnnotationFilter['day']>
					label={message('annotations.filter-day')}
					value={filter.day}
					onChange={(day) => set({ day })}
					options={annotationDays.map((value) => ({ value, label: message(`annotations.day.${value}`) }))}
				/>
			</div>
			<div className={styles.day}>
				<DayField
					label={message(isMade ? 'annotations.filter-made-since' : 'annotations.filter-since')}
					value={filter.since}
					onChange={(since) => set({ since })}
				/>
			</div>
			<div className={styles.day}>
				<DayField
					label={message(isMade ? 'annotations.filter-made-until' : 'annotations.filter-until')}
					value={filter.until}
					onChange={(until) => set({ until })}
				/>
			</div>
		</>
	);
}

interface PurposeChipsProps {
	purposes: readonly Purpose[];
	onChange(purposes: Purpose[]): void;
}

function PurposeChips({ purposes, onChange }: PurposeChipsProps) {
	return (
		<div className={styles.purposes}>
			{purposeStyles.map(({ purpose, label }) => {
				const isOn = purposes.includes(purpose);
				return (
					<ChipButton
						key={purpose}
						isOn={isOn}
						aria-pressed={isOn}
						onPress={() => onChange(isOn ? purposes.filter((other) => other !== purpose) : [...purposes, purpose])}
					>
						<span className={styles.dot} data-purpose={purpose} />
						{message(label)}
					</ChipButton>
				);
			})}
		</div>
	);
}

type ChoiceFiltersProps = Omit<AnnotationFiltersProps, 'onChange'> & DayFiltersProps;

function ChoiceFilters({ filter, set, annotations, titles }: ChoiceFiltersProps) {
	const tags = useMemo(() => tagsOf(annotations), [annotations]);
	const authors = useMemo(() => authorsOf(annotations), [annotations]);
	const records = useMemo(() => recordsOf(annotations, titles), [annotations, titles]);
	return (
		<>
			<div className={styles.choice}>
				<Select
					label={message('annotations.filter-state')}
					value={filter.state}
					onChange={(state) => set({ state })}
					options={[any(), ...annotationStates.map((value) => ({ value, label: stateName(value) }))]}
				/>
			</div>
			<div className={styles.choice}>
				<Select
					label={message('annotations.filter-tag')}
					value={filter.tag}
					onChange={(tag) => set({ tag })}
					options={[any(), ...tags.map((value) => ({ value, label: value }))]}
				/>
			</div>
			<div className={styles.choice}>
				<Select
					label={message('annotations.filter-author')}
					value={filter.author}
					onChange={(author) => set({ author })}
					options={[any(), ...authors.map((value) => ({ value, label: value }))]}
				/>
			</div>
			<div className={styles.choice}>
				<Select<RecordId | ''>
					label={message('annotations.filter-record')}
					value={filter.recordId}
					onChange={(recordId) => set({ recordId })}
					options={[any(), ...records.map((value) => ({ value, label: titles.get(value) ?? '' }))]}
				/>
			</div>
			<div className={styles.choice}>
				<Select<AnnotationOrder>
					label={message('annotations.order')}
					value={filter.order}
					onChange={(order) => set({ order })}
					options={annotationOrders.map((value) => ({ value, label: message(`annotations.order.${value}`) }))}
				/>
			</div>
		</>
	);
}

function any(): { value: ''; label: string } {
	return { value: '', label: message('annotations.any') };
}

function stateName(state: AnnotationState): string {
	return message(`annotations.state.${state}`);
}
