import { type Command, Option } from 'commander';
import {
	type TranslationFormat,
	type TranslationStatus,
	translationFormats,
	translationStatuses,
} from '#shared/domain/translation.ts';
import { message } from '#shared/messages/messages.ts';
import { askForTranslations, bringInTranslation, exportSheet, listTranslations } from '../commands/translations.ts';
import { type CommonOptions, describeAs, describeGroup, type WithSession } from './describe-command.ts';

interface ExportOptions extends CommonOptions {
	to: string;
	format: TranslationFormat;
	out: string;
}

interface ImportOptions extends CommonOptions {
	record?: string;
	to?: string;
	by?: string;
}

/** `lectern translations …`: what is to be translated, out to a translator, and home. */
export function addTranslationCommands(program: Command, withSession: WithSession): void {
	const translations = describeGroup(program, 'translations', 'cli.help.translations');
	describeAs(translations, 'list', 'cli.help.translationsList')
		.addOption(
			new Option('--status <status>', message('cli.help.translationsStatus')).choices([...translationStatuses]),
		)
		.action((options: CommonOptions & { status?: TranslationStatus }) =>
			withSession('read', (session, output) => listTranslations(session, options.status, output))(options),
		);
	describeAs(translations, 'ask', 'cli.help.translationsAsk', '<record...>', 'cli.help.record')
		.requiredOption('--to <language>', message('cli.help.translationsTo'))
		.action((records: string[], options: CommonOptions & { to: string }) =>
			withSession('write', (session, output) => askForTranslations(session, { records, to: options.to }, output))(
				options,
			),
		);
	describeAs(translations, 'export', 'cli.help.translationsExport', '[record]', 'cli.help.translationsWhich')
		.requiredOption('--to <language>', message('cli.help.translationsTo'))
		.requiredOption('--out <file>', message('cli.help.out'))
		.addOption(
			new Option('--format <format>', message('cli.help.translationsFormat'))
				.choices([...translationFormats])
				.default('docx'),
		)
		.action((record: string | undefined, options: ExportOptions) =>
			withSession('either', (session, output) =>
				exportSheet(session, { record, to: options.to, format: options.format, out: options.out }, output),
			)(options),
		);
	describeAs(translations, 'import', 'cli.help.translationsImport', '<file>', 'cli.help.translationsFile')
		.option('--record <record>', message('cli.help.translationsRecord'))
		.option('--to <language>', message('cli.help.translationsTo'))
		.option('--by <name>', message('cli.help.translationsBy'))
		.action((file: string, options: ImportOptions) =>
			withSession('write', (session, output) => bringInTranslation(session, { ...options, file }, output))(options),
		);
}
