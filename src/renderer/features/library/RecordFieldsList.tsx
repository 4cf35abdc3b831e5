import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { languageName } from '#renderer/lib/language-name.ts';
import { Select } from '#renderer/ui/Select.tsx';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { accessLevels, type RecordFields, recordKinds } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import { CreatorsField } from './fields/CreatorsField.tsx';
import { DatesField } from './fields/DatesField.tsx';
import { EditableText } from './fields/EditableText.tsx';
import { Field } from './fields/Field.tsx';
import { TagsField } from './fields/TagsField.tsx';
import styles from './RecordFieldsList.module.css';

export interface RecordFieldsProps {
	record: RecordDetail;
	isReadOnly: boolean;
	/** Saves at once; rejects with what went wrong, and the field stays open. */
	update(fields: Partial<RecordFields>): Promise<unknown>;
}

export function RecordFieldsList({ record, isReadOnly, update }: RecordFieldsProps) {
	const text = (name: 'description' | 'rights' | 'source', isLong: boolean) => (
		<Field name={name}>
			<EditableText
				label={message(`record.field.${name}`)}
				value={record[name]}
				isLong={isLong}
				isReadOnly={isReadOnly}
				onSave={(value) => update({ [name]: value })}
			/>
		</Field>
	);
	return (
		<dl className={styles.list}>
			<Field name="creators">
				<CreatorsField creators={record.creators} isReadOnly={isReadOnly} onSave={(creators) => update({ creators })} />
			</Field>
			<Field name="dates">
				<DatesField dates={record.dates} isReadOnly={isReadOnly} onSave={(dates) => update({ dates })} />
			</Field>
			<Field name="kind">
				{isReadOnly ? (
					recordKindName(record.kind)
				) : (
					<Select
						label={message('record.field.kind')}
						isLabelHidden
						isQuiet
						value={record.kind as string}
						onChange={(kind) => void update({ kind }).catch(() => undefined)}
						options={kindOptions(record.kind)}
					/>
				)}
			</Field>
			<Field name="languages">
				<EditableText
					label={message('record.field.languages')}
					value={record.languages.join(', ')}
					shown={record.languages.map(languageName).join(', ')}
					hint={message('record.languages-hint')}
					isReadOnly={isReadOnly}
					check={(value) => (splitTags(value).every(isLanguageTag) ? null : message('record.languages-invalid'))}
					onSave={(value) => update({ languages: splitTags(value) })}
				/>
			</Field>
			{text('description', true)}
			{text('source', true)}
			{text('rights', false)}
			<Field name="access">
				{isReadOnly ? (
					message(`record.access.${record.access}`)
				) : (
					<Select
						label={message('record.field.access')}
						isLabelHidden
						isQuiet
						value={record.access}
						onChange={(access) => void update({ access }).catch(() => undefined)}
						options={accessLevels.map((value) => ({ value, label: message(`record.access.${value}`) }))}
					/>
				)}
			</Field>
			{record.access === 'open' ? null : (
				<Field name="embargoUntil">
					<EditableText
						label={message('record.field.embargoUntil')}
						value={record.embargoUntil}
						shown={record.embargoUntil ? edtfWords(record.embargoUntil) : ''}
						isReadOnly={isReadOnly}
						onSave={(embargoUntil) => update({ embargoUntil })}
					/>
				</Field>
			)}
			<Field name="tags">
				<TagsField record={record} isReadOnly={isReadOnly} />
			</Field>
		</dl>
	);
}

function kindOptions(kind: string): { value: string; label: string }[] {
	const kinds: readonly string[] = recordKinds;
	return (kinds.includes(kind) ? kinds : [kind, ...kinds]).map((value) => ({ value, label: recordKindName(value) }));
}

function splitTags(text: string): string[] {
	return text.split(/[,\s]+/).filter((tag) => tag !== '');
}

function isLanguageTag(tag: string): boolean {
	return /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag);
}
