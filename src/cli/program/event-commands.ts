import { type Command, Option } from 'commander';
import { type ChronologyFormat, chronologyFormats, type LaneKind, laneKinds } from '#shared/domain/chronology.ts';
import { message } from '#shared/messages/messages.ts';
import { addEvent, exportChronology, listEvents, type NewEventWords } from '../commands/events.ts';
import { listDates } from '../commands/found-dates.ts';
import { type CommonOptions, describeAs, describeGroup, type WithSession } from './describe-command.ts';

interface ChronologyOptions extends CommonOptions {
	format: ChronologyFormat;
	lanes?: LaneKind;
	out?: string;
}

/** `lectern events …`, and `lectern chronology`, which is how the picture is asked for. */
export function addEventCommands(program: Command, withSession: WithSession): void {
	const events = describeGroup(program, 'events', 'cli.help.events');
	describeAs(events, 'list', 'cli.help.eventsList', '[words...]', 'cli.help.eventsWords').action(
		(words: string[], options: CommonOptions) =>
			withSession('read', (session, output) => listEvents(session, words.join(' '), output))(options),
	);
	describeAs(events, 'add', 'cli.help.eventsAdd', '<title>', 'cli.help.eventsTitle')
		.option('--date <edtf>', message('cli.help.eventsDate'), '')
		.option('--words <text>', message('cli.help.eventsDateWords'), '')
		.option('--kind <kind>', message('cli.help.eventsKind'), '')
		.option('--place <name...>', message('cli.help.eventsPlace'))
		.option('--person <name...>', message('cli.help.eventsPerson'))
		.option('--record <record...>', message('cli.help.eventsRecord'))
		.option('--before <event...>', message('cli.help.eventsBefore'))
		.option('--after <event...>', message('cli.help.eventsAfter'))
		.option('--during <event...>', message('cli.help.eventsDuring'))
		.option('--same-as <event>', message('cli.help.eventsSameAs'))
		.option('--description <text>', message('cli.help.eventsDescription'), '')
		.option('--source <text>', message('cli.help.eventsSource'), '')
		.action((title: string, options: CommonOptions & NewEventOptions) => {
			const {
				place: places = [],
				person: people = [],
				record: records = [],
				before,
				after,
				during,
				...others
			} = options;
			const order = { ...(before && { before }), ...(after && { after }), ...(during && { during }) };
			return withSession('write', (session, output) =>
				addEvent(session, { ...others, title, places, people, records, order }, output),
			)(options);
		});
	describeAs(events, 'dates', 'cli.help.eventsDates', '<record>', 'cli.help.record').action(
		(asked: string, options: CommonOptions) =>
			withSession('read', (session, output) => listDates(session, asked, output))(options),
	);
	const write = (options: ChronologyOptions) =>
		withSession('read', (session, output) => exportChronology(session, options, output))(options);
	withChronologyOptions(describeAs(events, 'export', 'cli.help.eventsExport'), 'json').action(write);
	withChronologyOptions(describeAs(program, 'chronology', 'cli.help.chronology'), 'svg').action(write);
}

type NewEventOptions = Pick<NewEventWords, 'date' | 'words' | 'kind' | 'description' | 'source' | 'sameAs'> & {
	place?: string[];
	person?: string[];
	record?: string[];
	before?: string[];
	after?: string[];
	during?: string[];
};

function withChronologyOptions(command: Command, format: ChronologyFormat): Command {
	return command
		.addOption(
			new Option('--format <format>', message('cli.help.chronologyFormat')).choices(chronologyFormats).default(format),
		)
		.addOption(new Option('--lanes <kind>', message('cli.help.chronologyLanes')).choices(laneKinds))
		.option('--out <file>', message('cli.help.out'));
}
