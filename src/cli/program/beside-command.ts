import type { Command } from 'commander';
import { message } from '#shared/messages/messages.ts';
import { printBeside } from '../commands/beside.ts';
import { type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

/** `lectern beside`: two texts, passage by passage. */
export function addBesideCommand(program: Command, withSession: WithSession): void {
	describeAs(program, 'beside', 'cli.help.beside', '<record>', 'cli.help.record')
		.argument('<other>', message('cli.help.besideOther'))
		.action((record: string, other: string, options: CommonOptions) =>
			withSession('read', (session, output) => printBeside(session, { record, other }, output))(options),
		);
}
