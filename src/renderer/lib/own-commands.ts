import { allCommands, type Command } from '#shared/api/commands.ts';
import { useAnsweredCommands } from './commands.ts';
import { desktop } from './desktop.ts';
import { readingCopy } from './reading-copy.ts';

/** The commands of this edition: what only another one can do would be looked for in vain. */
export function useOwnCommands(): readonly Command[] {
	const answered = useAnsweredCommands();
	if (readingCopy) return allCommands.filter((command) => isInCopies(command) || answered.has(command.id));
	return allCommands.filter(({ isCopyOnly, isDesktopOnly }) => !isCopyOnly && (desktop || !isDesktopOnly));
}

/** Whatever is done with files and with the archive as a whole is done elsewhere; what a page does it may do there too. */
function isInCopies({ group, isDesktopOnly, isCopyOnly }: Command): boolean {
	return isCopyOnly === true || (!isDesktopOnly && group !== 'file');
}
