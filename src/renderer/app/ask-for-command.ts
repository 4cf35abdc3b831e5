import { isCommandAnswered, runCommand } from '#renderer/lib/commands.ts';
import { isDialogOpen } from '#renderer/ui/Dialog.tsx';
import type { CommandId } from '#shared/api/commands.ts';

/** Somebody comes in, and what is on the screen must go, whatever it asks. */
const urgent: ReadonlySet<CommandId> = new Set(['archive.lock']);

/** Runs a command that a key or the menu asks for; false when nobody answers it, or a dialog stands before those who do. */
export function askForCommand(id: CommandId): boolean {
	if (!isCommandAnswered(id) || (isDialogOpen() && !urgent.has(id))) return false;
	return runCommand(id);
}
