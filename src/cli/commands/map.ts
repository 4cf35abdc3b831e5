import { resolve } from 'node:path';
import { AppError } from '#shared/domain/app-error.ts';
import type { MapExport, MapExportSummary, MapFormat } from '#shared/domain/map.ts';
import { isSamePoint, readPoint, writePoint } from '#shared/domain/place-coordinates.ts';
import { message } from '#shared/messages/messages.ts';
import { findName, nameTitle } from '../name-choice.ts';
import type { Output } from '../output.ts';
import type { Session } from '../session.ts';
import { withoutControls } from '../text-width.ts';
import { drawLayers } from './map-layers.ts';

const noLayers = { layers: [], hasFaults: false };

export interface MapOptions {
	format: MapFormat;
	borders?: boolean;
	fromYear?: number;
	toYear?: number;
	/** Titles or file names of layers; all unless given. */
	layer?: string[];
	/** False: none. */
	layers?: boolean;
	out?: string;
}

/** Writes the map to a file, or to stdout; what it wrote is said on stderr. 1 where a layer could not be drawn. */
export async function exportMap(session: Session, options: MapOptions, output: Output): Promise<number> {
	const { calls } = session;
	const { format, borders = false, fromYear, toYear, layer = null, layers: hasLayers = true, out } = options;
	// Data has places and no layers, which are files already.
	const isPicture = format === 'svg' && hasLayers;
	const { layers, hasFaults } = isPicture ? await drawLayers(session, layer, output) : noLayers;
	const status = hasFaults ? 1 : 0;
	const choice: MapExport = {
		hasBorders: borders,
		...(fromYear !== undefined && { fromYear }),
		...(toYear !== undefined && { toYear }),
		layers,
	};
	if (out === undefined) {
		const { text, ...summary } = await calls.map.exportText({ format, choice });
		output.json({ format, ...summary, text });
		// A terminal is not sent what a title could make it do.
		output.raw(output.isTerminal ? `${text.split(/\r?\n/).map(withoutControls).join('\n')}\n` : text);
		note(summary, output);
		return status;
	}
	const summary = await calls.map.exportTo({ format, choice, path: resolve(out) });
	output.json({ file: out, format, ...summary });
	note(summary, output);
	return status;
}

export interface Located {
	/** The name that is meant, as a person writes it. */
	asked: string;
	/** Latitude first. */
	point: string;
	source: string;
	uncertaintyM: number | undefined;
}

/** Says where a place lies, beside what is said already. */
export async function locateName({ calls }: Session, located: Located, output: Output): Promise<number> {
	const point = readPoint(located.point);
	if (!point) throw new AppError('invalid-input', { reason: message('names.refused.coordinates') });
	const name = findName(await calls.names.list(undefined), located.asked);
	const isSaid = name.coordinates.some((known) => isSamePoint(known, point));
	if (isSaid) throw new AppError('invalid-input', { reason: message('names.coordinates.refused-twice') });
	const coordinates = { ...point, uncertaintyM: located.uncertaintyM ?? null, source: located.source };
	await calls.names.addCoordinates({ places: [{ id: name.id, coordinates }] });
	output.json(await calls.names.get({ id: name.id }));
	output.line(message('cli.names.located', { name: nameTitle(name), point: writePoint(point) }));
	return 0;
}

function note({ exported, withheld, withheldLayers }: MapExportSummary, output: Output): void {
	output.note(message('map.exported', { exported, withheld, withheldLayers }));
}
