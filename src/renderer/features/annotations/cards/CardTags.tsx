import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { queries } from '#renderer/lib/query-keys.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { updateAnnotation } from '../annotation-mutations.ts';
import { useAnnotationsView } from '../annotations-store.ts';
import styles from './AnnotationCard.module.css';
import { useCardText } from './card-context.ts';

/** The tags of an annotation; while its card is active, with a field that completes from the tags in use. */
export function CardTags({ annotation }: { annotation: Annotation }) {
	const { tags } = annotation;
	const { isNoteless } = useCardText();
	const isActive = useAnnotationsView(({ activeId }) => activeId === annotation.id) && !isNoteless;
	const set = (next: (tags: readonly string[]) => string[]) =>
		void updateAnnotation(annotation, (latest) => ({ tags: next(latest.tags) }));
	if (tags.length === 0 && !isActive) return null;
	return (
		<ul className={styles.tags} aria-label={message('annotations.tags')}>
			{tags.map((tag) => (
				<li key={tag} className={styles.tag}>
					{tag}
					{isActive && (
						<button
							type="button"
							className={styles.removeTag}
							aria-label={message('annotations.remove-tag', { tag })}
							onClick={() => set((all) => all.filter((other) => other !== tag))}
						>
							<X size={11} aria-hidden />
						</button>
					)}
				</li>
			))}
			{isActive && (
				<li>
					<NewTag onAdd={(tag) => set((all) => [...new Set([...all, tag])])} known={tags} />
				</li>
			)}
		</ul>
	);
}

function NewTag({ onAdd, known }: { onAdd: (tag: string) => void; known: readonly string[] }) {
	const [text, setText] = useState('');
	const { data: inUse = [] } = useQuery(queries.tags.list());
	const listId = useId();

	function add(): void {
		const tag = text.trim();
		setText('');
		if (tag !== '' && !known.includes(tag)) onAdd(tag);
	}
	function press(event: KeyboardEvent): void {
		if (event.key !== 'Enter' && event.key !== ',') return;
		event.preventDefault();
		add();
	}
	return (
		<>
			<input
				className={styles.newTag}
				aria-label={message('annotations.add-tag')}
				placeholder={message('annotations.add-tag')}
				list={listId}
				maxLength={200}
				value={text}
				onChange={(event) => setText(event.target.value)}
				onKeyDown={press}
				onBlur={add}
			/>
			<datalist id={listId}>
				{inUse
					.filter(({ name }) => !known.includes(name))
					.map(({ id, name }) => (
						<option key={id} value={name} />
					))}
			</datalist>
		</>
	);
}
