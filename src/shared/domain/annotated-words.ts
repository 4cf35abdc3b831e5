import { type Annotation, placeIn } from './annotation.ts';
import type { StoredBlock } from './block.ts';
import type { EditionId } from './ids.ts';
import { quotedWords } from './placed-words.ts';
import { textOfRange } from './text-range.ts';

/**
 * The words that an annotation was made on, as one quotes them ("in 2023", not "in 20231" with the sign of a footnote) where
 * the edition that is read says them still; else as they were stored. '' for a note on a record or a region.
 *
 * @param blocks of that edition, all of them, in the order of their ordinals; those that are not here yet have no words
 */
export function annotatedWords(
	annotation: Annotation,
	blocks: readonly StoredBlock[],
	editionId: EditionId | null,
): string {
	const { target, origin } = annotation;
	const stored = target?.exact ?? origin?.exact ?? '';
	const range = placeIn(annotation, editionId);
	return range && textOfRange(blocks, range) === stored ? quotedWords(blocks, range) : stored;
}
