import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokenise.ts';

/** One thing that a text must, or must not, contain: a word, or words in sequence. */
export interface Clause {
	/** Folded; more than one only in a phrase. */
	terms: string[];
	isPhrase: boolean;
	isExcluded: boolean;
	/** Whether the last term stands for every word that begins with it. */
	isPrefix: boolean;
	/** Whether near spellings answer too. */
	isNear: boolean;
}

/** A pasted page is not a query: words beyond this many are left out. */
export const mostClauses = 64;
// Near spelling of every word of a long sentence finds everything, slowly.
const mostNearClauses = 12;

const special = /(?<=^|\s)(?:(-?)["“”„«]([^"“”»]*)(["“”»]|$)|-(?=[\p{L}\p{N}])(\S+))/gu;

/**
 * Reads a query as typed: every word counts; "words in quotes" (of any kind, closed or not) stand in sequence;
 * -word excludes. The last word is a prefix as long as nothing follows it, since it may still be being typed.
 */
export function parseQuery(text: string, near = true): Clause[] {
	const clauses: Clause[] = [];
	let end = 0;
	for (const match of text.matchAll(special)) {
		const [whole, minus, quoted = '', quote, excluded] = match;
		clauses.push(...wordClauses(text.slice(end, match.index), false));
		end = match.index + whole.length;
		if (excluded !== undefined) clauses.push(...phraseClause(excluded, true, false));
		else clauses.push(...phraseClause(quoted, minus === '-', quote === ''));
	}
	clauses.push(...wordClauses(text.slice(end), true));
	const kept = [...new Map(clauses.map((clause) => [keyOf(clause), clause])).values()].slice(0, mostClauses);
	const isNear = near && kept.length <= mostNearClauses;
	return kept.map((clause) => ({ ...clause, isNear: isNear && clause.isNear }));
}

function wordClauses(plain: string, isLast: boolean): Clause[] {
	return tokenise(plain).flatMap(({ text, end }) => {
		const term = fold(text);
		if (term === '') return [];
		const isPrefix = isLast && end === plain.length;
		return [{ terms: [term], isPhrase: false, isExcluded: false, isPrefix, isNear: true }];
	});
}

function phraseClause(quoted: string, isExcluded: boolean, isTyping: boolean): Clause[] {
	const tokens = tokenise(quoted);
	const terms = tokens.map((token) => fold(token.text)).filter((term) => term !== '');
	if (terms.length === 0) return [];
	const isPrefix = isTyping && tokens.at(-1)?.end === quoted.length;
	return [{ terms, isPhrase: terms.length > 1, isExcluded, isPrefix, isNear: false }];
}

function keyOf({ terms, isExcluded }: Clause): string {
	return `${isExcluded ? '-' : ''}${terms.join(' ')}`;
}
