import { Pencil } from 'lucide-react';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { drafts } from '../annotation-mutations.ts';
import { startEditing, useAnnotationsView } from '../annotations-store.ts';
import { MarkdownText } from '../MarkdownText.tsx';
import styles from './AnnotationCard.module.css';
import { BodyEditor } from './BodyEditor.tsx';
import { useCardText } from './card-context.ts';

/** The note itself: read, or written. Shows what was typed even before the archive has it. */
export function CardBody({ annotation }: { annotation: Annotation }) {
	const { id } = annotation;
	const { onFollow, isNoteless } = useCardText();
	const isEditing = useAnnotationsView(({ editingId }) => editingId === id);
	const draft = drafts.useDrafts(({ drafts: all }) => all[id]);
	if (isEditing || draft?.error) return <BodyEditor annotation={annotation} />;

	const body = draft?.body ?? annotation.body;
	if (body === '') {
		if (isNoteless) return null;
		return (
			<button type="button" className={styles.write} onClick={() => startEditing(id)}>
				{message('annotations.write')}
			</button>
		);
	}
	return (
		<div className={styles.body}>
			<MarkdownText markdown={body} onFollow={onFollow} />
			{isNoteless ? null : (
				<button
					type="button"
					className={styles.edit}
					aria-label={message('annotations.edit')}
					title={message('annotations.edit')}
					onClick={() => startEditing(id)}
				>
					<Pencil size={13} aria-hidden />
				</button>
			)}
		</div>
	);
}
