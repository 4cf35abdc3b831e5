import { commandWordsKey } from '#shared/api/command-words.ts';
import { type CommandId, commandTitleKey } from '#shared/api/commands.ts';
import { activeLocale, inEnglish, message } from '#shared/messages/messages.ts';

/** By what a command is found. */
export interface CommandTexts {
	/** What it is called here, which comes first, and in English, which is what others write of. */
	titles: string[];
	/** Other words for it, in both. */
	words: string[];
}

export function commandTexts(id: CommandId): CommandTexts {
	const words = commandWordsKey(id);
	const tongues = activeLocale() === 'en' ? [message] : [message, inEnglish];
	return {
		titles: tongues.map((say) => say(commandTitleKey(id))),
		words: tongues.flatMap((say) => (words ? say(words).split(/\s*,\s*/) : [])),
	};
}
