import { archive } from '#renderer/lib/archive.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';

/** Takes back the last step of this archive, and says which one it was. */
export function undo(): void {
	archive.calls.history.undo().then((label) => {
		if (label === null) showToast(message('history.nothing-to-undo'));
		else
			showToast(message('history.undone', { step: stepName(label) }), {
				label: message('command.history.redo'),
				run: redo,
				isLastStep: true,
			});
	}, showError);
}

export function redo(): void {
	archive.calls.history.redo().then((label) => {
		if (label === null) showToast(message('history.nothing-to-redo'));
		else
			showToast(message('history.redone', { step: stepName(label) }), {
				label: message('command.history.undo'),
				run: undo,
				isLastStep: true,
			});
	}, showError);
}

/** The archive labels a step by the last part of its key in the catalogue. */
function stepName(label: string): string {
	return message(`history.step.${label}` as MessageKey);
}
