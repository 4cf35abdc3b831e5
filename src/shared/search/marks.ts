import type { Clause } from './clause.ts';
import { matchOf } from './match-of.ts';
import { parseQuery } from './query/query-clauses.ts';
import { type HitMark, type MatchKind, matchKinds, nameSpace, type WidenedWords } from './search-query.ts';
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
	const otherNames = words.flatMap((clause) => namesFor(clause, widened));
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
		const inNames = new Set(otherNames.flatMap((name) => runsOf(name, tokens, widened)).flatMap(({ run }) => run));
		const marks: HitMark[] = [];
		const matched = new Map<string, MatchKind>();
		for (const token of tokens) {
			const how = matchOfWord(token.term) ?? (inNames.has(token) ? 'alias' : null);
			if (how === null) continue;
			marks.push([token.start, token.end, how]);
			matched.set(token.term, how);
		}
		for (const phrase of phrases) {
			for (const { run, hows } of runsOf(phrase, tokens, widened)) {
				marks.push([run[0]?.start ?? 0, run.at(-1)?.end ?? 0, worstOf(hows)]);
				run.forEach((token, at) => {
					matched.set(token.term, hows[at] ?? 'exact');
				});
			}
		}
		return { marks: phrases.length > 0 ? withoutOverlap(marks) : marks, matched: Object.fromEntries(matched) };
	};
}

/** Other names of several words than the one that begins with this word: their words count where they stand together. */
function namesFor({ terms: [asked = ''] }: Clause, widened: WidenedWords): Clause[] {
	const names = Object.keys(widened[asked] ?? {}).map((name) => name.split(nameSpace));
	return names
		.filter(({ length }) => length > 1)
		.map((terms) => {
			const plain = { isExcluded: false, isPrefix: false, isNear: false, isLiteral: false };
			return { terms, words: terms, isPhrase: true, ...plain };
		});
}

/** Words in sequence that answer a phrase, and how each does. */
interface Run {
	run: Word[];
	hows: MatchKind[];
}

function runsOf(phrase: Clause, tokens: readonly Word[], widened: WidenedWords): Run[] {
	const runs: Run[] = [];
	for (let at = 0; at + phrase.terms.length <= tokens.length; at++) {
		const run = runAt(phrase, tokens, at, widened);
		if (run) runs.push(run);
	}
	return runs;
}

function runAt(phrase: Clause, tokens: readonly Word[], start: number, widened: WidenedWords): Run | null {
	const hows: MatchKind[] = [];
	for (let position = 0; position < phrase.terms.length; position++) {
		const how = matchOf(phrase, position, tokens[start + position]?.term ?? '', widened);
		if (how === null) return null;
		hows.push(how);
	}
	return { run: tokens.slice(start, start + hows.length), hows };
}

function worstOf(kinds: readonly MatchKind[]): MatchKind {
	return matchKinds.findLast((kind) => kinds.includes(kind)) ?? 'exact';
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
