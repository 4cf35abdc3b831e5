import * as v from 'valibot';
import type { RecordId, Sha256 } from '../domain/ids.ts';
import {
	drawnPictureTypes,
	type HeldPicture,
	type MapExport,
	type MapExportSummary,
	type MapFormat,
	type MapLayer,
	mapFormats,
	type PlaceLabels,
	type ScanCorners,
} from '../domain/map.ts';
import { idSchema, lineSchema, nothing, sha256Schema } from './schemas.ts';

export interface MapCalls {
	/** Which forms label places, in this archive. */
	labels(): PlaceLabels;
	/** One step to undo. */
	setLabels(argument: { labels: PlaceLabels }): void;
	/** Files that records outside the bin hold and that can be laid on the map, by title. */
	layers(): MapLayer[];
	/** Those that records outside the bin hold and that can be drawn, by title. */
	pictures(): HeldPicture[];
	/** Says where the corners of a picture lie, by a world file that is kept in its record. One step to undo. */
	layScan(argument: { recordId: RecordId; sha256: Sha256; corners: ScanCorners }): void;
	/** The whole file as text: for clients that keep it themselves. Counts are of places, in a picture of those that have a mark in it, and of events and layers that are withheld. */
	exportText(argument: { format: MapFormat; choice: MapExport }): MapExportSummary & { text: string };
	/** Writes the file, over what has that name. */
	exportTo(argument: { format: MapFormat; choice: MapExport; path: string }): MapExportSummary;
}

const year = v.nullable(v.pipe(v.number(), v.integer()));
/** Beyond the earth: a picture may show more than that, and no sensible one so much. */
const degrees = v.pipe(v.number(), v.minValue(-1e5), v.maxValue(1e5));
const corner = v.object({
	latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
	longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
});
/** Of all layers in a picture: a message of the browser edition has 32 MiB at most. */
export const mostDrawnCharacters = 24_000_000;
const path = v.pipe(v.string(), v.regex(/^[MLZh\d .e-]*$/));
const shapes = v.object({
	frame: v.nullable(v.object({ west: degrees, south: degrees, east: degrees, north: degrees })),
	areas: v.array(path),
	lines: v.array(path),
	points: v.array(path),
});
const rows = v.pipe(v.number(), v.minValue(0), v.maxValue(1e6));
const number = v.pipe(v.number(), v.finite());
const picture = v.object({
	mediaType: v.picklist(drawnPictureTypes),
	bytes: v.pipe(v.string(), v.maxLength(mostDrawnCharacters), v.regex(/^[A-Za-z\d+/]*={0,2}$/)),
	widthPx: rows,
	heightPx: rows,
	parts: v.array(
		v.object({
			fromRow: rows,
			toRow: rows,
			matrix: v.tuple([number, number, number, number, number, number]),
		}),
	),
});
const layer = v.object({
	recordId: idSchema<RecordId>(),
	sha256: sha256Schema,
	opacity: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	shapes: v.array(shapes),
	pictures: v.array(picture),
});
const exported = {
	format: v.picklist(mapFormats),
	choice: v.object({
		fromYear: v.exactOptional(year),
		toYear: v.exactOptional(year),
		hasBorders: v.exactOptional(v.boolean()),
		layers: v.exactOptional(v.array(layer)),
		bounds: v.exactOptional(
			v.pipe(
				v.object({ west: degrees, south: degrees, east: degrees, north: degrees }),
				v.check(({ west, south, east, north }) => west < east && south < north),
			),
		),
	}),
};

export const mapArguments = {
	labels: nothing,
	setLabels: v.object({ labels: v.pipe(v.string(), v.regex(/^$|^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/)) }),
	layers: nothing,
	pictures: nothing,
	layScan: v.object({
		recordId: idSchema<RecordId>(),
		sha256: sha256Schema,
		corners: v.tuple([corner, corner, corner, corner]),
	}),
	exportText: v.object(exported),
	exportTo: v.object({ ...exported, path: lineSchema }),
};
