import { Link, useNavigate } from '@tanstack/react-router';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import { fieldsOfKnown, type KnownForms, knownTitle } from '#shared/known-forms/known-forms.ts';
import { activeLocale, message } from '#shared/messages/messages.ts';
import { FormFacts } from './FormFacts.tsx';
import styles from './NameDetails.module.css';
import { addName } from './name-mutations.ts';
import { selectOnly, setFilter } from './names-store.ts';

/** A name of the table that comes with Lectern: its forms, which the search knows, and the way to a name of one's own. */
export function KnownDetails({ known }: { known: KnownForms }) {
	const isReadOnly = useIsReadOnly();
	const navigate = useNavigate();
	const title = knownTitle(known, activeLocale());

	async function add(): Promise<void> {
		const name = await addName(fieldsOfKnown(known), known.id);
		if (!name) return;
		setFilter('all');
		selectOnly(name.id);
		await navigate({ to: '/names/{-$nameId}', params: { nameId: name.id } });
	}

	return (
		<article className={styles.details}>
			<h2 className={styles.title}>{title}</h2>
			<p className={styles.line}>
				<Chip>{message(`names.kind.${known.kind}`)}</Chip>
				<Link to="/search" search={{ q: `"${known.forms[0]?.text ?? ''}"` }}>
					{message('names.search')}
				</Link>
			</p>
			<p className={styles.source}>{message('names.known.about')}</p>
			{isReadOnly ? null : (
				<p className={styles.line}>
					<Button onPress={() => void add()}>{message('names.known.add')}</Button>
				</p>
			)}
			<section className={inspector.part}>
				<h3 className={inspector.heading}>{message('names.forms')}</h3>
				<ul className={styles.forms}>
					{known.forms.map((form) => (
						<li key={`${form.language} ${form.text}`}>
							<FormFacts form={form} />
						</li>
					))}
				</ul>
			</section>
		</article>
	);
}
