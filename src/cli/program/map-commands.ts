import { type Command, InvalidArgumentError, Option } from 'commander';
import { mapFormats } from '#shared/domain/map.ts';
import { mostUncertaintyM } from '#shared/domain/place-coordinates.ts';
import { message } from '#shared/messages/messages.ts';
import { exportMap, type MapOptions } from '../commands/map.ts';
import { type CommonOptions, describeAs, type WithSession } from './describe-command.ts';

/** `lectern map`. */
export function addMapCommand(program: Command, withSession: WithSession): void {
	describeAs(program, 'map', 'cli.help.map')
		.addOption(new Option('--format <format>', message('cli.help.mapFormat')).choices([...mapFormats]).default('svg'))
		.option('--from-year <year>', message('cli.help.mapFromYear'), yearOf)
		.option('--to-year <year>', message('cli.help.mapToYear'), yearOf)
		.option('--borders', message('cli.help.mapBorders'))
		.option('--layer <title...>', message('cli.help.mapLayer'))
		.option('--no-layers', message('cli.help.mapNoLayers'))
		.option('--out <file>', message('cli.help.out'))
		.action((options: CommonOptions & MapOptions) =>
			withSession('read', (session, output) => exportMap(session, options, output))(options),
		);
}

function yearOf(given: string): number {
	if (!/^-?\d{1,6}$/.test(given)) throw new InvalidArgumentError(message('cli.help.mapYearError'));
	return Number(given);
}

/** Metres, as an argument of the command line. */
export function metresOf(given: string): number {
	const metres = Number(given);
	if (!/^\d+(\.\d+)?$/.test(given) || metres > mostUncertaintyM)
		throw new InvalidArgumentError(message('names.coordinates.uncertainty-error'));
	return metres;
}
