import { Button } from '#renderer/ui/Button.tsx';
import { TextArea, TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './DescribeDialog.module.css';

interface BatchTextFieldProps {
	label: string;
	/** What all records say alike; null where they differ. */
	common: string | null;
	/** As in a draft: null to empty it, undefined to leave it. */
	value: string | null | undefined;
	onChange(value: string | null | undefined): void;
	isLong?: boolean;
	/** What is typed is added to what each record has, and nothing is taken from it. */
	isAddedTo?: boolean;
	hint?: string | undefined;
	error?: string | undefined;
}

/** A field of several records: shows what they say alike, or that they differ, and can be emptied on all of them. */
export function BatchTextField(props: BatchTextFieldProps) {
	const { label, common, value, onChange, isLong = false, isAddedTo = false, hint, error } = props;
	const isMixed = common === null;
	const action = message(value === null ? 'description.leave' : 'description.empty');
	const field = {
		label,
		value: value ?? (value === null ? '' : (common ?? '')),
		onChange,
		placeholder: isMixed ? message(value === null ? 'description.emptied' : 'description.mixed') : '',
		hint: isMixed && isAddedTo ? message('description.added-to') : hint,
		isInvalid: error !== undefined,
		error,
	};
	return (
		<div className={styles.field}>
			{isLong ? <TextArea {...field} rows={2} /> : <TextField {...field} />}
			{isMixed && !isAddedTo && (value === undefined || value === null || value === '') ? (
				<Button
					variant="quiet"
					aria-label={message('description.field-action', { action, field: label })}
					onPress={() => onChange(value === null ? undefined : null)}
				>
					{action}
				</Button>
			) : null}
		</div>
	);
}
