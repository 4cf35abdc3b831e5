import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { toErrorData } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { addFiles } from './commands/add.ts';
import { listRecords } from './commands/list.ts';
import { makeArchive } from './commands/new.ts';
import { searchArchive } from './commands/search.ts';
import { serveArchive } from './commands/serve.ts';
import { showRecord } from './commands/show.ts';
import { verifyArchive } from './commands/verify.ts';
import { createOutput, type Output } from './output.ts';
import { openSession, type Session, type SessionOptions } from './session.ts';

export interface ProgramOptions {
	installFolder: string;
	version: string;
}

/** The options that every command has. */
interface CommonOptions {
	archive?: string;
	data?: string;
	json?: boolean;
}

const couldNotBeDone = 2;
const mostHits = 10_000;

/** Runs one command line and gives its exit status: 0 done, 1 done with failures that are listed, 2 could not be done. */
export async function runProgram(argv: readonly string[], options: ProgramOptions): Promise<number> {
	let status = 0;
	const program = buildProgram(options, (given) => {
		status = given;
	});
	try {
		await program.parseAsync(argv, { from: 'user' });
		return status;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : couldNotBeDone;
		throw error;
	}
}

function buildProgram({ installFolder, version }: ProgramOptions, setStatus: (status: number) => void): Command {
	const program = new Command('lectern')
		.description(message('cli.help.lectern'))
		.version(version, '-V, --version', message('cli.help.version'))
		.helpOption('-h, --help', message('cli.help.help'))
		.helpCommand('help [command]', message('cli.help.help'))
		.addHelpText('after', `\n${message('cli.help.status')}`)
		.exitOverride();

	/** Runs `work` with an open archive, and turns what it throws into a sentence and status 2. */
	const withSession =
		(mode: SessionOptions['mode'], work: (session: Session, output: Output) => Promise<number>) =>
		(options: CommonOptions) =>
			run(options, async (output) => {
				const session = await openSession({ ...sessionPlace(options), installFolder, mode, output });
				try {
					return await work(session, output);
				} finally {
					await session.close();
				}
			});

	async function run(options: CommonOptions, work: (output: Output) => Promise<number>): Promise<void> {
		const output = createOutput(options.json === true);
		try {
			setStatus(await work(output));
		} catch (error) {
			output.error(toErrorData(error));
			setStatus(couldNotBeDone);
		}
	}

	describe(program, 'new', '<file>', 'cli.help.file', { hasArchive: false })
		.option('--title <title>', message('cli.help.title'))
		.action((file: string, options: CommonOptions & { title?: string }) =>
			run(options, (output) =>
				makeArchive({ ...sessionPlace(options), installFolder, file, title: options.title, output }),
			),
		);
	describe(program, 'add', '<file...>', 'cli.help.files').action((files: string[], options: CommonOptions) =>
		withSession('write', (session, output) => addFiles(session, files, output))(options),
	);
	describe(program, 'list').action(withSession('read', listRecords));
	describe(program, 'show', '<record>', 'cli.help.record').action((asked: string, options: CommonOptions) =>
		withSession('read', (session, output) => showRecord(session, asked, output))(options),
	);
	describe(program, 'search', '<query...>', 'cli.help.query')
		.option('--limit <number>', message('cli.help.limit'), readLimit, 50)
		.action((words: string[], options: CommonOptions & { limit: number }) =>
			withSession('read', (session, output) =>
				searchArchive(session, { text: words.join(' '), limit: options.limit }, output),
			)(options),
		);
	describe(program, 'verify').action(withSession('write', verifyArchive));
	describe(program, 'serve')
		.option('--add <file...>', message('cli.help.serveAdd'))
		.action((options: CommonOptions & { add?: string[] }) =>
			run(options, (output) =>
				serveArchive({ ...sessionPlace(options), installFolder, filesToAdd: options.add ?? [] }, output),
			),
		);
	return program;
}

type DescribedCommand = 'new' | 'add' | 'list' | 'show' | 'search' | 'verify' | 'serve';
type ArgumentHelp = 'cli.help.file' | 'cli.help.files' | 'cli.help.record' | 'cli.help.query';

function describe(
	program: Command,
	name: DescribedCommand,
	argument?: string,
	argumentHelp?: ArgumentHelp,
	{ hasArchive = true } = {},
): Command {
	const command = program.command(name).description(message(`cli.help.${name}`));
	if (argument && argumentHelp) command.argument(argument, message(argumentHelp));
	if (hasArchive) command.addOption(new Option('--archive <file>', message('cli.help.archive')));
	return command
		.option('--json', message('cli.help.json'))
		.option('--data <folder>', message('cli.help.data'))
		.helpOption('-h, --help', message('cli.help.help'))
		.exitOverride();
}

function sessionPlace({ archive, data }: CommonOptions): { archivePath: string | null; dataFolder: string | null } {
	return { archivePath: archive ? resolve(archive) : null, dataFolder: data ?? null };
}

function readLimit(text: string): number {
	const limit = Number(text);
	if (Number.isInteger(limit) && limit > 0 && limit <= mostHits) return limit;
	throw new InvalidArgumentError(message('cli.help.limitForm', { most: mostHits }));
}
