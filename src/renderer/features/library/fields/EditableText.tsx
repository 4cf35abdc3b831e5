import { type KeyboardEvent, useState } from 'react';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import styles from './fields.module.css';

interface EditableTextProps {
	label: string;
	value: string;
	/** What is shown instead of the value while it is not edited. */
	shown?: string;
	hint?: string;
	isLong?: boolean;
	isRequired?: boolean;
	isReadOnly: boolean;
	/** A sentence when the text cannot be saved like this. */
	check?(value: string): string | null;
	onSave(value: string): Promise<unknown>;
}

/**
 * A text that is edited where it stands: pressing it opens a field; Enter or leaving saves, Escape puts it back. When
 * saving fails the field stays open with what was written, and says why.
 */
export function EditableText(props: EditableTextProps) {
	const { label, value, shown = value, isReadOnly } = props;
	const [isEditing, setIsEditing] = useState(false);
	if (isEditing) return <OpenText {...props} onClose={() => setIsEditing(false)} />;
	if (isReadOnly) return shown ? <span>{shown}</span> : <span className={styles.none}>–</span>;
	return (
		<button type="button" className={styles.show} onClick={() => setIsEditing(true)}>
			<span className="visually-hidden">{message('record.edit-field', { field: label })}</span>
			{shown || <span className={styles.none}>{message('record.add-field')}</span>}
		</button>
	);
}

function OpenText({
	label,
	value,
	hint,
	isLong,
	isRequired,
	check,
	onSave,
	onClose,
}: EditableTextProps & { onClose(): void }) {
	const [text, setText] = useState(value);
	const [error, setError] = useState<string | null>(null);

	function save(): void {
		const trimmed = text.trim();
		if (trimmed === value || (isRequired && trimmed === '')) {
			onClose();
			return;
		}
		const problem = check?.(trimmed) ?? null;
		setError(problem);
		if (problem === null) onSave(trimmed).then(onClose, (failure) => setError(errorMessage(toErrorData(failure))));
	}

	function press(event: KeyboardEvent): void {
		if (event.key === 'Escape') {
			event.stopPropagation();
			onClose();
		}
		if (event.key === 'Enter' && !event.nativeEvent.isComposing && (!isLong || event.ctrlKey || event.metaKey)) save();
	}

	const Control = isLong ? TextArea : TextField;
	return (
		<div className={styles.open}>
			<Control
				label={label}
				isLabelHidden
				value={text}
				onChange={setText}
				onBlur={save}
				onKeyDown={press}
				hint={hint}
				error={error ?? undefined}
				isInvalid={error !== null}
				autoFocus
			/>
		</div>
	);
}
