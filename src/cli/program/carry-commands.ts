import type { Command } from 'commander';
import { message } from '#shared/messages/messages.ts';
import { type BackupOptions, backUp } from '../commands/backup.ts';
import { reportReadiness } from '../commands/ready.ts';
import { type AtPlace, type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

/** `lectern backup` and `lectern ready` */
export function addCarryCommands(program: Command, withSession: WithSession, atPlace: AtPlace): void {
	describeAs(program, 'backup', 'cli.help.backup', '<path>', 'cli.help.backup-path')
		.option('--backup-passphrase-file <file>', message('cli.help.backup-passphrase-file'))
		.action((path: string, options: CommonOptions & Omit<BackupOptions, 'path'>) =>
			withSession('either', (session, output) => backUp(session, { ...options, path }, output))(options),
		);
	describeAs(program, 'ready', 'cli.help.ready', undefined, undefined, { hasArchive: false }).action(
		(options: CommonOptions) => atPlace(options, reportReadiness),
	);
}
