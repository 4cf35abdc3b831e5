import type { Annotation, AnnotationFields } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';

type Known = Pick<Annotation, 'id' | 'revision'>;

/** Throws an AppError; `conflict` where the annotation has another revision by now. */
export type Update = (argument: Known & { fields: Partial<AnnotationFields> }) => Promise<Annotation>;

/** Answers that a card may not have been drawn with yet. */
const mostRemembered = 8;

/**
 * Changes annotations one change after the other. Who writes a note and at once adds a tag has a card before them that knows
 * nothing of the first change: the second is made upon it, and is no conflict with somebody else. One that somebody else did
 * make in between is one as ever.
 */
export function createChanges(update: Update) {
	const underWay = new Map<AnnotationId, Promise<unknown>>();
	/** Of each annotation, what became of a revision by a change from here. */
	const made = new Map<AnnotationId, Map<number, Annotation>>();

	function latest<K extends Known>(known: K): K | Annotation {
		const answers = made.get(known.id);
		let last: K | Annotation = known;
		for (let next = answers?.get(last.revision); next; next = answers?.get(last.revision)) last = next;
		return last;
	}
	function remember(before: number, answer: Annotation): void {
		const answers = made.get(answer.id) ?? new Map<number, Annotation>();
		made.set(answer.id, answers.set(before, answer));
		for (const revision of answers.keys()) if (answers.size > mostRemembered) answers.delete(revision);
	}

	/** @param fieldsOf what to write, of the annotation as it is after the changes before */
	return async function change<K extends Known>(
		known: K,
		fieldsOf: (latest: K | Annotation) => Partial<AnnotationFields>,
	): Promise<Annotation> {
		const { id } = known;
		const before = underWay.get(id);
		const now = (async () => {
			// Whoever made it is told how it went.
			await before?.catch(() => undefined);
			const last = latest(known);
			const answer = await update({ id, revision: last.revision, fields: fieldsOf(last) });
			if (answer.revision !== last.revision) remember(last.revision, answer);
			return answer;
		})();
		underWay.set(id, now);
		try {
			return await now;
		} finally {
			if (underWay.get(id) === now) underWay.delete(id);
		}
	};
}
