import { expect, test } from 'vitest';
import { type Annotation, rangeIn, standingIn } from './annotation.ts';
import type { AnnotationId, EditionId } from './ids.ts';

const [older, newer] = ['older', 'newer'] as unknown as [EditionId, EditionId];
const at = (editionId: EditionId) => ({ editionId, startOrdinal: 1, startOffset: 0, endOrdinal: 1, endOffset: 4 });
const quoted = { exact: 'four', prefix: '', suffix: '' };

/** Made on the newer edition, which the record shows. */
function mark(id: string): Annotation {
	const target = { ...at(newer), ...quoted };
	return { id, target, place: at(newer), placement: 'placed' } as unknown as Annotation;
}

test('marks stand in an older edition where they were found there, and are drawn where that is sure', () => {
	const [moved, guessed, gone, unknown] = ['moved', 'guessed', 'gone', 'unknown'].map(mark) as [
		Annotation,
		Annotation,
		Annotation,
		Annotation,
	];
	const standing = standingIn(
		[moved, guessed, gone, unknown],
		[
			{ id: 'moved' as AnnotationId, range: at(older), placement: 'moved' },
			{ id: 'guessed' as AnnotationId, range: at(older), placement: 'needs-review' },
			{ id: 'gone' as AnnotationId, range: null, placement: 'unplaced' },
		],
	);
	expect(standing.map((annotation) => rangeIn(annotation, older))).toEqual([at(older), null, null, null]);
	expect(standing.map(({ placement }) => placement)).toEqual(['moved', 'needs-review', 'unplaced', 'placed']);
	expect(standing[3]).toBe(unknown);
});
