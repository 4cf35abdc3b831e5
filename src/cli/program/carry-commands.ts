import { type Command, Option } from 'commander';
import { message } from '#shared/messages/messages.ts';
import { type BackupOptions, backUp } from '../commands/backup.ts';
import { type HomeOptions, isHomeChange, type SealOptions, sealToHome, showHome } from '../commands/home.ts';
import { reportReadiness } from '../commands/ready.ts';
import { type AtPlace, type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

/** `lectern backup`, `lectern home`, `lectern seal` and `lectern ready` */
export function addCarryCommands(program: Command, withSession: WithSession, atPlace: AtPlace): void {
	describeAs(program, 'backup', 'cli.help.backup', '<path>', 'cli.help.backup-path')
		.option('--backup-passphrase-file <file>', message('cli.help.backup-passphrase-file'))
		.action((path: string, options: CommonOptions & Omit<BackupOptions, 'path'>) =>
			withSession('either', (session, output) => backUp(session, { ...options, path }, output))(options),
		);
	describeAs(program, 'home', 'cli.help.home')
		.addOption(new Option('--make-key <file>', message('cli.help.home-make-key')).conflicts(['set', 'forget']))
		.addOption(new Option('--set <key>', message('cli.help.home-set')).conflicts('forget'))
		.option('--forget', message('cli.help.home-forget'))
		.action((options: CommonOptions & HomeOptions) =>
			withSession(isHomeChange(options) ? 'write' : 'read', (session, output) => showHome(session, options, output))(
				options,
			),
		);
	describeAs(program, 'seal', 'cli.help.seal', '<path>', 'cli.help.seal-path')
		.option('--recipient <key>', message('cli.help.seal-recipient'))
		.option('--part-size <size>', message('cli.help.part-size'))
		.option('--remove-here', message('cli.help.seal-remove'))
		.action((path: string, options: CommonOptions & Omit<SealOptions, 'path'>) =>
			withSession(options.removeHere ? 'write' : 'either', (session, output) =>
				sealToHome(session, { ...options, path }, output),
			)(options),
		);
	describeAs(program, 'ready', 'cli.help.ready', undefined, undefined, { hasArchive: false }).action(
		(options: CommonOptions) => atPlace(options, reportReadiness),
	);
}
