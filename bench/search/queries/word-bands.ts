import type { CorpusPassage } from '../corpus/corpus-file.ts';

/** Words by how many passages have them: people ask for the rare as often as for the frequent. */
export interface WordBands {
	/** The band of a word, 0 being that of the rarest; null for a word that nobody asks for by itself. */
	of(term: string): number | null;
	readonly count: number;
}

/** Of all passages, from this share on. */
const bandsFrom = [0, 0.0003, 0.001, 0.005];
/** What more passages have than this is *and* or *the*. */
const mostAsked = 0.02;

export function countBands(passages: readonly CorpusPassage[]): WordBands {
	const frequencies = new Map<string, number>();
	for (const { terms } of passages) {
		for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
	}
	return {
		of(term) {
			const share = (frequencies.get(term) ?? 0) / passages.length;
			return share > mostAsked ? null : bandsFrom.findLastIndex((from) => share >= from);
		},
		count: bandsFrom.length,
	};
}
