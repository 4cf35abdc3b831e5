import { type Command, Option } from 'commander';
import { sourceStatuses } from '#shared/domain/wanted-source.ts';
import { message } from '#shared/messages/messages.ts';
import { listSources, type SourceListOptions } from '../commands/sources.ts';
import { type CommonOptions, describeAs, describeGroup, type WithSession } from './describe-command.ts';

/** `lectern sources …`: what is cited and not held. */
export function addSourceCommands(program: Command, withSession: WithSession): void {
	const sources = describeGroup(program, 'sources', 'cli.help.sources');
	describeAs(sources, 'list', 'cli.help.sourcesList')
		.addOption(new Option('--status <status>', message('cli.help.sourcesStatus')).choices([...sourceStatuses]))
		.option('--csv', message('cli.help.sourcesCsv'))
		.option('--out <file>', message('cli.help.out'))
		.action((options: CommonOptions & SourceListOptions) =>
			withSession('read', (session, output) => listSources(session, options, output))(options),
		);
}
