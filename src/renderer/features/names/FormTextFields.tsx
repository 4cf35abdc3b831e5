import { languageName } from '#renderer/lib/language-name.ts';
import { scriptName } from '#renderer/lib/script-name.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { scriptOfForm } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { type FormDraft, formLanguages, withText } from './form-draft.ts';

interface FormTextFieldsProps {
	draft: FormDraft;
	change(draft: FormDraft): void;
}

/** What is written, and in which language. */
export function FormTextFields({ draft, change }: FormTextFieldsProps) {
	const languages = formLanguages.includes(draft.language) ? formLanguages : [draft.language, ...formLanguages];
	const script = draft.text.trim() === '' ? undefined : scriptName(scriptOfForm(draft.text));
	return (
		<>
			<TextField
				label={message('names.forms.text')}
				value={draft.text}
				onChange={(text) => change(withText(draft, text))}
				hint={script && message('names.forms.script', { script })}
				autoFocus
			/>
			<Select
				label={message('names.forms.language')}
				value={draft.language}
				onChange={(language) => change({ ...draft, language, isLanguageChosen: true })}
				options={languages.map((value) => ({ value, label: languageName(value) }))}
			/>
		</>
	);
}
