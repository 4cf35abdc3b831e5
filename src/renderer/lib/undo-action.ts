import { runCommand } from '#renderer/lib/commands.ts';
import type { ToastContent } from '#renderer/ui/toast.ts';
import { message } from '#shared/messages/messages.ts';

/** Takes back the step that was just done. */
export function undoAction(): NonNullable<ToastContent['action']> {
	return {
		label: message('command.history.undo'),
		run: () => void runCommand('history.undo'),
		isLastStep: true,
	};
}
