import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { isEdtf } from '#renderer/lib/edtf-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { CommonDescription } from '#shared/domain/description.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { accessLevels, recordKinds } from '#shared/domain/record.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import { showDescribed } from '../record-mutations.ts';
import { levelOptions } from './ArchivalDescription.tsx';
import { BatchTags } from './BatchTags.tsx';
import { BatchTextField } from './BatchTextField.tsx';
import styles from './DescribeDialog.module.css';
import {
	type BatchField,
	commonText,
	type DescribeDraft,
	describedLines,
	describedTexts,
	emptyDraft,
	recordLines,
	recordTexts,
	updateOf,
} from './describe-draft.ts';

const unchanged = 'unchanged';
const dates: readonly BatchField[] = ['receivedOn', 'embargoUntil'];
const withSemicolons: readonly BatchField[] = ['withheldNames', 'languages'];

interface DescribeDialogProps {
	recordIds: RecordId[];
	onClose(): void;
}

/** Describes the chosen records together, in one step: what they say alike is shown, what is not changed stays on each. */
export function DescribeDialog({ recordIds, onClose }: DescribeDialogProps) {
	const formId = useId();
	const [draft, setDraft] = useState<DescribeDraft>(emptyDraft);
	const [problem, setProblem] = useState<string | null>(null);
	const { data: common, error } = useQuery({ ...queries.descriptions.common({ recordIds }), staleTime: 0, gcTime: 0 });
	const update = common ? updateOf(common, draft) : null;
	const isReady = update !== null && !dates.some((field) => isNoDate(draft, field));

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (!isReady) return;
		archive.calls.descriptions.update({ recordIds, ...update }).then(
			() => {
				showDescribed(recordIds.length);
				onClose();
			},
			(reason) => setProblem(errorMessage(toErrorData(reason))),
		);
	}

	return (
		<Dialog
			title={message('description.describe', { count: recordIds.length })}
			isOpen
			size="wide"
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button type="submit" form={formId} variant="primary" isDisabled={!isReady}>
						{message('description.write', { count: recordIds.length })}
					</Button>
				</>
			}
		>
			{error ? <ErrorNotice error={error} /> : null}
			{common ? (
				<form id={formId} className={styles.form} onSubmit={submit}>
					<p className={styles.hint}>{message('description.batch-text')}</p>
					<BatchChoices common={common} draft={draft} onChange={setDraft} />
					<BatchTexts common={common} draft={draft} onChange={setDraft} />
					<BatchTags
						recordIds={recordIds}
						added={draft.addTags}
						removed={draft.removeTags}
						onAdd={(addTags) => setDraft({ ...draft, addTags })}
						onRemove={(removeTags) => setDraft({ ...draft, removeTags })}
					/>
					{problem ? (
						<p role="alert" className={styles.problem}>
							{problem}
						</p>
					) : null}
				</form>
			) : null}
		</Dialog>
	);
}

interface DraftProps {
	common: CommonDescription;
	draft: DescribeDraft;
	onChange(draft: DescribeDraft): void;
}

function BatchChoices({ common, draft, onChange }: DraftProps) {
	const choose = (field: 'kind' | 'level' | 'access') => (value: string) => {
		const { [field]: _, ...others } = draft;
		onChange(value === unchanged ? others : ({ ...others, [field]: value } as DescribeDraft));
	};
	const kinds = recordKinds.map((value) => ({ value, label: recordKindName(value) }));
	const levels = accessLevels.map((value) => ({ value, label: message(`record.access.${value}`) }));
	return (
		<>
			<Select<string>
				label={message('record.field.kind')}
				value={draft.kind ?? unchanged}
				onChange={choose('kind')}
				options={[asItIs(common.kind && recordKindName(common.kind)), ...kinds]}
			/>
			<Select<string>
				label={message('description.field.level')}
				value={draft.level ?? unchanged}
				onChange={choose('level')}
				options={[asItIs(common.level && message(`description.level.${common.level}`)), ...levelOptions()]}
			/>
			<Select<string>
				label={message('record.field.access')}
				value={draft.access ?? unchanged}
				onChange={choose('access')}
				options={[asItIs(common.access && message(`record.access.${common.access}`)), ...levels]}
			/>
		</>
	);
}

/** @param value what all say alike; null where they differ, '' where none says anything */
function asItIs(value: string | null): { value: string; label: string } {
	if (value === null) return { value: unchanged, label: message('description.unchanged-mixed') };
	const label = value === '' ? message('description.unchanged') : message('description.unchanged-as', { value });
	return { value: unchanged, label };
}

function BatchTexts({ common, draft, onChange }: DraftProps) {
	const field = (name: BatchField, label: string, isLong = false) => (
		<BatchTextField
			key={name}
			label={label}
			common={common[name] === null ? null : commonText(common, name)}
			value={draft.texts[name]}
			onChange={(value) => {
				const { [name]: _, ...others } = draft.texts;
				onChange({ ...draft, texts: value === undefined ? others : { ...others, [name]: value } });
			}}
			isLong={isLong}
			isAddedTo={name === 'withheldNames'}
			hint={withSemicolons.includes(name) ? message('description.withheld-hint') : undefined}
			error={isNoDate(draft, name) ? message('date.invalid') : undefined}
		/>
	);
	return (
		<>
			{describedLines.map((name) => field(name, message(`description.field.${name}`)))}
			{recordLines.map((name) => field(name, message(`record.field.${name}`)))}
			{recordTexts.map((name) => field(name, message(`record.field.${name}`), true))}
			{describedTexts.map((name) => field(name, message(`description.field.${name}`), true))}
		</>
	);
}

function isNoDate({ texts }: DescribeDraft, field: BatchField): boolean {
	const text = texts[field]?.trim() ?? '';
	return dates.includes(field) && text !== '' && !isEdtf(text);
}
