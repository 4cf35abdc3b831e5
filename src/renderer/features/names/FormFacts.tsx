import { languageName } from '#renderer/lib/language-name.ts';
import { scriptName } from '#renderer/lib/script-name.ts';
import type { NameForm } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './NameDetails.module.css';

/** One form as it is written, and what is known of it. */
export function FormFacts({ form, hasSource = false }: { form: NameForm; hasSource?: boolean }) {
	const facts = [languageName(form.language), scriptName(form.script), message(`names.form.${form.kind}`)];
	return (
		<>
			{/* Read from the right, it still stands over what is known of it. */}
			<p className={styles.form} lang={form.language}>
				<bdi>{form.text}</bdi>
			</p>
			<p className={styles.source}>{facts.join(' · ')}</p>
			{hasSource && form.source !== '' ? (
				<p className={styles.source}>{message('names.forms.source', { source: form.source })}</p>
			) : null}
		</>
	);
}
