import { archive } from '#renderer/lib/archive.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { SettledPassages } from '#shared/domain/alignment.ts';
import { message } from '#shared/messages/messages.ts';

/** Says that passages stand beside each other, or beside nothing, as one step that the toast offers to undo. */
export async function settleAlignment(passages: SettledPassages): Promise<void> {
	try {
		await archive.calls.alignments.settle(passages);
		showToast(message('beside.settled'), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Leaves passages to be aligned by themselves again, as one step that the toast offers to undo. */
export async function takeBackAlignment(passages: SettledPassages): Promise<void> {
	try {
		await archive.calls.alignments.remove(passages);
		showToast(message('beside.taken-back'), undoAction());
	} catch (error) {
		showError(error);
	}
}
