import { fold } from '../text/fold.ts';
import { type Token, tokenise } from '../text/tokenise.ts';

export interface Word extends Token {
	/** The form it is indexed by. */
	term: string;
}

/** The words of a text with the terms they are indexed by; what folds to nothing is no word. */
export function wordsOf(text: string): Word[] {
	return tokenise(text)
		.map((token) => ({ ...token, term: fold(token.text) }))
		.filter((token) => token.term !== '');
}
