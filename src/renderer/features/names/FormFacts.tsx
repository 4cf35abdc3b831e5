import { languageName } from '#renderer/lib/language-name.ts';
import type { NameForm } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDetails.module.css';
import { scriptName } from './script-name.ts';

/** One form as it is written, and what is known of it. */
export function FormFacts({ form, hasSource = false }: { form: NameForm; hasSource?: boolean }) {
	const facts = [languageName(form.language), scriptName(form.script), message(`names.form.${form.kind}`)];
	return (
		<>
			<p className={styles.form} lang={form.language} dir="auto">
				{form.text}
			</p>
			<p className={styles.source}>{facts.join(' · ')}</p>
			{hasSource && form.source !== '' ? (
				<p className={styles.source}>{message('names.forms.source', { source: form.source })}</p>
			) : null}
		</>
	);
}
