import { edtfWords, isEdtf } from '#renderer/lib/edtf-words.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { dateTypes, type RecordDate } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { EditableList } from './EditableList.tsx';
import styles from './fields.module.css';

interface DatesFieldProps {
	dates: readonly RecordDate[];
	isReadOnly: boolean;
	onSave(dates: RecordDate[]): Promise<unknown>;
}

/** Dates in words with their own precision, the literal EDTF beside them; what is inferred is said to be. */
export function DatesField({ dates, isReadOnly, onSave }: DatesFieldProps) {
	return (
		<EditableList<RecordDate>
			items={dates}
			isReadOnly={isReadOnly}
			empty={{ type: 'created', edtf: '', inferred: '' }}
			addLabel={message('record.add-date')}
			words={({ type, edtf }) => `${message(`date-type.${type}`)} ${edtfWords(edtf)}`}
			show={(date) => <ShownDate date={date} />}
			isValid={({ edtf }) => isEdtf(edtf.trim())}
			onSave={onSave}
			form={(draft, change) => (
				<>
					<Select
						label={message('date.type')}
						value={draft.type}
						onChange={(type) => change({ type })}
						options={dateTypes.map((value) => ({ value, label: message(`date-type.${value}`) }))}
					/>
					<TextField
						label={message('date.edtf')}
						value={draft.edtf}
						onChange={(edtf) => change({ edtf: edtf.trim() })}
						isInvalid={draft.edtf !== '' && !isEdtf(draft.edtf)}
						error={message('date.invalid')}
						hint={isEdtf(draft.edtf) ? edtfWords(draft.edtf) : message('date.hint')}
						autoFocus
					/>
					<TextField
						label={message('date.inferred')}
						value={draft.inferred}
						onChange={(inferred) => change({ inferred })}
					/>
				</>
			)}
		/>
	);
}

function ShownDate({ date: { type, edtf, inferred } }: { date: RecordDate }) {
	return (
		<>
			{edtfWords(edtf)} <code className={styles.code}>{edtf}</code>
			<span className={styles.small}> · {message(`date-type.${type}`)}</span>
			{inferred ? <p className={styles.small}>{message('date.inferred-from', { inferred })}</p> : null}
		</>
	);
}
