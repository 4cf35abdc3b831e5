import { allCommands, type CommandId } from '#shared/api/commands.ts';

/** A command's first key chord as Playwright presses it. */
export function chordOf(id: CommandId): string {
	const chord = allCommands.find((command) => command.id === id)?.keys[0];
	if (!chord) throw new Error(`${id} has no keys`);
	return chord.replace('Mod', 'ControlOrMeta');
}
