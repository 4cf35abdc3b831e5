import { Trash2 } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import { formatDay } from '#renderer/lib/format.ts';
import { ContextMenu, onceClosed } from '#renderer/ui/ContextMenu.tsx';
import {
	belongsToSystem,
	hasSelectedWords,
	isAskedWithin,
	type MenuPoint,
	pointOf,
} from '#renderer/ui/context-menu.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { MenuItem } from '#renderer/ui/Menu.tsx';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { addAnnotation, removeAnnotations } from '../annotation-mutations.ts';
import { startEditing } from '../annotations-store.ts';
import styles from './AnnotationCard.module.css';
import { CardBody } from './CardBody.tsx';
import { useCardText } from './card-context.ts';

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
				<Reply key={reply.id} reply={reply} />
			))}
		</ul>
	);
}

function Reply({ reply }: { reply: Annotation }) {
	const { isNoteless } = useCardText();
	const [menuAt, setMenuAt] = useState<MenuPoint | null>(null);
	const remove = () => void removeAnnotations([reply]);
	function ask(event: MouseEvent): void {
		if (!isAskedWithin(event) || belongsToSystem(event) || hasSelectedWords(event.currentTarget)) return;
		// Nor does the menu of the note speak of it.
		event.stopPropagation();
		if (isNoteless) return;
		event.preventDefault();
		setMenuAt(pointOf(event));
	}
	return (
		<li className={styles.reply} onContextMenu={ask}>
			<header className={styles.head}>
				<span className={styles.facts}>{[reply.author, formatDay(reply.createdAt)].filter(Boolean).join(' · ')}</span>
				{isNoteless ? null : (
					<IconButton label={message('annotations.remove-reply')} className={styles.actions} onPress={remove}>
						<Trash2 size={13} />
					</IconButton>
				)}
			</header>
			<CardBody annotation={reply} />
			{menuAt ? (
				<ContextMenu at={menuAt} label={message('annotations.reply-actions')} onClose={() => setMenuAt(null)}>
					<MenuItem onAction={() => onceClosed(() => startEditing(reply.id))}>{message('annotations.edit')}</MenuItem>
					<MenuItem onAction={remove}>{message('annotations.remove-reply')}</MenuItem>
				</ContextMenu>
			) : null}
		</li>
	);
}

/** Makes an empty answer and opens it for writing. */
export async function startReply({ id, recordId }: Annotation): Promise<void> {
	const added = await addAnnotation({ recordId, range: null, purpose: 'note', replyToId: id });
	if (added) startEditing(added.id);
}
