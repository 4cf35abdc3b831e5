import type { Lexeme } from './lex-query.ts';

/** What a piece of a query may be to its neighbours. */
export function isOperator(
	lexeme: Lexeme | undefined,
	operator: 'AND' | 'OR' | 'NOT',
): lexeme is Extract<Lexeme, { type: 'operator' }> {
	return lexeme?.type === 'operator' && lexeme.operator === operator;
}

export function startsNot(lexeme: Lexeme | undefined): boolean {
	return lexeme?.type === 'minus' || isOperator(lexeme, 'NOT');
}

export function startsOperand(lexeme: Lexeme | undefined): boolean {
	if (!lexeme || lexeme.type === 'close' || lexeme.type === 'near') return false;
	return lexeme.type !== 'operator' || lexeme.operator === 'NOT';
}

export function endsAnd(lexeme: Lexeme): boolean {
	return lexeme.type === 'close' || isOperator(lexeme, 'OR');
}

/** The pieces up to so many words, cut after something that may end a query. */
export function upToWords(lexemes: readonly Lexeme[], mostWords: number): Lexeme[] {
	let words = 0;
	const end = lexemes.findIndex((lexeme) => {
		words += 'words' in lexeme ? lexeme.words.length : Number(lexeme.type === 'field');
		return words > mostWords;
	});
	if (end < 0) return [...lexemes];
	const kept = lexemes.slice(0, end);
	while (kept.length > 0 && ['operator', 'near', 'minus', 'open'].includes(kept.at(-1)?.type ?? '')) kept.pop();
	return kept;
}

/** Parentheses that close what was never opened: `a)` is how people number things. */
export function unopenedOf(lexemes: readonly Lexeme[]): Set<Lexeme> {
	const unopened = new Set<Lexeme>();
	let depth = 0;
	for (const lexeme of lexemes) {
		if (lexeme.type === 'open') depth += 1;
		if (lexeme.type === 'close' && depth === 0) unopened.add(lexeme);
		else if (lexeme.type === 'close') depth -= 1;
	}
	return unopened;
}
