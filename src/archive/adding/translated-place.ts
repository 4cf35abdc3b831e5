import type { CounterpartRanges } from '#archive/editions/counterpart-ranges.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { Anchored } from '#shared/text/anchor/reanchor.ts';

/** Where words of a text stand in its translation, or the other way round; nowhere where none of them is translated. */
export function placeAcrossLanguages(counterparts: CounterpartRanges, made: TextRange): Anchored {
	const found = counterparts.find(made);
	if (!found) return { state: 'unplaced', range: null, method: 'none', score: 0, margin: 0 };
	const { editionId: _editionId, ...range } = found;
	return { state: 'placed', range, method: 'lineage', score: 1, margin: 1 };
}
