import { useState } from 'react';
import { edtfWords, isEdtf } from '#renderer/lib/edtf-words.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { message } from '#shared/messages/messages.ts';
import { dayIn } from '../annotation-filter.ts';

const example = '2023-09-19';

interface DayFieldProps {
	label: string;
	/** YYYY-MM-DD, or its beginning: a month or a year. */
	value: string;
	onChange(day: string): void;
}

/**
 * A day as dates are typed everywhere here, and said in words as soon as it is one. The system's own field for days would
 * speak the language that Chromium was started in.
 */
export function DayField({ label, value, onChange }: DayFieldProps) {
	const [draft, setDraft] = useState(value);
	const [isAt, setIsAt] = useState(false);
	const shown = dayIn(draft) === value ? draft : value;
	return (
		<TextField
			label={label}
			value={shown}
			placeholder={example}
			onChange={(text) => {
				setDraft(text);
				onChange(dayIn(text));
			}}
			onFocusChange={setIsAt}
			isInvalid={!isAt && shown.trim() !== value}
			error={message('date.day-invalid', { example })}
			hint={isEdtf(value) ? edtfWords(value) : ''}
		/>
	);
}
