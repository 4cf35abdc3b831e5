import * as v from 'valibot';
import type { ExportSummary } from '../domain/annotation-transfer.ts';
import {
	type Graph,
	type GraphChoice,
	type GraphExport,
	type GraphFormat,
	graphFormats,
	graphGroupings,
	graphNodeKinds,
	graphRelations,
	mostSteps,
} from '../domain/graph.ts';
import type { NameId } from '../domain/ids.ts';
import { idSchema, lineSchema } from './schemas.ts';

export interface GraphCalls {
	/** Records, passages, claims, names and events that are joined, and what joins them. Suggested links are left out. */
	read(argument: GraphChoice): Graph;
	/** The whole file as text: for clients that keep it themselves. Counts are of nodes. */
	exportText(argument: { format: GraphFormat; choice: GraphExport }): ExportSummary & { text: string };
	/** Writes the file, over what has that name. */
	exportTo(argument: { format: GraphFormat; choice: GraphExport; path: string }): ExportSummary;
}

const mostNames = 10_000;
const mostPlaces = 100_000;
const year = v.nullable(v.pipe(v.number(), v.integer()));
const nodeId = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const coordinate = v.pipe(v.number(), v.finite());

const choice = {
	kinds: v.exactOptional(v.array(v.picklist(graphNodeKinds))),
	relations: v.exactOptional(v.array(v.picklist(graphRelations))),
	nameIds: v.exactOptional(v.pipe(v.array(idSchema<NameId>()), v.maxLength(mostNames))),
	fromYear: v.exactOptional(year),
	toYear: v.exactOptional(year),
	around: v.exactOptional(
		v.nullable(v.object({ id: nodeId, steps: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostSteps)) })),
	),
};
const exported = {
	format: v.picklist(graphFormats),
	choice: v.object({
		...choice,
		groupBy: v.exactOptional(v.picklist(graphGroupings)),
		folded: v.exactOptional(v.pipe(v.array(nodeId), v.maxLength(mostNames))),
		places: v.exactOptional(
			v.pipe(v.record(nodeId, v.object({ x: coordinate, y: coordinate })), v.maxEntries(mostPlaces)),
		),
	}),
};

export const graphArguments = {
	read: v.object(choice),
	exportText: v.object(exported),
	exportTo: v.object({ ...exported, path: lineSchema }),
};
