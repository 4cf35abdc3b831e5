import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatNumber } from '#renderer/lib/format.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import inspector from '#renderer/ui/inspector-part.module.css';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import type { MentionGroup } from '#shared/search/mentions/mention-rows.ts';
import styles from './NamePage.module.css';
import { notesOnMentions, titleOfNote } from './notes-on-mentions.ts';

const none: Annotation[] = [];
const mostShown = 200;

/** What was noted on the passages in which the name stands: nobody links each of these with the name. */
export function MentionNotes({ groups }: { groups: readonly MentionGroup[] }) {
	const { data: annotations = none } = useQuery(queries.annotations.list({}));
	const notes = useMemo(() => notesOnMentions(groups, annotations), [groups, annotations]);
	if (notes.length === 0) return null;
	return (
		<section className={inspector.part}>
			<h2 className={inspector.heading}>{message('names.connections.on-mentions')}</h2>
			<ul className={styles.things}>
				{notes.slice(0, mostShown).map(({ note, place: { editionId, startOrdinal } }) => (
					<li key={note.id} className={styles.thing}>
						<Chip>{message(`purpose.${note.purpose}`)}</Chip>
						<Link
							to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
							params={{
								...{ recordId: note.recordId, editionId, annotationId: note.id },
								ordinal: String(startOrdinal),
							}}
							dir="auto"
						>
							{titleOfNote(note)}
						</Link>
					</li>
				))}
			</ul>
			{notes.length > mostShown ? (
				<p className={styles.hint}>
					{message('names.connections.on-mentions-more', { count: formatNumber(notes.length - mostShown) })}
				</p>
			) : null}
		</section>
	);
}
