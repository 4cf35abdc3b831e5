import type { Reader } from '#archive/db/connection.ts';
import type { AnnotationId, ReplicaId, StepId } from '#shared/domain/ids.ts';
import type { NoteChange, NoteKnowledge, NoteStep } from '#shared/reading-copy/notes/note-step.ts';

type LoggedChange = Omit<NoteChange, 'before' | 'after'> & { before: string | null; after: string };

/** What this replica did, in order, each with how it stands now. What it did to no row by itself is not among it. */
export function listStepsOf(reader: Reader, replicaId: ReplicaId): Pick<NoteStep, 'id' | 'status'>[] {
	return reader.all(
		`SELECT id, status FROM steps s WHERE replica_id = ? AND EXISTS (SELECT 1 FROM changes c WHERE c.step_id = s.id)
		ORDER BY number`,
		replicaId,
	);
}

/** A step as a file of notes has it. */
export function readStep(reader: Reader, id: StepId): NoteStep {
	const step = reader.get<Omit<NoteStep, 'changes' | 'targets'>>(
		'SELECT id, replica_id AS replicaId, label, kind, status, at, author FROM steps WHERE id = ?',
		id,
	);
	if (!step) throw new Error(`step ${id} is gone`);
	const changes = reader.all<LoggedChange>(
		`SELECT clock, previous_clock AS previousClock, table_name AS "table", row_id AS rowId, before, after FROM changes
		WHERE step_id = ? ORDER BY number`,
		id,
	);
	const regions = listRegions(reader, id);
	return {
		...step,
		changes: changes.map(({ before, after, ...change }) => ({
			...change,
			before: before === null ? null : JSON.parse(before),
			after: JSON.parse(after),
		})),
		targets: listTargets(reader, id),
		...(regions.length > 0 && { regions }),
	};
}

/** Where the annotations stand that a step made. */
function listTargets(reader: Reader, stepId: StepId): NoteStep['targets'] {
	return reader.all(
		`SELECT t.annotation_id AS annotationId, t.edition_id AS editionId, t.start_ordinal AS startOrdinal,
			t.start_offset AS startOffset, t.end_ordinal AS endOrdinal, t.end_offset AS endOffset, t.exact, t.prefix, t.suffix,
			b.number
		FROM changes c JOIN annotation_targets t ON t.annotation_id = c.row_id
		LEFT JOIN blocks b ON b.edition_id = t.edition_id AND b.ordinal = t.start_ordinal
		WHERE c.step_id = ? AND c.table_name = 'annotations' AND c.before IS NULL ORDER BY c.number`,
		stepId,
	);
}

function listRegions(reader: Reader, stepId: StepId): NonNullable<NoteStep['regions']> {
	return reader.all(
		`SELECT r.annotation_id AS annotationId, r.original_sha256 AS originalSha256, r.page, r.x, r.y, r.width, r.height
		FROM changes c JOIN annotation_regions r ON r.annotation_id = c.row_id
		WHERE c.step_id = ? AND c.table_name = 'annotations' AND c.before IS NULL ORDER BY c.number`,
		stepId,
	);
}

export function listKnowledgeOf(reader: Reader, replicaId: ReplicaId): NoteKnowledge[] {
	return reader.all(
		`SELECT replica_id AS replicaId, clock, known_replica_id AS knownReplicaId, known_clock AS knownClock
		FROM known_changes WHERE replica_id = ? ORDER BY clock, known_replica_id`,
		replicaId,
	);
}

/** Annotations that a step touched, by themselves or by a tag. */
export function listTouchedBy(reader: Reader, { changes }: Pick<NoteStep, 'changes'>): AnnotationId[] {
	return changes.flatMap(({ table, rowId }) => {
		if (table === 'annotations') return rowId as AnnotationId;
		if (table !== 'taggings') return [];
		const row = reader.get<{ id: AnnotationId }>('SELECT owner_id AS id FROM taggings WHERE id = ?', rowId);
		return row?.id ?? [];
	});
}
