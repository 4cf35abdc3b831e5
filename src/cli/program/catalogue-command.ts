import type { Command } from 'commander';
import { message } from '#shared/messages/messages.ts';
import { type CatalogueOptions, importCatalogue } from '../commands/catalogue.ts';
import { type CommonOptions, describeAs, gatherValues, type WithSession } from './describe-command.ts';

/** `lectern catalogue FILE`. */
export function addCatalogueCommand(program: Command, withSession: WithSession): void {
	describeAs(program, 'catalogue', 'cli.help.catalogue', '<file>', 'cli.help.catalogueFile')
		.option('--column <heading=use>', message('cli.help.catalogueColumn'), gatherValues, [])
		.option('--replace', message('cli.help.catalogueReplace'))
		.option('--dry-run', message('cli.help.catalogueDryRun'))
		.action((file: string, options: CommonOptions & CatalogueOptions) =>
			withSession('write', (session, output) => importCatalogue(session, { ...options, file }, output))(options),
		);
}
