import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { Anchored } from '#shared/text/anchor/reanchor.ts';

/**
 * Where words of a text stand in its translation, or the other way round: in the passages that say the same, as a whole,
 * since words do not match across languages. Nowhere where none of them is translated.
 */
export function placeAcrossLanguages(editions: EditionsService, made: TextRange, to: EditionId): Anchored {
	const { editionId, startOrdinal, endOrdinal } = made;
	const ordinals = editions
		.counterparts({ id: editionId, otherId: to })
		.flatMap(([own, theirs]) => (own >= startOrdinal && own <= endOrdinal ? theirs : []));
	if (ordinals.length === 0) return { state: 'unplaced', range: null, method: 'none', score: 0, margin: 0 };
	const [first, last] = [Math.min(...ordinals), Math.max(...ordinals)];
	const endOffset = editions.blocksBetween(to, last, last)[0]?.text.length ?? 0;
	const range = { startOrdinal: first, startOffset: 0, endOrdinal: last, endOffset };
	return { state: 'placed', range, method: 'lineage', score: 1, margin: 1 };
}
