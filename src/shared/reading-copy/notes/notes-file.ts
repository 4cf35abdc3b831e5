import * as v from 'valibot';
import { idSchema, sha256Schema } from '../../api/schemas.ts';
import type { Clock } from '../../domain/clock.ts';
import type { AnnotationId, ArchiveId, ReplicaId, StepId } from '../../domain/ids.ts';
import type { CopyId } from '../copy-parts.ts';
import { type NoteKnowledge, type NoteStep, noteTables } from './note-step.ts';

/** The property of a W3C Web Annotation file, as a JSON literal of JSON-LD 1.1, that holds what a merge needs. */
export const historyProperty = 'lectern:history';

/**
 * What was done in a reading copy, or beside an archive that takes no writes, step by step, for the archive that it is of.
 */
export interface NotesHistory {
	format: 1;
	archiveId: ArchiveId;
	/** Of the copy; a side file has an id of its own. */
	copyId: CopyId;
	knowledge: NoteKnowledge[];
	steps: NoteStep[];
}

/** As it stands in the file: for readers of JSON-LD a value that they leave alone. */
export function historyLiteral(history: NotesHistory): object {
	return { [historyProperty]: { '@type': '@json', '@value': history } };
}

const clock = v.custom<Clock>((value) => typeof value === 'string' && value.length < 100, 'is not a clock');
const text = v.pipe(v.string(), v.maxLength(1_000_000));
const words = v.pipe(v.string(), v.maxLength(500));
const values = v.record(words, v.union([text, v.number(), v.null()]));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const step: v.GenericSchema<unknown, NoteStep> = v.object({
	id: idSchema<StepId>(),
	replicaId: idSchema<ReplicaId>(),
	label: words,
	kind: v.picklist(['do', 'undo', 'redo']),
	status: v.picklist(['done', 'undone', 'discarded']),
	at: words,
	author: words,
	changes: v.array(
		v.object({
			clock,
			previousClock: v.nullable(clock),
			table: v.picklist(noteTables),
			rowId: idSchema(),
			before: v.nullable(values),
			after: values,
		}),
	),
	targets: v.array(
		v.object({
			annotationId: idSchema<AnnotationId>(),
			number: v.nullable(count),
			quoted: v.exactOptional(text),
			editionId: idSchema(),
			startOrdinal: count,
			startOffset: count,
			endOrdinal: count,
			endOffset: count,
			exact: text,
			prefix: words,
			suffix: words,
		}),
	),
	regions: v.exactOptional(
		v.array(
			v.object({
				...{ annotationId: idSchema<AnnotationId>(), originalSha256: sha256Schema, page: count },
				...{ x: count, y: count, width: count, height: count },
			}),
		),
	),
}) as v.GenericSchema<unknown, NoteStep>;

const history = v.object({
	format: v.literal(1),
	archiveId: idSchema<ArchiveId>(),
	copyId: idSchema<CopyId>(),
	knowledge: v.array(
		v.object({
			replicaId: idSchema<ReplicaId>(),
			clock,
			knownReplicaId: idSchema<ReplicaId>(),
			knownClock: clock,
		}),
	),
	steps: v.array(step),
});

/** The history that a parsed file holds; null where it holds none that this version can read. */
export function readHistory(json: unknown): NotesHistory | null {
	const literal = (json as Record<string, { '@value'?: unknown }> | null)?.[historyProperty];
	const read = v.safeParse(history, literal?.['@value']);
	return read.success ? (read.output as NotesHistory) : null;
}
