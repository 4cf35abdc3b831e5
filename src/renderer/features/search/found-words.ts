import type { TextRange } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { SearchHit } from '#shared/search/search-query.ts';

/** The words of a passage that answer a query, as a place in its text. */
export interface FoundWords {
	range: TextRange;
	words: string;
}

/**
 * The words that a hit was found by: where they stand in several places, the longest run of them with nothing but signs
 * and spaces between, the first of these. Null for a hit that is no passage, and where only exclusions were asked.
 */
export function foundWords({ kind, editionId, ordinal, marks, snippet }: SearchHit): FoundWords | null {
	if (kind !== 'passage' || editionId === undefined || ordinal === undefined) return null;
	const textOf = (start: number, end: number) => snippet.text.slice(start - snippet.start, end - snippet.start);
	const runs: { start: number; end: number }[] = [];
	for (const [start, end] of marks) {
		const last = runs.at(-1);
		if (last && !/[\p{L}\p{N}]/u.test(textOf(last.end, start))) last.end = Math.max(last.end, end);
		else runs.push({ start, end });
	}
	const longest = runs.reduce<{ start: number; end: number } | null>(
		(best, run) => (best && best.end - best.start >= run.end - run.start ? best : run),
		null,
	);
	if (!longest) return null;
	const { start, end } = longest;
	return {
		range: {
			editionId: editionId as EditionId,
			startOrdinal: ordinal,
			startOffset: start,
			endOrdinal: ordinal,
			endOffset: end,
		},
		words: textOf(start, end),
	};
}
