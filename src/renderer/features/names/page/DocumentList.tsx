import { Link } from '@tanstack/react-router';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { message } from '#shared/messages/messages.ts';
import styles from './NamePage.module.css';
import type { NameDocument } from './name-documents.ts';

/** The records that a name is in, and why. */
export function DocumentList({ documents }: { documents: readonly NameDocument[] }) {
	if (documents.length === 0) return <p className={styles.none}>{message('names.documents.none')}</p>;
	return (
		<ul className={styles.documents}>
			{documents.map(({ id, title, dateEdtf, passageCount, isCreator, isLinked }) => (
				<li key={id} className={styles.document}>
					<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId: id }}>
						{title}
					</Link>
					<span className={styles.facts}>
						{[
							...(dateEdtf === '' ? [] : [edtfWords(dateEdtf)]),
							...(passageCount > 0 ? [message('names.mentions.passages', { count: passageCount })] : []),
						].join(' · ')}
					</span>
					{isCreator ? <Chip>{message('names.documents.creator')}</Chip> : null}
					{isLinked ? <Chip tone="accent">{message('names.documents.linked')}</Chip> : null}
				</li>
			))}
		</ul>
	);
}
