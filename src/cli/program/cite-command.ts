import { type Command, Option } from 'commander';
import { bibliographyFormats, citationStyles } from '#shared/domain/citation.ts';
import { writtenCardFormats } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';
import { type CiteOptions, citeRecords } from '../commands/cite.ts';
import { type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

/** `lectern cite`: a reference to print, or a file of references. */
export function addCiteCommand(program: Command, withSession: WithSession): void {
	describeAs(program, 'cite', 'cli.help.cite', '[record]', 'cli.help.record')
		.addOption(new Option('--paragraph <number>', message('cli.help.citeParagraph')).conflicts('format'))
		.addOption(
			new Option('--style <style>', message('cli.help.citeStyle')).choices([...citationStyles]).default('chicago'),
		)
		.addOption(
			new Option('--card <form>', message('cli.help.citeCard')).choices([...writtenCardFormats]).conflicts('format'),
		)
		.addOption(new Option('--format <format>', message('cli.help.citeFormat')).choices([...bibliographyFormats]))
		.option('--out <file>', message('cli.help.out'))
		.action((record: string | undefined, options: CommonOptions & Omit<CiteOptions, 'record'>) =>
			withSession('read', (session, output) =>
				citeRecords(session, { ...options, ...(record === undefined ? {} : { record }) }, output),
			)(options),
		);
}
