import type { Clause } from './clause.ts';
import { matchOf } from './match-of.ts';
import { parseQuery } from './query/query-clauses.ts';
import { type HitMark, type MatchKind, matchKinds, type WidenedWords } from './search-query.ts';
import { type Word, wordsOf } from './words.ts';

/** Finds in one text after another what answers a query. */
export type HitFinder = (text: string) => FoundHits;

export interface FoundHits {
	/** In order, not overlapping; the words of a phrase that stand in sequence are one mark. */
	marks: HitMark[];
	/** The folded words under those marks, and how each matched. */
	matched: Record<string, MatchKind>;
}

/**
 * Marks the words of `text` that answer the query as the search index would, by the words it found to answer too
 * (`SearchResult.widened`). Spans are UTF-16 offsets in `text` itself, so no folding can shift them. For many texts keep
 * a finder (`createHitFinder`): it remembers words.
 */
export function findHits(text: string, queryText: string, widened: WidenedWords = {}): HitMark[] {
	return createHitFinder(parseQuery(queryText), widened)(text).marks;
}

export function createHitFinder(clauses: readonly Clause[], widened: WidenedWords): HitFinder {
	const wanted = clauses.filter((clause) => !clause.isExcluded);
	const words = wanted.filter((clause) => !clause.isPhrase);
	const phrases = wanted.filter((clause) => clause.isPhrase);
	const known = new Map<string, MatchKind | null>();

	function matchOfWord(term: string): MatchKind | null {
		let how = known.get(term);
		if (how === undefined) {
			how = bestOf(words.map((clause) => matchOf(clause, 0, term, widened)));
			known.set(term, how);
		}
		return how;
	}
	return (text) => {
		const tokens = wordsOf(text);
		const marks: HitMark[] = [];
		const matched = new Map<string, MatchKind>();
		for (const token of tokens) {
			const how = matchOfWord(token.term);
			if (how === null) continue;
			marks.push([token.start, token.end, how]);
			matched.set(token.term, how);
		}
		for (const phrase of phrases) {
			for (const run of runsOf(phrase, tokens, widened)) {
				marks.push([run[0]?.start ?? 0, run.at(-1)?.end ?? 0, 'exact']);
				for (const token of run) matched.set(token.term, 'exact');
			}
		}
		return { marks: phrases.length > 0 ? withoutOverlap(marks) : marks, matched: Object.fromEntries(matched) };
	};
}

function runsOf(phrase: Clause, tokens: readonly Word[], widened: WidenedWords): Word[][] {
	const length = phrase.terms.length;
	const runs: Word[][] = [];
	for (let at = 0; at + length <= tokens.length; at++) {
		const run = tokens.slice(at, at + length);
		if (run.every((token, position) => matchOf(phrase, position, token.term, widened) !== null)) runs.push(run);
	}
	return runs;
}

function bestOf(kinds: readonly (MatchKind | null)[]): MatchKind | null {
	return matchKinds.find((kind) => kinds.includes(kind)) ?? null;
}

function withoutOverlap(marks: HitMark[]): HitMark[] {
	const kept: HitMark[] = [];
	for (const mark of marks.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
		const last = kept.at(-1);
		if (last && mark[0] < last[1]) last[1] = Math.max(last[1], mark[1]);
		else kept.push([...mark]);
	}
	return kept;
}
