import { type Command, Option } from 'commander';
import { type ExportFormat, exportFormats } from '#shared/domain/annotation-transfer.ts';
import { message } from '#shared/messages/messages.ts';
import { exportAnnotations } from '../commands/annotations/export.ts';
import { importAnnotations } from '../commands/annotations/import.ts';
import { listAnnotations } from '../commands/annotations/list.ts';
import { type CommonOptions, describeAs, describeGroup, type WithSession } from './describe-command.ts';

/** `lectern annotations …` */
export function addAnnotationCommands(program: Command, withSession: WithSession): void {
	const annotations = describeGroup(program, 'annotations', 'cli.help.annotations');
	describeAs(annotations, 'list', 'cli.help.annotationsList')
		.option('--record <record>', message('cli.help.record'))
		.action((options: CommonOptions & { record?: string }) =>
			withSession('read', (session, output) => listAnnotations(session, options.record, output))(options),
		);
	describeAs(annotations, 'export', 'cli.help.annotationsExport')
		.addOption(new Option('--format <format>', message('cli.help.format')).choices(exportFormats).default('jsonld'))
		.option('--record <record>', message('cli.help.record'))
		.option('--out <file>', message('cli.help.out'))
		.action((options: CommonOptions & { format: ExportFormat; record?: string; out?: string }) =>
			withSession('read', (session, output) => exportAnnotations(session, options, output))(options),
		);
	describeAs(annotations, 'import', 'cli.help.annotationsImport', '<file>', 'cli.help.annotationFile').action(
		(file: string, options: CommonOptions) =>
			withSession('write', (session, output) => importAnnotations(session, file, output))(options),
	);
}
