import { type Command, Option } from 'commander';
import { packageProfiles } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { type ExportPackageOptions, exportPackage } from '../commands/packages/export.ts';
import { importPackage } from '../commands/packages/import.ts';
import type { KeyFiles } from '../key-files.ts';
import { type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

/** `lectern export` and `lectern import` */
export function addPackageCommands(program: Command, withSession: WithSession): void {
	describeAs(program, 'export', 'cli.help.export')
		.requiredOption('--package <path>', message('cli.help.package'))
		.option('--zip', message('cli.help.zip'))
		.option('--passphrase-file <file>', message('cli.help.passphrase-file'))
		.option('--recipient <key...>', message('cli.help.recipient'))
		.addOption(new Option('--share <profile>', message('cli.help.share')).choices(packageProfiles).default('whole'))
		.option('--record <record...>', message('cli.help.record'))
		.option('--without <record...>', message('cli.help.without'))
		.option('--givers', message('cli.help.givers'))
		.option('--accept-names <digest>', message('cli.help.accept-names'))
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
