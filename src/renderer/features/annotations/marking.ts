import { afterPaint } from '#renderer/lib/after-paint.ts';
import { awaitEditor, takeTypedAhead } from '#renderer/lib/type-ahead.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { Purpose, TextRange } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { type AnnotatedText, focusedOrdinal } from './annotated-text.ts';
import { addAnnotation } from './annotation-mutations.ts';
import { startEditing, useAnnotationsView } from './annotations-store.ts';
import { rangeToMark, wholePassage } from './selection-range.ts';

/** What a mark or a quotation would be of now: the selected words, else the passage that has the focus. */
export function rangeAtHand(text: AnnotatedText): TextRange | null {
	const { selection } = useAnnotationsView.getState();
	if (selection) return rangeToMark(text.blocks, text.editionId, selection.start, selection.end);
	const ordinal = focusedOrdinal(text);
	return ordinal === null ? null : wholePassage(text.blocks, text.editionId, ordinal);
}

/** Makes an annotation of what is at hand and opens its card for writing. */
export async function markAtHand(text: AnnotatedText, purpose: Purpose): Promise<void> {
	const range = rangeAtHand(text);
	if (range) await mark(text, range, purpose);
	else showToast(message('annotations.nothing-selected'));
}

/**
 * The mark is on the text from the command on, and taken back where it could not be stored; its card comes when it is on
 * disk.
 */
export async function mark(text: AnnotatedText, range: TextRange, purpose: Purpose): Promise<void> {
	awaitEditor();
	const { selection } = useAnnotationsView.getState();
	// A selection would cover the mark.
	document.getSelection()?.removeAllRanges();
	const added = await addAnnotation({ recordId: text.recordId, range, purpose });
	if (!added) {
		takeTypedAhead();
		// To be marked again.
		if (selection) document.getSelection()?.addRange(selection.domRange);
		return;
	}
	// Its card takes longer to draw than the mark.
	afterPaint(() => startEditing(added.id));
}
