import { startLinking } from '#renderer/features/links/index.ts';
import { passageKeysSaid } from '#renderer/lib/shortcuts.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { type Annotation, quoteOf, type TextRange } from '#shared/domain/annotation.ts';
import { quotedWords } from '#shared/domain/placed-words.ts';
import { message } from '#shared/messages/messages.ts';
import type { AnnotatedText } from './annotated-text.ts';
import { rangeAtHand } from './marking.ts';

/** Begins a link from words of the text. */
export function linkFrom(text: AnnotatedText, range: TextRange): void {
	startLinking({ end: { kind: 'record', id: text.recordId, range }, words: quotedWords(text.blocks, range) });
}

/** Begins a link from an annotation. */
export function linkFromAnnotation(annotation: Annotation): void {
	const { id, purpose, body } = annotation;
	startLinking({ end: { kind: 'annotation', id }, words: quoteOf(annotation) || body, purpose });
}

/** Begins a link from the card that has the focus, else from the selected words or the passage that has the focus. */
export function linkAtHand(text: AnnotatedText, annotations: readonly Annotation[]): void {
	const card = document.activeElement?.closest<HTMLElement>('[data-annotation]')?.dataset.annotation;
	const annotation = annotations.find(({ id }) => id === card);
	const range = annotation ? null : rangeAtHand(text);
	if (annotation) linkFromAnnotation(annotation);
	else if (range) linkFrom(text, range);
	else showToast(message('links.nothing-at-hand', passageKeysSaid()));
}
