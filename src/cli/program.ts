import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type ExportFormat, exportFormats } from '#shared/domain/annotation-transfer.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { type ChronologyFormat, chronologyFormats, type LaneKind, laneKinds } from '#shared/domain/chronology.ts';
import { type NameKind, nameKinds } from '#shared/domain/name.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { addFiles } from './commands/add.ts';
import { addEdition } from './commands/add-edition.ts';
import { exportAnnotations } from './commands/annotations/export.ts';
import { importAnnotations } from './commands/annotations/import.ts';
import { listAnnotations } from './commands/annotations/list.ts';
import { addEvent, exportChronology, listEvents, type NewEventWords } from './commands/events.ts';
import { listRecords } from './commands/list.ts';
import { addForms, listNames, mergeNames, splitName } from './commands/names.ts';
import { makeArchive } from './commands/new.ts';
import { searchArchive } from './commands/search.ts';
import { searchListFile } from './commands/search-list.ts';
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

/** Runs `work` with an open archive, and turns what it throws into a sentence and status 2. */
type WithSession = (
	mode: SessionOptions['mode'],
	work: (session: Session, output: Output) => Promise<number>,
) => (options: CommonOptions) => Promise<void>;

interface SearchOptions extends CommonOptions {
	limit: number;
	close?: boolean;
	facets?: boolean;
	list?: string;
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

	const withSession: WithSession = (mode, work) => (options) =>
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
	const editions = program.command('editions').description(message('cli.help.editions')).exitOverride();
	editions.helpOption('-h, --help', message('cli.help.help')).helpCommand('help [command]', message('cli.help.help'));
	describeAs(editions, 'add', 'cli.help.editionsAdd', '<record>', 'cli.help.record')
		.argument('<file>', message('cli.help.editionsFile'))
		.action((record: string, file: string, options: CommonOptions) =>
			withSession('write', (session, output) => addEdition(session, { record, file }, output))(options),
		);
	describe(program, 'list').action(withSession('read', listRecords));
	describe(program, 'show', '<record>', 'cli.help.record').action((asked: string, options: CommonOptions) =>
		withSession('read', (session, output) => showRecord(session, asked, output))(options),
	);
	describe(program, 'search', '[query...]', 'cli.help.query')
		.option('--limit <number>', message('cli.help.limit'), readLimit, 50)
		.option('--close', message('cli.help.close'))
		.option('--facets', message('cli.help.facets'))
		.addOption(new Option('--list <file>', message('cli.help.list-file')).conflicts('facets'))
		.action((words: string[], options: SearchOptions, command: Command) => {
			const { list, close = false, facets = false, limit } = options;
			const text = words.join(' ');
			if ((list === undefined) === (text === '')) command.error(message('cli.search.query-or-list'));
			return withSession('read', (session, output) =>
				list === undefined
					? searchArchive(session, { text, limit, isClose: close, hasFacets: facets }, output)
					: searchListFile(session, { file: resolve(list), isClose: close }, output),
			)(options);
		});
	addNameCommands(program, withSession);
	addEventCommands(program, withSession);
	addAnnotationCommands(program, withSession);
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

/** `lectern names …`: listing is what it does when nothing else is said. */
function addNameCommands(program: Command, withSession: WithSession): void {
	const names = program.command('names').description(message('cli.help.names')).exitOverride();
	names.helpOption('-h, --help', message('cli.help.help')).helpCommand('help [command]', message('cli.help.help'));
	describeAs(names, 'list', 'cli.help.namesList', '[words...]', 'cli.help.namesWords').action(
		(words: string[], options: CommonOptions) =>
			withSession('read', (session, output) => listNames(session, words.join(' '), output))(options),
	);
	describeAs(names, 'add', 'cli.help.namesAdd', '<form...>', 'cli.help.namesForm')
		.option('--to <name>', message('cli.help.namesTo'))
		.addOption(new Option('--kind <kind>', message('cli.help.namesKind')).choices([...nameKinds]).default('person'))
		.option('--source <text>', message('cli.help.namesSource'), '')
		.action((forms: string[], options: CommonOptions & { to?: string; kind: NameKind; source: string }) =>
			withSession('write', (session, output) =>
				addForms(session, { forms, to: options.to, kind: options.kind, source: options.source }, output),
			)(options),
		);
	describeAs(names, 'merge', 'cli.help.namesMerge', '<name...>', 'cli.help.namesName').action(
		(asked: string[], options: CommonOptions) =>
			withSession('write', (session, output) => mergeNames(session, asked, output))(options),
	);
	describeAs(names, 'split', 'cli.help.namesSplit', '<name>', 'cli.help.namesName')
		.argument('<form...>', message('cli.help.namesGoing'))
		.action((asked: string, forms: string[], options: CommonOptions) =>
			withSession('write', (session, output) => splitName(session, { asked, forms }, output))(options),
		);
}

interface ChronologyOptions extends CommonOptions {
	format: ChronologyFormat;
	lanes?: LaneKind;
	out?: string;
}

/** `lectern events …`, and `lectern chronology`, which is how the picture is asked for. */
function addEventCommands(program: Command, withSession: WithSession): void {
	const events = program.command('events').description(message('cli.help.events')).exitOverride();
	events.helpOption('-h, --help', message('cli.help.help')).helpCommand('help [command]', message('cli.help.help'));
	describeAs(events, 'list', 'cli.help.eventsList', '[words...]', 'cli.help.eventsWords').action(
		(words: string[], options: CommonOptions) =>
			withSession('read', (session, output) => listEvents(session, words.join(' '), output))(options),
	);
	describeAs(events, 'add', 'cli.help.eventsAdd', '<title>', 'cli.help.eventsTitle')
		.option('--date <edtf>', message('cli.help.eventsDate'), '')
		.option('--words <text>', message('cli.help.eventsDateWords'), '')
		.option('--kind <kind>', message('cli.help.eventsKind'), '')
		.option('--place <name...>', message('cli.help.eventsPlace'))
		.option('--person <name...>', message('cli.help.eventsPerson'))
		.option('--record <record...>', message('cli.help.eventsRecord'))
		.option('--description <text>', message('cli.help.eventsDescription'), '')
		.option('--source <text>', message('cli.help.eventsSource'), '')
		.action((title: string, options: CommonOptions & NewEventOptions) => {
			const { place: places = [], person: people = [], record: records = [], ...others } = options;
			return withSession('write', (session, output) =>
				addEvent(session, { ...others, title, places, people, records }, output),
			)(options);
		});
	const write = (options: ChronologyOptions) =>
		withSession('read', (session, output) => exportChronology(session, options, output))(options);
	withChronologyOptions(describeAs(events, 'export', 'cli.help.eventsExport'), 'json').action(write);
	withChronologyOptions(describeAs(program, 'chronology', 'cli.help.chronology'), 'svg').action(write);
}

type NewEventOptions = Pick<NewEventWords, 'date' | 'words' | 'kind' | 'description' | 'source'> & {
	place?: string[];
	person?: string[];
	record?: string[];
};

function withChronologyOptions(command: Command, format: ChronologyFormat): Command {
	return command
		.addOption(
			new Option('--format <format>', message('cli.help.chronologyFormat')).choices(chronologyFormats).default(format),
		)
		.addOption(new Option('--lanes <kind>', message('cli.help.chronologyLanes')).choices(laneKinds))
		.option('--out <file>', message('cli.help.out'));
}

/** `lectern annotations …` */
function addAnnotationCommands(program: Command, withSession: WithSession): void {
	const annotations = program.command('annotations').description(message('cli.help.annotations')).exitOverride();
	annotations
		.helpOption('-h, --help', message('cli.help.help'))
		.helpCommand('help [command]', message('cli.help.help'));
	describeAs(annotations, 'list', 'cli.help.annotationsList')
		.option('--record <record>', message('cli.help.record'))
		.action((options: CommonOptions & { record?: string }) =>
			withSession('read', (session, output) => listAnnotations(session, options.record, output))(options),
		);
	describeAs(annotations, 'export', 'cli.help.annotationsExport')
		.addOption(new Option('--format <format>', message('cli.help.format')).choices(exportFormats).default('jsonld'))
		.option('--record <record>', message('cli.help.record'))
		.option('--out <file>', message('cli.help.out'))
		.action((options: CommonOptions & { format: ExportFormat; record?: string; out?: string }) =>
			withSession('read', (session, output) => exportAnnotations(session, options, output))(options),
		);
	describeAs(annotations, 'import', 'cli.help.annotationsImport', '<file>', 'cli.help.annotationFile').action(
		(file: string, options: CommonOptions) =>
			withSession('write', (session, output) => importAnnotations(session, file, output))(options),
	);
}

type DescribedCommand = 'new' | 'add' | 'list' | 'show' | 'search' | 'verify' | 'serve';
type HelpKey = Extract<MessageKey, `cli.help.${string}`>;

function describe(
	program: Command,
	name: DescribedCommand,
	argument?: string,
	argumentHelp?: HelpKey,
	options: { hasArchive?: boolean } = {},
): Command {
	return describeAs(program, name, `cli.help.${name}`, argument, argumentHelp, options);
}

function describeAs(
	program: Command,
	name: string,
	help: HelpKey,
	argument?: string,
	argumentHelp?: HelpKey,
	{ hasArchive = true } = {},
): Command {
	const command = program.command(name).description(message(help));
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
