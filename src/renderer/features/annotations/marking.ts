import { afterPaint } from '#renderer/lib/after-paint.ts';
import { passageKeysSaid } from '#renderer/lib/shortcuts.ts';
import { awaitEditor, takeTypedAhead } from '#renderer/lib/type-ahead.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { type Purpose, quoteOf, type TextRange } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import { type AnnotatedText, focusedOrdinal } from './annotated-text.ts';
import { addAnnotation } from './annotation-mutations.ts';
import { startEditing, useAnnotationsView } from './annotations-store.ts';
import { announceMark } from './announce-mark.ts';
import { rangeToMark, wholePassage } from './selection-range.ts';
import { endChoosing, rangeBeingChosen, useWordChoice } from './words/word-choice.ts';

/** What a mark or a quotation would be of now: the words that are chosen or selected, else the passage that has the focus. */
export function rangeAtHand(text: AnnotatedText): TextRange | null {
	const chosen = rangeBeingChosen(text);
	if (chosen) return chosen;
	const { selection } = useAnnotationsView.getState();
	if (selection) return rangeToMark(text.blocks, text.editionId, selection.start, selection.end);
	const ordinal = focusedOrdinal(text);
	return ordinal === null ? null : wholePassage(text.blocks, text.editionId, ordinal);
}

/** Makes an annotation of what is at hand and opens its card for writing. */
export async function markAtHand(text: AnnotatedText, purpose: Purpose): Promise<void> {
	const range = rangeAtHand(text);
	if (range) await mark(text, range, purpose);
	else showToast(message('annotations.nothing-selected', passageKeysSaid()));
}

/**
 * The mark is on the text from the command on, and taken back where it could not be stored; its card comes when it is on
 * disk. Says whether it is.
 */
export async function mark(text: AnnotatedText, range: TextRange, purpose: Purpose): Promise<boolean> {
	const { selection } = useAnnotationsView.getState();
	const { choice } = useWordChoice.getState();
	// What is selected or being chosen would cover the mark.
	document.getSelection()?.removeAllRanges();
	endChoosing();
	const adding = addAnnotation({ recordId: text.recordId, range, purpose });
	awaitEditor(adding);
	const added = await adding;
	if (!added) {
		takeTypedAhead();
		// To be marked again.
		if (selection) document.getSelection()?.addRange(selection.domRange);
		useWordChoice.setState({ choice });
		return false;
	}
	announceMark(purpose, quoteOf(added));
	// Its card takes longer to draw than the mark.
	afterPaint(() => startEditing(added.id));
	return true;
}
