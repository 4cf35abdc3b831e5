import { addAnnotation, startEditing } from '#renderer/features/annotations/index.ts';
import { useIsNoteless } from '#renderer/lib/archive-status.ts';
import { useCommand } from '#renderer/lib/commands.ts';
import { showToast } from '#renderer/ui/toast.ts';
import type { Purpose } from '#shared/domain/annotation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import type { ChosenWords } from './chosen-words.ts';

/**
 * Answers the commands that mark words, for what is chosen on the side that one is at: the note opens for writing in the
 * third pane.
 */
export function useNoting(chosen: ChosenWords | null, onNoted: () => void): void {
	const isEnabled = !useIsNoteless();
	const mark = (purpose: Purpose) => () => void noteOn(chosen, purpose, onNoted);
	useCommand('annotation.note', mark('note'), isEnabled);
	useCommand('annotation.claim', mark('claim'), isEnabled);
	useCommand('annotation.evidence', mark('evidence'), isEnabled);
	useCommand('annotation.dispute', mark('dispute'), isEnabled);
	useCommand('annotation.question', mark('question'), isEnabled);
}

async function noteOn(chosen: ChosenWords | null, purpose: Purpose, onNoted: () => void): Promise<void> {
	if (!chosen) {
		showToast(message('annotations.nothing-selected'));
		return;
	}
	const { id, range } = chosen.end;
	const added = await addAnnotation({ recordId: id as RecordId, range, purpose });
	if (!added) return;
	onNoted();
	startEditing(added.id);
}
