import type { MessageKey } from '../messages/messages.ts';
import type { CommandId } from './commands.ts';

/** Commands that people look for by other words than they are called here: those are `command-words.<id>`, with commas. */
const worded = [
	'adding.files',
	'aloud.toggle',
	'annotation.note',
	'archive.backup',
	'archive.lock',
	'archive.merge',
	'archive.unplug',
	'edition.print',
	'editions.compare',
	'find.open',
	'go.chronology',
	'go.custody',
	'go.names',
	'go.wantedSources',
	'help.shortcuts',
	'history.undo',
	'originals.verify',
	'package.export',
	'reader.beside',
	'reading-copy.export',
	'reading.larger',
	'reading.quiet',
	'recognition.start',
	'record.cite',
	'records.withdraw',
	'settings.open',
	'text.redact',
	'text.write',
	'theme.dark',
	'translations.ask',
] as const satisfies readonly CommandId[];

type Worded = (typeof worded)[number];

/** The catalogue's key for what else a command may be called; null where its title is all. */
export function commandWordsKey(id: CommandId): (MessageKey & `command-words.${Worded}`) | null {
	const own = worded.find((each) => each === id);
	return own ? `command-words.${own}` : null;
}
