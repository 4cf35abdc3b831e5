import { type AnnotatedText, mark as markWords, rangeBeingChosen } from '#renderer/features/annotations/index.ts';
import { useIsNoteless } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import { message } from '#shared/messages/messages.ts';
import type { ChosenWords } from './chosen-words.ts';

/**
 * Answers the commands that mark words, for what is being chosen or was chosen on the side that one is at: the note opens for
 * writing in the third pane.
 */
export function useNoting(text: AnnotatedText | null, chosen: ChosenWords | null, onNoted: () => void): void {
	const isEnabled = !useIsNoteless();
	const on = (purpose: Purpose) => () => {
		const range = (text && rangeBeingChosen(text)) ?? chosen?.end.range;
		if (text && range) void markWords(text, range, purpose).then((isMarked) => isMarked && onNoted());
		else showToast(message('annotations.nothing-selected'));
	};
	useCommand('annotation.note', on('note'), isEnabled);
	useCommand('annotation.claim', on('claim'), isEnabled);
	useCommand('annotation.evidence', on('evidence'), isEnabled);
	useCommand('annotation.dispute', on('dispute'), isEnabled);
	useCommand('annotation.question', on('question'), isEnabled);
}
