import type { CorpusPassage } from '../corpus/corpus-file.ts';

/** Words by how many passages have them: people ask for the rare as often as for the frequent. */
export interface WordBands {
	/** The band of a word, 0 being that of the rarest. */
	of(term: string): number;
	/** How many passages have a word. */
	frequencyOf(term: string): number;
	readonly count: number;
}

/** Of all passages, from this share on. */
const bandsFrom = [0, 0.0003, 0.002, 0.01];

export function countBands(passages: readonly CorpusPassage[]): WordBands {
	const frequencies = new Map<string, number>();
	for (const { terms } of passages) {
		for (const term of new Set(terms)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
	}
	return {
		of(term) {
			const share = (frequencies.get(term) ?? 0) / passages.length;
			return bandsFrom.findLastIndex((from) => share >= from);
		},
		frequencyOf: (term) => frequencies.get(term) ?? 0,
		count: bandsFrom.length,
	};
}
