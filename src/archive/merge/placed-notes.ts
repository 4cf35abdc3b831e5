import type { Reader } from '#archive/db/connection.ts';
import type { NoteChange, NoteStep } from '#shared/reading-copy/notes/note-step.ts';
import type { NotesHistory } from '#shared/reading-copy/notes/notes-file.ts';

export interface PlacedNotes {
	/** What was done with notes whose records and texts are here. */
	history: NotesHistory;
	/** Notes on others: what was done with them stays in the file. */
	goneCount: number;
}

/**
 * Parts what can be merged from what is on records and texts that are not here: they were withdrawn since, or never came.
 * One such note must not keep all others away.
 */
export function placedNotes(history: NotesHistory, own: Reader): PlacedNotes {
	const gone = findGone(history.steps, own);
	if (gone.size === 0) return { history, goneCount: 0 };
	const isPlaced = ({ table, rowId, after, before }: NoteChange) =>
		!gone.has(rowId) && !(table === 'taggings' && gone.has(String(after.owner_id ?? before?.owner_id ?? '')));
	const steps = history.steps
		.map((step) => ({
			...step,
			changes: step.changes.filter(isPlaced),
			targets: step.targets.filter(({ annotationId }) => !gone.has(annotationId)),
			...(step.regions && { regions: step.regions.filter(({ annotationId }) => !gone.has(annotationId)) }),
		}))
		.filter(({ changes }) => changes.length > 0);
	return { history: { ...history, steps }, goneCount: gone.size };
}

/** Ids of those notes: made on what is not here, or not made in this file and not here either. */
function findGone(steps: readonly NoteStep[], own: Reader): ReadonlySet<string> {
	const isHere = (table: 'records' | 'editions' | 'annotations', id: unknown) =>
		own.get(`SELECT 1 FROM ${table} WHERE id = ?`, String(id)) !== undefined;
	const notes = steps.flatMap(({ changes }) => changes.filter(({ table }) => table === 'annotations'));
	const made = new Map(notes.flatMap(({ before, rowId, after }) => (before ? [] : [[rowId, after.record_id]])));
	const isGone = (id: string) => (made.has(id) ? !isHere('records', made.get(id)) : !isHere('annotations', id));
	const lost = steps.flatMap(({ targets }) => targets.filter(({ editionId }) => !isHere('editions', editionId)));
	return new Set([...notes.map(({ rowId }) => rowId).filter(isGone), ...lost.map(({ annotationId }) => annotationId)]);
}
