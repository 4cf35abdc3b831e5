import { create } from 'zustand';
import type { Annotation } from '#shared/domain/annotation.ts';
import { AppError, type ErrorData, toErrorData } from '#shared/domain/app-error.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';

/**
 * What was typed into a note and is not in the archive yet. `conflict`: the stored note was changed meanwhile, and a
 * person has to choose. `failed`: it could not be written; it is tried again with the next key press or by hand.
 */
export interface Draft {
	body: string;
	/** Revision of the stored note that the typing began from. */
	revision: number;
	state: 'typed' | 'saving' | 'conflict' | 'failed';
	/** Why it was refused; it stays so while one types on and it is tried again, until it is stored. */
	error: ErrorData | null;
}

export interface DraftDependencies {
	/** Writes the body; rejects with an AppError. */
	update(argument: { id: AnnotationId; revision: number; fields: { body: string } }): Promise<Annotation>;
	/** Calls back once after a pause in typing; gives the function that calls it off. */
	afterPause(callback: () => void): () => void;
}

export type DraftsById = Partial<Record<AnnotationId, Draft>>;

/**
 * Keeps typing safe outside of any component: a card may be folded or the page left while its text is being written.
 * A draft goes away only when the archive has it or the person throws it away.
 */
export function createDrafts({ update, afterPause }: DraftDependencies) {
	const useDrafts = create<{ drafts: DraftsById }>(() => ({ drafts: {} }));
	const pauses = new Map<AnnotationId, () => void>();
	/** Writing that is going on, which takes in what is typed meanwhile. */
	const saving = new Map<AnnotationId, Promise<void>>();

	const get = (id: AnnotationId): Draft | undefined => useDrafts.getState().drafts[id];

	function put(id: AnnotationId, draft: Draft | null): void {
		const { [id]: _, ...others } = useDrafts.getState().drafts;
		useDrafts.setState({ drafts: draft ? { ...others, [id]: draft } : others });
	}

	function stopWaiting(id: AnnotationId): void {
		pauses.get(id)?.();
		pauses.delete(id);
	}

	function edit(annotation: Pick<Annotation, 'id' | 'revision' | 'body'>, body: string): void {
		const { id } = annotation;
		const known = get(id);
		stopWaiting(id);
		if (!known && body === annotation.body) return;
		const draft = known ?? { revision: annotation.revision, state: 'typed', error: null, body };
		put(id, { ...draft, body, state: draft.state === 'failed' ? 'typed' : draft.state });
		if (draft.state !== 'conflict')
			pauses.set(
				id,
				afterPause(() => void save(id)),
			);
	}

	/** Writes the draft now. Resolves when it is stored or when it is sure that it could not be. */
	function save(id: AnnotationId): Promise<void> {
		stopWaiting(id);
		const before = saving.get(id);
		if (before) return before;
		const now = write(id).finally(() => saving.delete(id));
		saving.set(id, now);
		return now;
	}

	/** Goes on for as long as there is something new. */
	async function write(id: AnnotationId): Promise<void> {
		const draft = get(id);
		if (!draft || draft.state === 'conflict') return;
		put(id, { ...draft, state: 'saving' });
		try {
			const stored = await update({ id, revision: draft.revision, fields: { body: draft.body } });
			const now = get(id);
			if (!now || now.body === draft.body) return put(id, null);
			put(id, { ...now, revision: stored.revision, state: 'typed', error: null });
		} catch (thrown) {
			const now = get(id) ?? draft;
			const isConflict = thrown instanceof AppError && thrown.code === 'conflict';
			put(id, { ...now, state: isConflict ? 'conflict' : 'failed', error: toErrorData(thrown) });
			return;
		}
		stopWaiting(id);
		await write(id);
	}

	return {
		useDrafts,
		edit,
		save,
		saveAll: () => Promise.all(Object.keys(useDrafts.getState().drafts).map((id) => save(id as AnnotationId))),
		/** After a conflict: writes the draft over the stored note as it is now. */
		async keepMine(id: AnnotationId, storedRevision: number): Promise<void> {
			const draft = get(id);
			if (!draft) return;
			put(id, { ...draft, revision: storedRevision, state: 'typed' });
			await save(id);
		},
		discard(id: AnnotationId): void {
			stopWaiting(id);
			put(id, null);
		},
	};
}
