import { commandWordsKey } from '#shared/api/command-words.ts';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { activeLocale, inEnglish, message } from '#shared/messages/messages.ts';

/**
 * By what a command is found: its title, other words for it, and the same in English, which is what others write of.
 * The title in the active language comes first.
 */
export function commandTexts(id: CommandId): string[] {
	const words = commandWordsKey(id);
	const tongues = activeLocale() === 'en' ? [message] : [message, inEnglish];
	return tongues.flatMap((say) => [say(commandTitleKey(id)), ...(words ? say(words).split(/\s*,\s*/) : [])]);
}
