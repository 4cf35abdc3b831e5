import type { Command } from 'commander';
import { message } from '#shared/messages/messages.ts';
import { type PurgeOptions, purgeRecord } from '../commands/purge.ts';
import { type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

/** `lectern purge RECORD --reason TEXT`. */
export function addPurgeCommand(program: Command, withSession: WithSession): void {
	describeAs(program, 'purge', 'cli.help.purge', '<record>', 'cli.help.record')
		.requiredOption('--reason <text>', message('cli.help.purgeReason'))
		.option('--with-parts', message('cli.help.purgeParts'))
		.option('--all-copies', message('cli.help.purgeTakesAll'))
		.option('--yes', message('cli.help.purgeYes'))
		.action((record: string, options: CommonOptions & Omit<PurgeOptions, 'record'>) =>
			withSession('write', (session, output) => purgeRecord(session, { ...options, record }, output))(options),
		);
}
