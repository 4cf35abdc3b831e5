import { type Command, Option } from 'commander';
import { type NameKind, nameKinds } from '#shared/domain/name.ts';
import { message } from '#shared/messages/messages.ts';
import { exportNames, type NameExportOptions, nameFormats } from '../commands/export-names.ts';
import { locateName } from '../commands/map.ts';
import { addForms, listNames, mergeNames, splitName } from '../commands/names.ts';
import { type CommonOptions, describeAs, describeGroup, type WithSession } from './describe-command.ts';
import { metresOf } from './map-commands.ts';

/** `lectern names …`: listing is what it does when nothing else is said. */
export function addNameCommands(program: Command, withSession: WithSession): void {
	const names = describeGroup(program, 'names', 'cli.help.names');
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
	describeAs(names, 'export', 'cli.help.namesExport')
		.addOption(new Option('--format <format>', message('cli.help.namesFormat')).choices(nameFormats).default('csv'))
		.option('--out <file>', message('cli.help.out'))
		.action((options: CommonOptions & NameExportOptions) =>
			withSession('read', (session, output) => exportNames(session, options, output))(options),
		);
	describeAs(names, 'locate', 'cli.help.namesLocate', '<name>', 'cli.help.namesName')
		.argument('<point>', message('cli.help.namesPoint'))
		.option('--source <text>', message('cli.help.namesPointSource'), '')
		.option('--uncertainty <metres>', message('cli.help.namesUncertainty'), metresOf)
		.action((asked: string, point: string, options: CommonOptions & { source: string; uncertainty?: number }) =>
			withSession('write', (session, output) => {
				const { source, uncertainty: uncertaintyM } = options;
				return locateName(session, { asked, point, source, uncertaintyM }, output);
			})(options),
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
