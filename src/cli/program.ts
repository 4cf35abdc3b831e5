import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type ExportFormat, exportFormats } from '#shared/domain/annotation-transfer.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { type ChronologyFormat, chronologyFormats, type LaneKind, laneKinds } from '#shared/domain/chronology.ts';
import { bibliographyFormats, citationStyles } from '#shared/domain/citation.ts';
import { type CustodyFormat, type CustodyKind, custodyFormats, custodyKinds } from '#shared/domain/custody.ts';
import { type FindingAidFormat, findingAidFormats } from '#shared/domain/finding-aid.ts';
import { type NameKind, nameKinds } from '#shared/domain/name.ts';
import { packageProfiles } from '#shared/domain/package.ts';
import { cardFormats } from '#shared/domain/quote-card.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { addFiles } from './commands/add.ts';
import { addEdition } from './commands/add-edition.ts';
import { exportAnnotations } from './commands/annotations/export.ts';
import { importAnnotations } from './commands/annotations/import.ts';
import { listAnnotations } from './commands/annotations/list.ts';
import { type CiteOptions, citeRecords } from './commands/cite.ts';
import { describeRecord } from './commands/describe.ts';
import { addEvent, exportChronology, listEvents, type NewEventWords } from './commands/events.ts';
import { writeFindingAid } from './commands/finding-aid.ts';
import { listRecords } from './commands/list.ts';
import { exportLog } from './commands/log/export.ts';
import { listLog } from './commands/log/list.ts';
import { verifyLog } from './commands/log/verify.ts';
import { mergeArchive, previewMerge } from './commands/merge.ts';
import { addForms, listNames, mergeNames, splitName } from './commands/names.ts';
import { makeArchive } from './commands/new.ts';
import { recogniseRecord } from './commands/ocr.ts';
import { saveOriginal } from './commands/original.ts';
import { reportOnBag } from './commands/packages/bag-check.ts';
import { type ExportPackageOptions, exportPackage } from './commands/packages/export.ts';
import { importPackage } from './commands/packages/import.ts';
import { proveCard } from './commands/prove.ts';
import { searchArchive } from './commands/search.ts';
import { searchListFile } from './commands/search-list.ts';
import { serveArchive } from './commands/serve.ts';
import { showRecord } from './commands/show.ts';
import { verifyArchive } from './commands/verify.ts';
import type { KeyFiles } from './key-files.ts';
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
	describeAs(program, 'describe', 'cli.help.describe', '<record>', 'cli.help.record')
		.option('--set <field=value>', message('cli.help.describeSet'), gatherValues, [])
		.action((record: string, options: CommonOptions & { set: string[] }) =>
			withSession(options.set.length > 0 ? 'write' : 'read', (session, output) =>
				describeRecord(session, { record, set: options.set }, output),
			)(options),
		);
	describeAs(program, 'original', 'cli.help.original', '<record>', 'cli.help.record')
		.requiredOption('--out <file>', message('cli.help.originalOut'))
		.option('--part <number>', message('cli.help.originalPart'), readLimit)
		.action((record: string, options: CommonOptions & { out: string; part?: number }) =>
			withSession('read', (session, output) => saveOriginal(session, { ...options, record }, output))(options),
		);
	describeAs(program, 'finding-aid', 'cli.help.findingAid')
		.addOption(new Option('--format <format>', message('cli.help.format')).choices(findingAidFormats).default('html'))
		.option('--out <file>', message('cli.help.out'))
		.action((options: CommonOptions & { format: FindingAidFormat; out?: string }) =>
			withSession('read', (session, output) => writeFindingAid(session, options, output))(options),
		);
	addCiteCommand(program, withSession);
	addNameCommands(program, withSession);
	addEventCommands(program, withSession);
	addAnnotationCommands(program, withSession);
	describe(program, 'merge', '<other>', 'cli.help.mergeOther')
		.option('--preview', message('cli.help.mergePreview'))
		.action((other: string, options: CommonOptions & { preview?: boolean }) =>
			withSession('write', (session, output) =>
				options.preview ? previewMerge(session, other, output) : mergeArchive(session, other, output),
			)(options),
		);
	addPackageCommands(program, withSession);
	describeAs(program, 'bag-check', 'cli.help.bag-check', '<path>', 'cli.help.package-path', { hasArchive: false })
		.option('--passphrase-file <file>', message('cli.help.passphrase-file'))
		.option('--identity-file <file>', message('cli.help.identity-file'))
		.action((path: string, options: CommonOptions & KeyFiles) =>
			run(options, (output) => reportOnBag(path, options, output)),
		);
	describe(program, 'ocr', '<record>', 'cli.help.record')
		.option('--lang <languages>', message('cli.help.ocrLang'))
		.action((record: string, options: CommonOptions & { lang?: string }) =>
			withSession('write', (session, output) => recogniseRecord(session, { record, lang: options.lang }, output))(
				options,
			),
		);
	describeAs(program, 'prove', 'cli.help.prove', '<card>', 'cli.help.proveCard').action(
		(card: string, options: CommonOptions) =>
			withSession('read', (session, output) => proveCard(session, card, output))(options),
	);
	addLogCommands(program, withSession);
	describe(program, 'verify')
		.addOption(new Option('--record <record>', message('cli.help.verifyRecord')).conflicts('collection'))
		.option('--collection <name>', message('cli.help.verifyCollection'))
		.action((options: CommonOptions & { record?: string; collection?: string }) =>
			withSession('either', (session, output) => verifyArchive(session, options, output))(options),
		);
	describe(program, 'serve')
		.option('--add <file...>', message('cli.help.serveAdd'))
		.action((options: CommonOptions & { add?: string[] }) =>
			run(options, (output) =>
				serveArchive({ ...sessionPlace(options), installFolder, filesToAdd: options.add ?? [] }, output),
			),
		);
	return program;
}

/** `lectern cite`: a reference to print, or a file of references. */
function addCiteCommand(program: Command, withSession: WithSession): void {
	describeAs(program, 'cite', 'cli.help.cite', '[record]', 'cli.help.record')
		.addOption(new Option('--paragraph <number>', message('cli.help.citeParagraph')).conflicts('format'))
		.addOption(
			new Option('--style <style>', message('cli.help.citeStyle')).choices([...citationStyles]).default('chicago'),
		)
		.addOption(new Option('--card <form>', message('cli.help.citeCard')).choices([...cardFormats]).conflicts('format'))
		.addOption(new Option('--format <format>', message('cli.help.citeFormat')).choices([...bibliographyFormats]))
		.option('--out <file>', message('cli.help.out'))
		.action((record: string | undefined, options: CommonOptions & Omit<CiteOptions, 'record'>) =>
			withSession('read', (session, output) =>
				citeRecords(session, { ...options, ...(record === undefined ? {} : { record }) }, output),
			)(options),
		);
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

/** `lectern export` and `lectern import` */
function addPackageCommands(program: Command, withSession: WithSession): void {
	describeAs(program, 'export', 'cli.help.export')
		.requiredOption('--package <path>', message('cli.help.package'))
		.option('--zip', message('cli.help.zip'))
		.option('--passphrase-file <file>', message('cli.help.passphrase-file'))
		.option('--recipient <key...>', message('cli.help.recipient'))
		.addOption(new Option('--share <profile>', message('cli.help.share')).choices(packageProfiles).default('whole'))
		.option('--record <record...>', message('cli.help.record'))
		.option('--preview', message('cli.help.preview'))
		.action((options: CommonOptions & ExportPackageOptions) =>
			withSession('either', (session, output) => exportPackage(session, options, output))(options),
		);
	describeAs(program, 'import', 'cli.help.import', '<path>', 'cli.help.package-path')
		.option('--passphrase-file <file>', message('cli.help.passphrase-file'))
		.option('--identity-file <file>', message('cli.help.identity-file'))
		.action((path: string, options: CommonOptions & KeyFiles) =>
			withSession('write', (session, output) => importPackage(session, path, options, output))(options),
		);
}

/** `lectern log …`: the custody log. */
function addLogCommands(program: Command, withSession: WithSession): void {
	const log = program.command('log').description(message('cli.help.log')).exitOverride();
	log.helpOption('-h, --help', message('cli.help.help')).helpCommand('help [command]', message('cli.help.help'));
	describeAs(log, 'list', 'cli.help.logList')
		.addOption(new Option('--kind <kind>', message('cli.help.logKind')).choices([...custodyKinds]))
		.option('--record <record>', message('cli.help.record'))
		.option('--limit <number>', message('cli.help.logLimit'), readLimit, 100)
		.action((options: CommonOptions & { kind?: CustodyKind; record?: string; limit: number }) =>
			withSession('read', (session, output) => listLog(session, options, output))(options),
		);
	describeAs(log, 'verify', 'cli.help.logVerify')
		.option('--head <digest>', message('cli.help.logHead'))
		.action((options: CommonOptions & { head?: string }) =>
			withSession('read', (session, output) => verifyLog(session, options, output))(options),
		);
	describeAs(log, 'export', 'cli.help.logExport')
		.addOption(new Option('--format <format>', message('cli.help.format')).choices(custodyFormats).default('jsonl'))
		.option('--out <file>', message('cli.help.out'))
		.option('--sign', message('cli.help.logSign'))
		.action((options: CommonOptions & { format: CustodyFormat; out?: string; sign?: boolean }) =>
			withSession('read', (session, output) => exportLog(session, options, output))(options),
		);
}

type DescribedCommand = 'new' | 'add' | 'list' | 'show' | 'search' | 'merge' | 'ocr' | 'verify' | 'serve';
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

/** An option that may be given several times. */
function gatherValues(value: string, before: string[]): string[] {
	return [...before, value];
}

function readLimit(text: string): number {
	const limit = Number(text);
	if (Number.isInteger(limit) && limit > 0 && limit <= mostHits) return limit;
	throw new InvalidArgumentError(message('cli.help.limitForm', { most: mostHits }));
}
