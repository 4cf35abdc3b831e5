import { dropAnnotations, putAnnotations } from '#renderer/lib/annotation-lists.ts';
import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { savesBeforeLeaving } from '#renderer/lib/unsaved.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { AnnotationsChange } from '#shared/api/annotations-api.ts';
import type { Annotation, AnnotationFields, Purpose, TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type AnnotationId, type EditionId, newId, type RecordId } from '#shared/domain/ids.ts';
import type { PageRegion } from '#shared/domain/page-box.ts';
import { message } from '#shared/messages/messages.ts';
import { createChanges } from './annotation-changes.ts';
import { drawAwaited, endAwaiting } from './annotations-store.ts';
import { createDrafts } from './drafts.ts';
import { tellRefused } from './tell-refused.ts';

const typingPauseMs = 800;

const change = createChanges(async (argument) => keep(await archive.calls.annotations.update(argument)));

/** Everything typed into notes that the archive does not have yet. */
export const drafts = createDrafts({
	update: ({ fields, ...known }) => change(known, () => fields),
	afterPause(callback) {
		const timer = setTimeout(callback, typingPauseMs);
		return () => clearTimeout(timer);
	},
});

tellRefused(drafts);

savesBeforeLeaving(async () => {
	await drafts.saveAll();
	const [kept] = Object.values(drafts.useDrafts.getState().drafts);
	return kept ? new AppError(kept.error?.code ?? 'conflict', kept.error?.detail) : null;
});

// The last moment of a window that is being closed: what was typed within the pause is sent off.
window.addEventListener('pagehide', () => void drafts.saveAll());
// What could not be stored would be lost with the window, so closing it is asked about.
window.addEventListener('beforeunload', (event) => {
	void drafts.saveAll();
	if (Object.keys(drafts.useDrafts.getState().drafts).length > 0) event.preventDefault();
});

export interface NewAnnotation {
	recordId: RecordId;
	/** Null for a note on the record as a whole, and for a reply. */
	range: TextRange | null;
	/** Instead of a range: a part of a page. */
	region?: PageRegion;
	purpose: Purpose;
	replyToId?: AnnotationId;
}

/**
 * Marks and tells the archive; null when it could not be stored, which the person is told. On a text the mark is there at
 * once, and taken back then.
 */
export async function addAnnotation({
	recordId,
	range,
	region,
	purpose,
	replyToId,
}: NewAnnotation): Promise<Annotation | null> {
	const id = newId<AnnotationId>();
	if (range) drawAwaited({ id, range, purpose });
	try {
		return keep(
			await archive.calls.annotations.add({
				id,
				recordId,
				range,
				...(region ? { region } : {}),
				fields: { purpose, body: '', tags: [], isResolved: false },
				...(replyToId ? { replyToId } : {}),
			}),
		);
	} catch (error) {
		showError(error);
		return null;
	} finally {
		endAwaiting(id);
	}
}

/**
 * Changes anything but the body, which goes through the drafts.
 *
 * @param fieldsOf of the annotation as the changes before have left it, which may not be seen yet
 */
export async function updateAnnotation(
	annotation: Annotation,
	fieldsOf: (latest: Annotation) => Partial<Omit<AnnotationFields, 'body'>>,
): Promise<void> {
	try {
		await change(annotation, fieldsOf);
	} catch (error) {
		showError(error);
	}
}

/** Writes an earlier wording over the present one, by way of the drafts: a change made meanwhile is not lost. */
export async function restoreWording(annotation: Annotation, body: string): Promise<void> {
	drafts.edit(annotation, body);
	await drafts.save(annotation.id);
}

/** Says where an annotation stands in the edition that the range is of, as a step that the toast offers to undo. */
export async function placeAnnotation({ id }: Annotation, range: TextRange): Promise<void> {
	await answerReview(archive.calls.annotations.place({ id, range }), message('annotations.review.placed'));
}

/** Says that an annotation has no place in an edition, but where it was made, as a step that the toast offers to undo. */
export async function leaveAnnotation({ id }: Annotation, editionId: EditionId): Promise<void> {
	await answerReview(archive.calls.annotations.leave({ id, editionId }), message('annotations.review.left-there'));
}

async function answerReview(answer: Promise<Annotation>, text: string): Promise<void> {
	try {
		keep(await answer);
		showToast(text, undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Takes annotations away, replies with them, as one step that the toast offers to undo. */
export async function removeAnnotations(annotations: readonly Annotation[]): Promise<void> {
	if (annotations.length === 0) return;
	try {
		await archive.calls.annotations.remove({ ids: annotations.map(({ id }) => id) });
		const gone = annotations.map(({ id }) => id);
		dropAnnotations(queryClient, gone);
		for (const id of gone) drafts.discard(id);
		showToast(message('annotations.removed', { count: annotations.length }), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Changes many alike, as one step that the toast offers to undo. */
export async function changeAnnotations(annotations: readonly Annotation[], change: AnnotationsChange): Promise<void> {
	try {
		const count = await archive.calls.annotations.change({ ids: annotations.map(({ id }) => id), change });
		if (count === 0) showToast(message('annotations.changed', { count }));
		else showToast(message('annotations.changed', { count }), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Puts what the archive answered where the lists read it, ahead of the fact that makes them ask again. */
function keep(annotation: Annotation): Annotation {
	putAnnotations(queryClient, [annotation]);
	return annotation;
}
