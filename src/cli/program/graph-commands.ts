import { type Command, Option } from 'commander';
import { type GraphFormat, graphFormats, graphRelations } from '#shared/domain/graph.ts';
import { message } from '#shared/messages/messages.ts';
import { exportGraph, type GraphOptions, type LinkChoice, listLinks } from '../commands/graph.ts';
import { type CommonOptions, describeAs, describeGroup, type WithSession } from './describe-command.ts';

/** `lectern links …`, and `lectern graph`, which is how the picture is asked for. */
export function addGraphCommands(program: Command, withSession: WithSession): void {
	const links = describeGroup(program, 'links', 'cli.help.links');
	withRelations(describeAs(links, 'list', 'cli.help.linksList')).action((options: CommonOptions & LinkChoice) =>
		withSession('read', (session, output) => listLinks(session, options, output))(options),
	);
	const write = (options: CommonOptions & GraphOptions) =>
		withSession('read', (session, output) => exportGraph(session, options, output))(options);
	withFormat(describeAs(links, 'export', 'cli.help.linksExport'), 'links-csv').action(write);
	withFormat(describeAs(program, 'graph', 'cli.help.graph'), 'svg').action(write);
}

function withFormat(command: Command, format: GraphFormat): Command {
	return withRelations(command)
		.addOption(new Option('--format <format>', message('cli.help.format')).choices(graphFormats).default(format))
		.option('--out <file>', message('cli.help.out'));
}

function withRelations(command: Command): Command {
	return command.addOption(
		new Option('--relation <relation...>', message('cli.help.linksRelation')).choices(
			graphRelations.filter((relation) => relation !== 'within'),
		),
	);
}
