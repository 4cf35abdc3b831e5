/** One thing that a text must, or must not, contain: a word, or words in sequence. */
export interface Clause {
	/** Folded; more than one only in a phrase. */
	terms: string[];
	/** The same words as they were typed: what sounds and stems are worked out from. */
	words: string[];
	/** Whether it was quoted; a quoted word too takes other forms of itself, and no near spelling. */
	isPhrase: boolean;
	isExcluded: boolean;
	/** Whether the last term stands for every word that begins with it. */
	isPrefix: boolean;
	/** Whether near spellings answer too. */
	isNear: boolean;
	/** Quoted twice: no other form of the words answers, in whatever script. */
	isLiteral: boolean;
}
