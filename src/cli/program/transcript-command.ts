import { type Command, Option } from 'commander';
import { message } from '#shared/messages/messages.ts';
import { type SubtitleFormat, subtitleFormats } from '#shared/transcript/write-subtitles.ts';
import { writeTranscript } from '../commands/transcript.ts';
import { type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

interface TranscriptOptions extends CommonOptions {
	format: SubtitleFormat;
	out?: string;
}

/** `lectern transcript`: a record's transcript as subtitles. */
export function addTranscriptCommand(program: Command, withSession: WithSession): void {
	describeAs(program, 'transcript', 'cli.help.transcript', '<record>', 'cli.help.record')
		.addOption(
			new Option('--format <format>', message('cli.help.transcriptFormat')).choices(subtitleFormats).default('vtt'),
		)
		.option('--out <file>', message('cli.help.out'))
		.action((record: string, options: TranscriptOptions) =>
			withSession('read', (session, output) =>
				writeTranscript(session, { record, format: options.format, out: options.out }, output),
			)(options),
		);
}
