import {
	type AnnotatedText,
	focusedOrdinal,
	mark as markWords,
	rangeBeingChosen,
	wholePassage,
} from '#renderer/features/annotations/index.ts';
import { addQuote, askForCard, copyCard, copyQuotation } from '#renderer/features/quotes/index.ts';
import { useIsNoteless, useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { passageKeysSaid } from '#renderer/lib/shortcuts.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { Purpose, TextRange } from '#shared/domain/annotation.ts';
import type { CitedRange } from '#shared/domain/citation.ts';
import { message } from '#shared/messages/messages.ts';
import type { ChosenWords } from './chosen-words.ts';

/**
 * Answers the commands that mark and quote words, for what is being chosen or was chosen on the side that one is at, else
 * for the passage that the keyboard is at: a note opens for writing in the third pane.
 */
export function useNoting(text: AnnotatedText | null, chosen: ChosenWords | null, onNoted: () => void): void {
	const canNote = !useIsNoteless();
	const canWrite = !useIsReadOnly();
	const withRange = (act: (text: AnnotatedText, range: TextRange) => unknown) => () => {
		const range = text && (rangeBeingChosen(text) ?? chosen?.end.range ?? passageAt(text));
		if (range) act(text, range);
		else showToast(message('annotations.nothing-selected', passageKeysSaid()));
	};
	const on = (purpose: Purpose) =>
		withRange((at, range) => void markWords(at, range, purpose).then((isMarked) => isMarked && onNoted()));
	useCommand('annotation.note', on('note'), canNote);
	useCommand('annotation.claim', on('claim'), canNote);
	useCommand('annotation.evidence', on('evidence'), canNote);
	useCommand('annotation.dispute', on('dispute'), canNote);
	useCommand('annotation.question', on('question'), canNote);
	const quoting = (act: (cited: CitedRange & { range: TextRange }) => unknown) =>
		withRange(({ recordId }, range) => act({ recordId, range }));
	useCommand('annotation.copy-quote', quoting(copyQuotation));
	useCommand(
		'quotes.card',
		quoting(({ recordId, range }) => copyCard(recordId, range)),
		readingCopy === undefined,
	);
	useCommand('quotes.save-card', quoting(askForCard), readingCopy === undefined);
	useCommand(
		'quotes.add',
		quoting(({ recordId, range }) => addQuote(recordId, range)),
		canWrite,
	);
}

function passageAt(text: AnnotatedText): TextRange | null {
	const ordinal = focusedOrdinal(text);
	return ordinal === null ? null : wholePassage(text.blocks, text.editionId, ordinal);
}
