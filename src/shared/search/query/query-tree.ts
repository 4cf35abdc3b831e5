export const queryFields = ['kind', 'lang', 'date', 'by', 'tag', 'in', 'holding'] as const;
export type QueryField = (typeof queryFields)[number];

/** UTF-16 offsets in the text of the query; `end` is the first unit after it. */
export interface QuerySpan {
	start: number;
	end: number;
}

interface Leaf extends QuerySpan {
	/** Whether it ends with a `*`: it stands for everything that begins with it. */
	isPrefix: boolean;
	/** Whether the query ends within it, so that it may still be being typed. */
	isUnfinished: boolean;
}

/** One word, which its other forms answer too. */
export interface WordNode extends Leaf {
	type: 'word';
	/** As typed, without elision and suffix; never one of the operators. */
	text: string;
}

/** Words in sequence. */
export interface PhraseNode extends Leaf {
	type: 'phrase';
	words: string[];
	/** Quoted twice: no other forms of the words. */
	isLiteral: boolean;
}

/** A property that the text, or its record, must have. */
export interface FieldNode extends Leaf {
	type: 'field';
	field: QueryField;
	value: string;
}

export interface NotNode extends QuerySpan {
	type: 'not';
	child: QueryNode;
}

/** At least two children, none of which is of the same type. */
export interface AndNode extends QuerySpan {
	type: 'and';
	children: QueryNode[];
	/** Whether AND was written: then nobody means *any of the words*. */
	isExplicit: boolean;
}

export interface OrNode extends QuerySpan {
	type: 'or';
	children: QueryNode[];
}

/** What stands on a side of NEAR: a word, a phrase, or any of several of these. */
export type NearOperand = WordNode | PhraseNode | (Omit<OrNode, 'children'> & { children: NearOperand[] });

/** Each operand at most so many words from the one before it, in either order; 1 is next to it. */
export interface NearNode extends QuerySpan {
	type: 'near';
	/** At least two. */
	operands: NearOperand[];
	/** One fewer than operands. */
	distances: number[];
}

export type QueryNode = WordNode | PhraseNode | FieldNode | NotNode | AndNode | OrNode | NearNode;

/** Each has a sentence `query.error.<code>` in the catalogue. */
export type QueryProblemCode =
	| 'unclosed-quote'
	| 'unclosed-parenthesis'
	| 'unopened-parenthesis'
	| 'empty-parentheses'
	| 'missing-operand'
	| 'unknown-field'
	| 'missing-value'
	| 'bad-date'
	| 'bad-language'
	| 'bad-choice'
	| 'near-number'
	| 'near-operand'
	| 'too-deep'
	| 'too-long';

export interface QueryProblem {
	code: QueryProblemCode;
	/** UTF-16 offset in the query, and how many units of it are meant; at least one. */
	start: number;
	length: number;
	/** What the sentence names: `operator`, `field`, `value`, `choices`, `most`. */
	detail: Readonly<Record<string, string | number>>;
	/** A fault ends the reading: what stands before it is searched. After a hint all the rest is read. */
	severity: 'hint' | 'fault';
	/** Whether the query ends with it, so that what is missing may be about to be typed. */
	isAtEnd: boolean;
}

/** A query that was read; `tree` is null where it asks for nothing. Hints first, in order, then the fault, if any. */
export interface ReadQuery {
	text: string;
	tree: QueryNode | null;
	problems: QueryProblem[];
}
