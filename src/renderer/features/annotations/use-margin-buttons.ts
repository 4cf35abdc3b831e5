import { useEffect } from 'react';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { standsOn, threadsOf } from './annotation-order.ts';
import { showCard } from './annotations-store.ts';
import { copyPassageReference } from './PassageMenu.tsx';

/**
 * Answers the buttons beside passages: `data-copies` copies the reference of a passage, `data-notes-of` goes to its first
 * card. One listener for all, since a text may have ten thousand of them.
 */
export function useMarginButtons(text: AnnotatedText, annotations: readonly Annotation[]): void {
	useEffect(() => {
		const { root, editionId } = text;
		const click = (event: MouseEvent) => {
			const button = event.target instanceof Element ? event.target.closest('button') : null;
			const { copies, notesOf } = button?.dataset ?? {};
			if (copies !== undefined) copyPassageReference(text, Number(copies));
			if (notesOf === undefined) return;
			const ordinal = Number(notesOf);
			const first = threadsOf(annotations).find(({ annotation }) => standsOn(annotation, editionId, ordinal));
			if (first) showCard(first.annotation.id);
		};
		root.addEventListener('click', click);
		return () => root.removeEventListener('click', click);
	}, [text, annotations]);
}
