import type { AnnotationTarget } from '../../domain/annotation.ts';
import type { Clock } from '../../domain/clock.ts';
import type { AnnotationId, ReplicaId, StepId } from '../../domain/ids.ts';
import type { PageRegion } from '../../domain/page-box.ts';

/** The tables of an archive whose rows people change who may only take notes. */
export const noteTables = ['annotations', 'tags', 'taggings'] as const;
export type NoteTable = (typeof noteTables)[number];

export function isNoteTable(table: string): table is NoteTable {
	return noteTables.some((each) => each === table);
}

export type NoteValues = Readonly<Record<string, string | number | null>>;

/** A row as all changes until now made it; a tombstone has a deletion's clock. */
export interface NoteRow {
	table: NoteTable;
	id: string;
	clock: Clock;
	revision: number;
	deletedClock: Clock | null;
	values: NoteValues;
}

/** A change as the log of an archive has it (docs/decisions/0002), for a merge to take as it is. */
export interface NoteChange {
	clock: Clock;
	previousClock: Clock | null;
	table: NoteTable;
	rowId: string;
	/** Null for the change that made the row; else the columns in `after`, as they were. */
	before: NoteValues | null;
	/** `deleted_clock` among them for a tombstone, or for one that came back. */
	after: NoteValues;
}

export interface NoteStep {
	id: StepId;
	replicaId: ReplicaId;
	label: string;
	kind: 'do' | 'undo' | 'redo';
	status: 'done' | 'undone' | 'discarded';
	/** ISO 8601 UTC. */
	at: string;
	author: string;
	changes: NoteChange[];
	/**
	 * Where annotations that it made stand; written once. `number` is the ¶ of the first passage; `quoted` as an annotation
	 * has it.
	 */
	targets: ({ annotationId: AnnotationId; number: number | null; quoted?: string } & AnnotationTarget)[];
	/** Parts of pages that annotations were made on; not from a reading copy, which holds no pages. */
	regions?: ({ annotationId: AnnotationId } & PageRegion)[];
}

/** From its change with this clock on, a replica knew another one's changes up to `knownClock`. */
export interface NoteKnowledge {
	replicaId: ReplicaId;
	clock: Clock;
	knownReplicaId: ReplicaId;
	knownClock: Clock;
}
