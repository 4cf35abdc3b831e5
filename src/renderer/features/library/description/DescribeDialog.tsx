import { type FormEvent, useId, useState } from 'react';
import { archive } from '#renderer/lib/archive.ts';
import { isEdtf } from '#renderer/lib/edtf-words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { DescriptionFields, DescriptionLevel, SharedRecordFields } from '#shared/domain/description.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { accessLevels, recordKinds } from '#shared/domain/record.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import { showDescribed } from '../record-mutations.ts';
import { levelOptions, splitNames } from './ArchivalDescription.tsx';
import styles from './DescribeDialog.module.css';

const unchanged = 'unchanged';
const lines = ['referenceCode', 'extent', 'receivedOn', 'receivedBy', 'withheldNames'] as const;
const texts = ['custodialHistory', 'accessConditions', 'sensitivity'] as const;
const recordTexts = ['source', 'rights'] as const;
type Draft = Partial<Record<(typeof lines)[number] | (typeof texts)[number] | (typeof recordTexts)[number], string>>;

interface DescribeDialogProps {
	recordIds: RecordId[];
	onClose(): void;
}

/** Writes what is filled in on all the chosen records, in one step; what is left empty stays as it is on each. */
export function DescribeDialog({ recordIds, onClose }: DescribeDialogProps) {
	const formId = useId();
	const [draft, setDraft] = useState<Draft>({});
	const [level, setLevel] = useState<DescriptionLevel | typeof unchanged>(unchanged);
	const [kind, setKind] = useState<string>(unchanged);
	const [access, setAccess] = useState<SharedRecordFields['access'] | typeof unchanged>(unchanged);
	const [problem, setProblem] = useState<string | null>(null);
	const { fields, recordFields } = toFields(draft, { level, kind, access });
	const isUnlike = draft.receivedOn !== undefined && draft.receivedOn.trim() !== '' && !isEdtf(draft.receivedOn.trim());
	const isEmpty = Object.keys({ ...fields, ...recordFields }).length === 0;

	function submit(event: FormEvent): void {
		event.preventDefault();
		if (isEmpty || isUnlike) return;
		archive.calls.descriptions.update({ recordIds, fields, recordFields }).then(
			() => {
				showDescribed(recordIds.length);
				onClose();
			},
			(error) => setProblem(errorMessage(toErrorData(error))),
		);
	}

	const write = (name: keyof Draft) => (text: string) => setDraft((known) => ({ ...known, [name]: text }));
	return (
		<Dialog
			title={message('description.describe', { count: recordIds.length })}
			isOpen
			size="wide"
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{message('dialog.cancel')}</Button>
					<Button type="submit" form={formId} variant="primary" isDisabled={isEmpty || isUnlike}>
						{message('description.write', { count: recordIds.length })}
					</Button>
				</>
			}
		>
			<form id={formId} className={styles.form} onSubmit={submit}>
				<p className={styles.hint}>{message('description.batch-text')}</p>
				<Select<string>
					label={message('record.field.kind')}
					value={kind}
					onChange={setKind}
					options={[
						{ value: unchanged, label: message('description.unchanged') },
						...recordKinds.map((value) => ({ value, label: recordKindName(value) })),
					]}
				/>
				<Select<DescriptionLevel | typeof unchanged>
					label={message('description.field.level')}
					value={level}
					onChange={setLevel}
					options={[{ value: unchanged, label: message('description.unchanged') }, ...levelOptions()]}
				/>
				<Select<SharedRecordFields['access'] | typeof unchanged>
					label={message('record.field.access')}
					value={access}
					onChange={setAccess}
					options={[
						{ value: unchanged, label: message('description.unchanged') },
						...accessLevels.map((value) => ({ value, label: message(`record.access.${value}`) })),
					]}
				/>
				{lines.map((name) => (
					<TextField
						key={name}
						label={message(`description.field.${name}`)}
						value={draft[name] ?? ''}
						onChange={write(name)}
						hint={name === 'withheldNames' ? message('description.withheld-hint') : undefined}
						isInvalid={name === 'receivedOn' && isUnlike}
						error={message('date.invalid')}
					/>
				))}
				{recordTexts.map((name) => (
					<TextField
						key={name}
						label={message(`record.field.${name}`)}
						value={draft[name] ?? ''}
						onChange={write(name)}
					/>
				))}
				{texts.map((name) => (
					<TextArea
						key={name}
						label={message(`description.field.${name}`)}
						value={draft[name] ?? ''}
						onChange={write(name)}
						rows={2}
					/>
				))}
				{problem ? (
					<p role="alert" className={styles.problem}>
						{problem}
					</p>
				) : null}
			</form>
		</Dialog>
	);
}

interface Choices {
	level: DescriptionLevel | typeof unchanged;
	kind: string;
	access: SharedRecordFields['access'] | typeof unchanged;
}

function toFields(draft: Draft, { level, kind, access }: Choices) {
	const filled = Object.entries(draft).flatMap(([name, text]) => {
		const trimmed = text.trim();
		return trimmed === '' ? [] : [[name, name === 'withheldNames' ? splitNames(trimmed) : trimmed] as const];
	});
	const isOfRecord = (name: string) => (recordTexts as readonly string[]).includes(name);
	return {
		fields: {
			...Object.fromEntries(filled.filter(([name]) => !isOfRecord(name))),
			...(level !== unchanged && { level }),
		} as Partial<DescriptionFields>,
		recordFields: {
			...Object.fromEntries(filled.filter(([name]) => isOfRecord(name))),
			...(kind !== unchanged && { kind }),
			...(access !== unchanged && { access }),
		} as Partial<SharedRecordFields>,
	};
}
