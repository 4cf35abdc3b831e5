import { Select } from '#renderer/ui/Select.tsx';
import { type TranslationFormat, translationFormats } from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';

interface FormatFieldProps {
	value: TranslationFormat;
	onChange(value: TranslationFormat): void;
}

/** As what a translator gets a text. */
export function FormatField({ value, onChange }: FormatFieldProps) {
	return (
		<Select<TranslationFormat>
			label={message('translations.format')}
			value={value}
			onChange={onChange}
			options={translationFormats.map((format) => ({ value: format, label: message(`translations.format.${format}`) }))}
		/>
	);
}
