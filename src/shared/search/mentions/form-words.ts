import type { Clause } from '../clause.ts';
import { clauseOf, type LeafReading } from '../query/query-clauses.ts';
import type { WordNode } from '../query/query-tree.ts';
import { wordsOf } from '../words.ts';

/** A word of a form as the index is asked for it: its other forms answer it, and what sounds alike while words are few. */
export interface FormWord {
	clause: Clause;
	position: number;
}

/** The words of one form of a name, in their order. */
export interface FormWords {
	/** As they are written. */
	words: readonly string[];
	asked: readonly FormWord[];
	/** Whether what sounds alike answers too. */
	isSounded: boolean;
}

/** Widening costs a millisecond a word in a large archive: of a name with very many forms the first are widened by sound. */
const mostSounded = 24;

/** What the index is asked for to find a name: each form once, those without letters left out. */
export function formsAsked(forms: readonly string[]): FormWords[] {
	const seen = new Set<string>();
	const sounded = new Set<string>();
	return forms.flatMap((form) => {
		const words = wordsOf(form);
		const key = words.map(({ term }) => term).join(' ');
		if (key === '' || seen.has(key)) return [];
		seen.add(key);
		const isSounded = new Set([...sounded, ...words.map(({ term }) => term)]).size <= mostSounded;
		if (isSounded) for (const { term } of words) sounded.add(term);
		const texts = words.map(({ text }) => text);
		return [{ words: texts, asked: isSounded ? eachAlone(texts) : inSequence(texts), isSounded }];
	});
}

export const formReading: LeafReading = { isNear: true, isExcluded: false };

export function wordNode(text: string): WordNode {
	return { type: 'word', text, isPrefix: false, isUnfinished: false, start: 0, end: 0 };
}

function eachAlone(words: readonly string[]): FormWord[] {
	return words.map((word) => ({ clause: clauseOf(wordNode(word), formReading), position: 0 }));
}

function inSequence(words: readonly string[]): FormWord[] {
	const { start, end, isPrefix, isUnfinished } = wordNode('');
	const phrase = { type: 'phrase' as const, words: [...words], isLiteral: false, start, end, isPrefix, isUnfinished };
	const clause = clauseOf(phrase, formReading);
	return words.map((_, position) => ({ clause, position }));
}
