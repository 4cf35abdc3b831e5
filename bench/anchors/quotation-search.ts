import search from 'approx-string-match';
import type { Span } from '#shared/text/anchor/text-stream.ts';

export interface Quotation {
	exact: string;
	prefix: string;
	suffix: string;
	/** Where it was. */
	hint: number;
}

/** Where annotators that know only a quotation look for it: the measure to be better than. Null when nothing is found. */
export function searchQuotation(text: string, quotation: Quotation): Span | null {
	const found = matches(text, quotation.exact);
	const scored = found.map((match) => ({ match, score: score(text, match, quotation) }));
	scored.sort((a, b) => b.score - a.score);
	return scored[0]?.match ?? null;
}

type Match = Span & { errors: number };

function matches(text: string, exact: string): Match[] {
	const found: Match[] = [];
	for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
		found.push({ start: at, end: at + exact.length, errors: 0 });
	}
	return found.length > 0 ? found : search(text, exact, Math.min(256, exact.length / 2));
}

/** Quotation, context before and behind, and distance from where it was weigh 50 to 20 to 20 to 2. */
function score(text: string, match: Match, { exact, prefix, suffix, hint }: Quotation): number {
	const before = text.slice(Math.max(0, match.start - prefix.length), match.start);
	const behind = text.slice(match.end, match.end + suffix.length);
	const near = 1 - Math.abs(match.start - hint) / text.length;
	const quote = 1 - match.errors / exact.length;
	return (50 * quote + 20 * likeness(before, prefix) + 20 * likeness(behind, suffix) + 2 * near) / 92;
}

function likeness(text: string, words: string): number {
	if (words === '' || text === '') return 0;
	const [best] = search(text, words, words.length);
	return best ? 1 - best.errors / words.length : 0;
}
