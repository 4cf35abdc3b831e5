import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Installation } from '#archive/device/installation.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { type FindingAidFormat, findingAidFormats } from '#shared/domain/finding-aid.ts';
import { message } from '#shared/messages/messages.ts';
import { addFiles } from './commands/add.ts';
import { addEdition } from './commands/add-edition.ts';
import { describeRecord } from './commands/describe.ts';
import { writeFindingAid } from './commands/finding-aid.ts';
import { listRecords } from './commands/list.ts';
import { mergeArchive, previewMerge } from './commands/merge.ts';
import { makeArchive } from './commands/new.ts';
import { recogniseRecord } from './commands/ocr.ts';
import { saveOriginal } from './commands/original.ts';
import { reportOnBag } from './commands/packages/bag-check.ts';
import { proveByPackage, proveFile } from './commands/prove.ts';
import { showRecord } from './commands/show.ts';
import { verifyArchive } from './commands/verify.ts';
import type { KeyFiles } from './key-files.ts';
import { createOutput, type Output } from './output.ts';
import { addAnnotationCommands } from './program/annotation-commands.ts';
import { addBesideCommand } from './program/beside-command.ts';
import { addCarryCommands } from './program/carry-commands.ts';
import { addCatalogueCommand } from './program/catalogue-command.ts';
import { addCiteCommand } from './program/cite-command.ts';
import {
	type AtPlace,
	type CommonOptions,
	describe,
	describeAs,
	describeGroup,
	gatherValues,
	readLimit,
	readOneOrNone,
	type WithSession,
} from './program/describe-command.ts';
import { addEventCommands } from './program/event-commands.ts';
import { addGraphCommands } from './program/graph-commands.ts';
import { addLogCommands } from './program/log-commands.ts';
import { addMapCommand } from './program/map-commands.ts';
import { addNameCommands } from './program/name-commands.ts';
import { addPackageCommands } from './program/package-commands.ts';
import { addPassphraseCommands } from './program/passphrase-commands.ts';
import { addPurgeCommand } from './program/purge-command.ts';
import { addReceiptCommand } from './program/receipt-command.ts';
import { addSigningCommands } from './program/signing-commands.ts';
import { addSourceCommands } from './program/source-commands.ts';
import { addTranscriptCommand } from './program/transcript-command.ts';
import { addTranslationCommands } from './program/translation-commands.ts';
import { openSession, type SessionPlace } from './session.ts';

export interface ProgramOptions {
	installation: Installation;
	version: string;
}

interface SearchOptions extends CommonOptions {
	limit: number;
	close?: boolean;
	facets?: boolean;
	list?: string;
}

const couldNotBeDone = 2;

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

function buildProgram({ installation, version }: ProgramOptions, setStatus: (status: number) => void): Command {
	const program = new Command('lectern')
		.description(message('cli.help.lectern'))
		.version(version, '-V, --version', message('cli.help.version'))
		.helpOption('-h, --help', message('cli.help.help'))
		.helpCommand('help [command]', message('cli.help.help'))
		.addHelpText('after', `\n${message('cli.help.status')}`)
		.exitOverride();

	const sessionPlace = ({ archive, data, passphraseFile, field }: CommonOptions): SessionPlace => ({
		installation,
		archivePath: archive ? resolve(archive) : null,
		dataFolder: data ?? installation.dataFolder,
		passphraseFile: passphraseFile ?? null,
		isField: field === true,
	});

	const withSession: WithSession = (mode, work) => (options) =>
		run(options, async (output) => {
			const session = await openSession({ ...sessionPlace(options), mode, output });
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
		.option('--passphrase-file <file>', message('cli.help.newPassphraseFile'))
		.action((file: string, options: CommonOptions & { title?: string }) =>
			run(options, (output) => makeArchive({ ...sessionPlace(options), file, title: options.title, output })),
		);
	describe(program, 'add', '<file...>', 'cli.help.files')
		.option('--keep-zip', message('cli.help.keepZip'))
		.option('--take-withdrawn', message('cli.help.takeWithdrawn'))
		.action((files: string[], options: CommonOptions & { keepZip?: boolean; takeWithdrawn?: boolean }) =>
			withSession('write', (session, output) => addFiles(session, { ...options, files }, output))(options),
		);
	const editions = describeGroup(program, 'editions', 'cli.help.editions');
	describeAs(editions, 'add', 'cli.help.editionsAdd', '<record>', 'cli.help.record')
		.argument('<file>', message('cli.help.editionsFile'))
		.option('--recording <number>', message('cli.help.editionsRecording'), readOneOrNone)
		.action((record: string, file: string, options: CommonOptions & { recording?: number }) =>
			withSession('write', (session, output) => addEdition(session, { ...options, record, file }, output))(options),
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
			return withSession('read', async (session, output) => {
				// The engine, its language rules and known names: most commands do without.
				if (list === undefined) {
					const { searchArchive } = await import('./commands/search.ts');
					return searchArchive(session, { text, limit, isClose: close, hasFacets: facets }, output);
				}
				const { searchListFile } = await import('./commands/search-list.ts');
				return searchListFile(session, { file: resolve(list), isClose: close }, output);
			})(options);
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
	addBesideCommand(program, withSession);
	addTranscriptCommand(program, withSession);
	addCatalogueCommand(program, withSession);
	addCiteCommand(program, withSession);
	addNameCommands(program, withSession);
	addSourceCommands(program, withSession);
	addTranslationCommands(program, withSession);
	addEventCommands(program, withSession);
	addGraphCommands(program, withSession);
	addMapCommand(program, withSession);
	addAnnotationCommands(program, withSession);
	describe(program, 'merge', '<other>', 'cli.help.mergeOther')
		.option('--preview', message('cli.help.mergePreview'))
		.option('--package-passphrase-file <file>', message('cli.help.package-passphrase-file'))
		.option('--identity-file <file>', message('cli.help.identity-file'))
		.action((other: string, options: CommonOptions & KeyFiles & { preview?: boolean }) =>
			withSession('write', (session, output) =>
				(options.preview ? previewMerge : mergeArchive)(session, other, options, output),
			)(options),
		);
	addPackageCommands(program, withSession);
	describeAs(program, 'bag-check', 'cli.help.bag-check', '<path>', 'cli.help.package-path', { hasArchive: false })
		.option('--package-passphrase-file <file>', message('cli.help.package-passphrase-file'))
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
	describeAs(program, 'prove', 'cli.help.prove', '<card>', 'cli.help.proveCard')
		.addOption(new Option('--package <path>', message('cli.help.provePackage')).conflicts('archive'))
		.option('--package-passphrase-file <file>', message('cli.help.package-passphrase-file'))
		.option('--identity-file <file>', message('cli.help.identity-file'))
		.option('--public-key <key>', message('cli.help.public-key'))
		.action((card: string, options: CommonOptions & KeyFiles & { package?: string; publicKey?: string }) => {
			const { package: path, publicKey, ...keys } = options;
			const signed = { place: sessionPlace(options), publicKey };
			return path === undefined
				? withSession('read', (session, output) => proveFile(session, card, signed, output))(options)
				: run(options, (output) => proveByPackage(card, { ...keys, package: path, signed }, output));
		});
	addReceiptCommand(program, withSession);
	addPurgeCommand(program, withSession);
	const atPlace: AtPlace = (options, work) => run(options, (output) => work(sessionPlace(options), output));
	addLogCommands(program, withSession, atPlace);
	addSigningCommands(program, atPlace);
	addPassphraseCommands(program, atPlace);
	addCarryCommands(program, withSession, atPlace);
	describe(program, 'verify')
		.addOption(new Option('--record <record>', message('cli.help.verifyRecord')).conflicts('collection'))
		.option('--collection <name>', message('cli.help.verifyCollection'))
		.action((options: CommonOptions & { record?: string; collection?: string }) =>
			withSession('either', (session, output) => verifyArchive(session, options, output))(options),
		);
	describe(program, 'serve')
		.option('--add <file...>', message('cli.help.serveAdd'))
		.action((options: CommonOptions & { add?: string[] }) =>
			run(options, async (output) => {
				const { serveArchive } = await import('./commands/serve.ts');
				return serveArchive({ ...sessionPlace(options), filesToAdd: options.add ?? [] }, output);
			}),
		);
	return program;
}
