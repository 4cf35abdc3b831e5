import { Trash2 } from 'lucide-react';
import { formatDay } from '#renderer/lib/format.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { addAnnotation, removeAnnotations } from '../annotation-mutations.ts';
import { startEditing } from '../annotations-store.ts';
import styles from './AnnotationCard.module.css';
import { CardBody } from './CardBody.tsx';

interface RepliesProps {
	annotation: Annotation;
	replies: readonly Annotation[];
}

/** The answers to an annotation, oldest first. */
export function Replies({ replies }: RepliesProps) {
	if (replies.length === 0) return null;
	return (
		<ul className={styles.replies} aria-label={message('annotations.replies')}>
			{replies.map((reply) => (
				<li key={reply.id} className={styles.reply}>
					<header className={styles.head}>
						<span className={styles.facts}>
							{[reply.author, formatDay(reply.createdAt)].filter(Boolean).join(' · ')}
						</span>
						<IconButton
							label={message('annotations.remove-reply')}
							className={styles.actions}
							onPress={() => void removeAnnotations([reply])}
						>
							<Trash2 size={13} />
						</IconButton>
					</header>
					<CardBody annotation={reply} />
				</li>
			))}
		</ul>
	);
}

/** Makes an empty answer and opens it for writing. */
export async function startReply({ id, recordId }: Annotation): Promise<void> {
	const added = await addAnnotation({ recordId, range: null, purpose: 'note', replyToId: id });
	if (added) startEditing(added.id);
}
