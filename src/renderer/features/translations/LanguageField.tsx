import { useState } from 'react';
import { languageName } from '#renderer/lib/language-name.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { canonicalLanguage } from '#shared/domain/language-tag.ts';
import { collation } from '#shared/messages/collation.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';

/** Those that one is asked for most; any other is written as its code. */
const offered = ['az', 'de', 'en', 'es', 'fa', 'fr', 'hy', 'it', 'ka', 'ru', 'tr', 'uk'] as const;
const other = 'other';

/** The language of the interface to begin with. */
export function firstLanguage(): string {
	return activeLocale();
}

interface LanguageFieldProps {
	/** BCP 47; '' while what is typed is none. */
	value: string;
	onChange(language: string): void;
}

/** The language to translate into. */
export function LanguageField({ value, onChange }: LanguageFieldProps) {
	const [typed, setTyped] = useState(() => (isOffered(value) ? null : value));
	const options = [...offered].map((tag) => ({ value: tag as string, label: languageName(tag) }));
	const inOrder = collation();
	options.sort((one, another) => inOrder(one.label, another.label));
	return (
		<>
			<Select
				label={message('translations.language')}
				value={typed === null ? value : other}
				onChange={(chosen) => {
					setTyped(chosen === other ? '' : null);
					onChange(chosen === other ? '' : chosen);
				}}
				options={[...options, { value: other, label: message('translations.other') }]}
			/>
			{typed === null ? null : (
				<TextField
					label={message('translations.language-other')}
					value={typed}
					onChange={(text) => {
						setTyped(text);
						onChange(canonicalLanguage(text) ?? '');
					}}
					isInvalid={typed.trim() !== '' && canonicalLanguage(typed) === null}
					error={message('translations.language-error')}
				/>
			)}
		</>
	);
}

function isOffered(tag: string): boolean {
	return offered.some((each) => each === tag);
}
