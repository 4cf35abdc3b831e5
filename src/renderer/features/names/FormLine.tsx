import { languageName } from '#renderer/lib/language-name.ts';
import type { NameForm } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDialogs.module.css';

/** A form on one line, as the dialogs list it. */
export function FormLine({ form }: { form: NameForm }) {
	return (
		<span>
			<span lang={form.language} dir="auto">
				{form.text}
			</span>{' '}
			<span className={styles.soft}>
				{languageName(form.language)} · {message(`names.form.${form.kind}`)}
			</span>
		</span>
	);
}
