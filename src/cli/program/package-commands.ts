import { type Command, Option } from 'commander';
import { packageProfiles } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { type ExportPackageOptions, exportPackage } from '../commands/packages/export.ts';
import { importPackage } from '../commands/packages/import.ts';
import { exportReadingCopy, type ReadingCopyOptions } from '../commands/packages/reading-copy.ts';
import type { KeyFiles } from '../key-files.ts';
import { type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

type ExportOptions = Omit<ExportPackageOptions, 'package'> & { package?: string } & Partial<ReadingCopyOptions>;

/** A reading copy is for whoever has it or its passphrase, and carries no givers. */
const onlyForPackages = ['package', 'recipient', 'share', 'givers', 'partSize'];

/** `lectern export` and `lectern import` */
export function addPackageCommands(program: Command, withSession: WithSession): void {
	describeAs(program, 'export', 'cli.help.export')
		.option('--package <path>', message('cli.help.package'))
		.addOption(new Option('--reading-copy <path>', message('cli.help.reading-copy')).conflicts(onlyForPackages))
		.option('--zip', message('cli.help.zip'))
		.addOption(new Option('--single-file', message('cli.help.single-file')).conflicts(['zip', 'package']))
		.option('--package-passphrase-file <file>', message('cli.help.package-passphrase-file'))
		.option('--recipient <key...>', message('cli.help.recipient'))
		.addOption(new Option('--share <profile>', message('cli.help.share')).choices(packageProfiles).default('whole'))
		.option('--part-size <size>', message('cli.help.part-size'))
		.addOption(new Option('--collection <name>', message('cli.help.export-collection')).conflicts('record'))
		.option('--record <record...>', message('cli.help.record'))
		.option('--without <record...>', message('cli.help.without'))
		.option('--givers', message('cli.help.givers'))
		.option('--accept-names <digest>', message('cli.help.accept-names'))
		.addOption(new Option('--no-notes', message('cli.help.no-notes')).conflicts('package'))
		.addOption(new Option('--pictures', message('cli.help.pictures')).conflicts('package'))
		.addOption(new Option('--no-pictures', message('cli.help.no-pictures')).conflicts('package'))
		.option('--preview', message('cli.help.preview'))
		.action((options: CommonOptions & ExportOptions, command: Command) => {
			const { package: packagePath, readingCopy } = options;
			if (packagePath === undefined && readingCopy === undefined) command.error(message('cli.export.what'));
			return withSession('either', (session, output) =>
				readingCopy === undefined
					? exportPackage(session, { ...options, package: packagePath ?? '' }, output)
					: exportReadingCopy(session, { ...options, readingCopy }, output),
			)(options);
		});
	describeAs(program, 'import', 'cli.help.import', '<path>', 'cli.help.package-path')
		.option('--package-passphrase-file <file>', message('cli.help.package-passphrase-file'))
		.option('--identity-file <file>', message('cli.help.identity-file'))
		.action((path: string, options: CommonOptions & KeyFiles) =>
			withSession('write', (session, output) => importPackage(session, path, options, output))(options),
		);
}
