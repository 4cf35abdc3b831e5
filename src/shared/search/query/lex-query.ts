import { fold } from '../../text/fold.ts';
import { lineEndHyphens, type Token, tokenise } from '../../text/tokenise.ts';
import { type QueryField, type QuerySpan, queryFields } from './query-tree.ts';

export interface LexedWord extends QuerySpan {
	text: string;
	isPrefix: boolean;
}

/** A piece of a query; spans are offsets in the whole of it. */
export type Lexeme = QuerySpan &
	(
		| { type: 'words'; words: LexedWord[] }
		| { type: 'phrase'; words: LexedWord[]; isLiteral: boolean; isClosed: boolean }
		| { type: 'field'; field: QueryField; value: string; isPrefix: boolean; isClosed: boolean }
		| { type: 'unknown-field'; name: string }
		| { type: 'operator'; operator: 'AND' | 'OR' | 'NOT' }
		| { type: 'near'; distance: number | null }
		| { type: 'minus' }
		| { type: 'open' }
		| { type: 'close' }
	);

export const furthestNear = 999;

const opening = '"“”„«';
const closing = '"“”»';
const space = /\s+/y;
const minus = new RegExp(`(?<=^|[\\s(])-(?=[\\p{L}\\p{N}(${opening}])`, 'uy');
const quotedTwice = new RegExp(`[${opening}]{2}(?=\\S)([\\s\\S]*?)([${closing}]{2}|$)`, 'uy');
const quoted = new RegExp(`[${opening}]([^${closing}]*)([${closing}]|$)`, 'uy');
const fieldName = new RegExp(`([a-z]+):(?=([\\p{L}\\p{N}${opening}])?)`, 'uy');
const quotationMarks = new RegExp(`[${opening}${closing}]`, 'gu');
const run = new RegExp(
	`(?:(?<=[\\p{L}\\p{M}])[${lineEndHyphens}]\\r?\\n[ \\t]*(?=[\\p{Ll}\\p{Lo}])|[^\\s\\(\\)])+`,
	'vy',
);
const near = /^NEAR(?:\/(.*))?$/s;
const operators = ['AND', 'OR', 'NOT'] as const;

/**
 * The pieces of a query, without what has no word in it. A quotation mark opens only before a word, as a minus does;
 * names of fields are in small letters with their value right after the colon, so that `Date: 5 May` is three words.
 */
export function lexQuery(text: string): Lexeme[] {
	const lexemes: Lexeme[] = [];
	let at = 0;
	while (at < text.length) {
		const blank = matchAt(space, text, at);
		const [lexeme, end] = blank ? [null, at + blank[0].length] : lexemeAt(text, at);
		if (lexeme) lexemes.push(lexeme);
		at = end;
	}
	return lexemes;
}

type Lexed = [lexeme: Lexeme | null, end: number];

function lexemeAt(text: string, start: number): Lexed {
	const character = text.charAt(start);
	const end = start + 1;
	if (character === '(') return [{ type: 'open', start, end }, end];
	if (character === ')') return [{ type: 'close', start, end }, end];
	if (matchAt(minus, text, start)) return [{ type: 'minus', start, end }, end];
	return phraseAt(text, start) ?? fieldAt(text, start) ?? runAt(text, start);
}

function phraseAt(text: string, start: number): Lexed | null {
	const found = quotedAt(text, start);
	if (!found) return null;
	const { end, content, isLiteral, isClosed } = found;
	const words = wordsIn(content, found.contentStart);
	return [words.length === 0 ? null : { type: 'phrase', start, end, words, isLiteral, isClosed }, end];
}

function quotedAt(text: string, start: number) {
	const twice = matchAt(quotedTwice, text, start);
	const once = twice ? null : matchAt(quoted, text, start);
	const [whole, content = '', end = ''] = twice ?? once ?? [];
	if (whole === undefined) return null;
	const isLiteral = twice !== null;
	return {
		end: start + whole.length,
		content,
		contentStart: start + (isLiteral ? 2 : 1),
		isLiteral,
		isClosed: end !== '',
	};
}

function fieldAt(text: string, start: number): Lexed | null {
	const found = matchAt(fieldName, text, start);
	if (!found) return null;
	const [whole, name = '', following] = found;
	const at = start + whole.length;
	const field = queryFields.find((known) => known === name);
	if (!field) {
		if (following === undefined) return null;
		const end = at + (matchAt(run, text, at)?.[0].length ?? 0);
		return [{ type: 'unknown-field', start, end, name }, end];
	}
	const quote = quotedAt(text, at);
	const end = quote ? quote.end : at + (matchAt(run, text, at)?.[0].length ?? 0);
	const raw = quote ? quote.content : text.slice(at, end);
	const written = raw.replace(quotationMarks, '').trim();
	const value = written.replace(/[\s*]+$/, '');
	const isPrefix = value !== '' && written.endsWith('*');
	return [{ type: 'field', start, end, field, value, isPrefix, isClosed: quote?.isClosed ?? true }, end];
}

function runAt(text: string, start: number): Lexed {
	const [whole = text.charAt(start)] = matchAt(run, text, start) ?? [];
	const end = start + whole.length;
	const operator = operators.find((known) => known === whole);
	if (operator) return [{ type: 'operator', start, end, operator }, end];
	const distance = near.exec(whole);
	if (distance) return [{ type: 'near', start, end, distance: distanceOf(distance[1]) }, end];
	const words = wordsIn(whole, start);
	return [words.length === 0 ? null : { type: 'words', start, end, words }, end];
}

function distanceOf(digits = ''): number | null {
	const distance = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
	return distance >= 1 && distance <= furthestNear ? distance : null;
}

function wordsIn(content: string, offset: number): LexedWord[] {
	return tokenise(content)
		.filter((token) => fold(token.text) !== '')
		.map((token) => ({
			text: withoutOperators(token),
			start: token.start + offset,
			end: token.end + offset,
			isPrefix: content.charAt(token.end) === '*',
		}));
}

/** `AND,` is a word: written by itself it must not become an operator. */
function withoutOperators({ text }: Token): string {
	return near.test(text) || operators.some((operator) => operator === text) ? text.toLowerCase() : text;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}
