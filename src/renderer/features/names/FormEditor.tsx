import { useState } from 'react';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { toErrorData } from '#shared/domain/app-error.ts';
import { formKinds, isSameForm, type Name, type NameForm } from '#shared/domain/name.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { EditorForm } from './EditorForm.tsx';
import { FormTextFields } from './FormTextFields.tsx';
import { type FormDraft, newDraft, toForm } from './form-draft.ts';

interface FormEditorProps {
	name: Name;
	/** Absent for a new one. */
	form?: NameForm;
	onSave(form: NameForm): Promise<unknown>;
	onClose(): void;
}

/** Writes a form of a name. The letters tell script and, until it is chosen, language. */
export function FormEditor({ name, form, onSave, onClose }: FormEditorProps) {
	const [draft, setDraft] = useState<FormDraft>(() =>
		form ? { ...form, isLanguageChosen: true } : newDraft(name.forms),
	);
	const [error, setError] = useState<string | null>(null);
	const change = (part: Partial<FormDraft>) => setDraft((known) => ({ ...known, ...part }));

	function submit(): void {
		const made = toForm(draft);
		const others = name.forms.filter((other) => other !== form);
		if (made.text === '') setError(message('names.forms.error.empty'));
		else if (others.some((other) => isSameForm(other, made))) setError(message('names.forms.error.twice'));
		else if (made.kind === 'main' && others.some((other) => other.kind === 'main' && other.language === made.language))
			setError(message('names.forms.error.main'));
		else onSave(made).catch((failure: unknown) => setError(errorMessage(toErrorData(failure))));
	}

	return (
		<EditorForm
			label={message(form ? 'names.forms.edit' : 'names.forms.add')}
			error={error}
			onSubmit={submit}
			onClose={onClose}
		>
			<FormTextFields draft={draft} change={change} />
			<Select
				label={message('names.forms.kind')}
				value={draft.kind}
				onChange={(kind) => change({ kind })}
				options={formKinds.map((value) => ({ value, label: message(`names.form.${value}`) }))}
			/>
			<TextField
				label={message('names.forms.source-field')}
				value={draft.source}
				onChange={(source) => change({ source })}
			/>
		</EditorForm>
	);
}
