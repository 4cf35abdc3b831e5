import { type Command, InvalidArgumentError } from 'commander';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import type { Output } from '../output.ts';
import type { Session, SessionOptions, SessionPlace } from '../session.ts';

const mostHits = 10_000;

/** The options that every command has. */
export interface CommonOptions {
	archive?: string;
	data?: string;
	passphraseFile?: string;
	field?: boolean;
	json?: boolean;
}

/** Runs `work` with an open archive, and turns what it throws into a sentence and status 2. */
export type WithSession = (
	mode: SessionOptions['mode'],
	work: (session: Session, output: Output) => Promise<number>,
) => (options: CommonOptions) => Promise<void>;

/** The same without an archive. */
export type AtPlace = (
	options: CommonOptions,
	work: (place: SessionPlace, output: Output) => Promise<number>,
) => Promise<void>;

type DescribedCommand = 'new' | 'add' | 'list' | 'show' | 'search' | 'merge' | 'ocr' | 'verify' | 'serve';
export type HelpKey = Extract<MessageKey, `cli.help.${string}`>;

export function describe(
	program: Command,
	name: DescribedCommand,
	argument?: string,
	argumentHelp?: HelpKey,
	options: { hasArchive?: boolean } = {},
): Command {
	return describeAs(program, name, `cli.help.${name}`, argument, argumentHelp, options);
}

export function describeAs(
	program: Command,
	name: string,
	help: HelpKey,
	argument?: string,
	argumentHelp?: HelpKey,
	{ hasArchive = true } = {},
): Command {
	const command = program.command(name).description(message(help));
	if (argument && argumentHelp) command.argument(argument, message(argumentHelp));
	if (hasArchive)
		command
			.option('--archive <file>', message('cli.help.archive'))
			.option('--passphrase-file <file>', message('cli.help.passphrase-file'));
	return command
		.option('--json', message('cli.help.json'))
		.option('--data <folder>', message('cli.help.data'))
		.option('--field', message('cli.help.field'))
		.helpOption('-h, --help', message('cli.help.help'))
		.exitOverride();
}

/** A command of commands: `lectern names …`. */
export function describeGroup(program: Command, name: string, help: HelpKey): Command {
	return program
		.command(name)
		.description(message(help))
		.exitOverride()
		.helpOption('-h, --help', message('cli.help.help'))
		.helpCommand('help [command]', message('cli.help.help'));
}

/** An option that may be given several times. */
export function gatherValues(value: string, before: string[]): string[] {
	return [...before, value];
}

/** A number of one of several, from 1, or 0 for none of them. */
export function readOneOrNone(text: string): number {
	if (/^\d{1,6}$/.test(text)) return Number(text);
	throw new InvalidArgumentError(message('cli.help.editionsRecording'));
}

export function readLimit(text: string): number {
	const limit = Number(text);
	if (Number.isInteger(limit) && limit > 0 && limit <= mostHits) return limit;
	throw new InvalidArgumentError(message('cli.help.limitForm', { most: mostHits }));
}
