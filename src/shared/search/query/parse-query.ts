import { problemOfValue } from './field-values.ts';
import { furthestNear, type Lexeme, lexQuery } from './lex-query.ts';
import { endsAnd, isOperator, startsNot, startsOperand, unopenedOf, upToWords } from './lexeme-roles.ts';
import {
	type NearOperand,
	type QueryNode,
	type QueryProblem,
	type QueryProblemCode,
	type QuerySpan,
	queryFields,
	type ReadQuery,
} from './query-tree.ts';

/** A pasted page is not a query: words beyond this many are left out. */
const mostWords = 64;
const deepest = 32;

/**
 * Reads a query. Whatever the text, there is an answer: at a fault reading ends, and the tree is what stands before it.
 * What is not closed counts as closed at the end, since it may still be being typed. NEAR binds before NOT, NOT before
 * AND, AND (written or not) before OR.
 */
export function readQuery(text: string): ReadQuery {
	const all = lexQuery(text);
	const unopened = unopenedOf(all);
	const lexemes = all.filter((lexeme) => !unopened.has(lexeme));
	const kept = upToWords(lexemes, mostWords);
	const cut = lexemes[kept.length];
	const { tree, problems: found } = parse(text, kept);
	// What was cut off may have closed it.
	const problems = found.filter(({ code }) => !cut || code !== 'unclosed-parenthesis');
	const read = problems.find(({ severity }) => severity === 'fault')?.start ?? cut?.start ?? text.length;
	for (const lexeme of unopened) {
		if (lexeme.start < read) problems.push(problemAt(text, 'unopened-parenthesis', lexeme, {}, 'hint'));
	}
	if (cut)
		problems.push(problemAt(text, 'too-long', { start: cut.start, end: text.length }, { most: mostWords }, 'hint'));
	return { text, tree, problems: problems.sort(inOrder) };
}

function inOrder(one: QueryProblem, other: QueryProblem): number {
	return Number(one.severity === 'fault') - Number(other.severity === 'fault') || one.start - other.start;
}

function problemAt(
	text: string,
	code: QueryProblemCode,
	{ start, end }: QuerySpan,
	detail: QueryProblem['detail'],
	severity: QueryProblem['severity'],
): QueryProblem {
	const isAtEnd = text.slice(end).trim() === '';
	return { code, start, length: Math.max(1, end - start), detail, severity, isAtEnd };
}

function parse(text: string, lexemes: readonly Lexeme[]): Pick<ReadQuery, 'tree' | 'problems'> {
	const problems: QueryProblem[] = [];
	let at = 0;
	let depth = 0;
	let isEnded = false;

	const peek = (): Lexeme | undefined => (isEnded ? undefined : lexemes[at]);

	function hint(code: QueryProblemCode, span: QuerySpan): void {
		problems.push(problemAt(text, code, span, {}, 'hint'));
	}
	function fault(code: QueryProblemCode, span: QuerySpan, detail: QueryProblem['detail'] = {}): null {
		if (!isEnded) problems.push(problemAt(text, code, span, detail, 'fault'));
		isEnded = true;
		return null;
	}
	function missingOperand(lexeme: Lexeme): null {
		return fault('missing-operand', lexeme, { operator: text.slice(lexeme.start, lexeme.end) });
	}

	function or(): QueryNode | null {
		const children = [and()];
		for (let next = peek(); isOperator(next, 'OR'); next = peek()) {
			at += 1;
			if (!startsOperand(peek())) missingOperand(next);
			else children.push(and());
		}
		return join('or', children, false);
	}

	function and(): QueryNode | null {
		const children: (QueryNode | null)[] = [];
		let isExplicit = false;
		for (let next = peek(); next && !endsAnd(next); next = peek()) {
			const isWritten = isOperator(next, 'AND') && children.length > 0;
			if (isWritten) {
				isExplicit = true;
				at += 1;
			}
			if (startsOperand(peek())) children.push(not());
			else missingOperand(next);
		}
		const next = peek();
		if (children.length === 0 && isOperator(next, 'OR')) missingOperand(next);
		return join('and', children, isExplicit);
	}

	function not(): QueryNode | null {
		const operator = peek();
		if (!operator || !(operator.type === 'minus' || isOperator(operator, 'NOT'))) return near(false);
		at += 1;
		if (!startsOperand(peek())) return missingOperand(operator);
		const child = nested(operator, () => (startsNot(peek()) ? not() : near(true)));
		return child && { type: 'not', start: operator.start, end: child.end, child };
	}

	/** @param isOneThing words without white space between them are a sequence: `-so-called` leaves out the two together */
	function near(isOneThing: boolean): QueryNode | null {
		const first = operand(isOneThing || lexemes[at + 1]?.type === 'near');
		let next = peek();
		if (!first || next?.type !== 'near') return first;
		if (!isNearOperand(first)) {
			fault('near-operand', first);
			return first;
		}
		const operands: [NearOperand, ...NearOperand[]] = [first];
		const distances: number[] = [];
		for (; next?.type === 'near'; next = peek()) {
			at += 1;
			const other = operandOf(next);
			if (!other) break;
			operands.push(other);
			distances.push(next.distance ?? 1);
		}
		const end = operands.at(-1)?.end ?? first.end;
		return operands.length === 1 ? first : { type: 'near', start: first.start, end, operands, distances };
	}

	/** What follows a NEAR; null with a fault where that cannot be. */
	function operandOf(operator: Extract<Lexeme, { type: 'near' }>): NearOperand | null {
		const next = peek();
		if (operator.distance === null) return fault('near-number', operator, { most: furthestNear });
		if (!next || !startsOperand(next)) return missingOperand(operator);
		const node = startsNot(next) ? null : operand(true);
		if (!node && isEnded) return null;
		return node && isNearOperand(node) ? node : fault('near-operand', node ?? next);
	}

	function operand(isOneThing: boolean): QueryNode | null {
		const lexeme = peek();
		if (!lexeme) return null;
		at += 1;
		const { start, end } = lexeme;
		switch (lexeme.type) {
			case 'words': {
				if (isOneThing && lexeme.words.length > 1) return phrase(lexeme, false);
				const words = lexeme.words.map((word): QueryNode => {
					return { type: 'word', ...word, isUnfinished: word.end === text.length };
				});
				return join('and', words, false);
			}
			case 'phrase':
				if (!lexeme.isClosed) hint('unclosed-quote', lexeme);
				return phrase(lexeme, lexeme.isLiteral);
			case 'field': {
				if (!lexeme.isClosed && lexeme.value !== '') hint('unclosed-quote', lexeme);
				const { field, value, isPrefix } = lexeme;
				const isUnfinished = end === text.length;
				const node: QueryNode = { type: 'field', start, end, field, value, isPrefix, isUnfinished };
				const problem = problemOfValue(node);
				return problem ? fault(problem.code, lexeme, problem.detail) : node;
			}
			case 'open':
				return group(lexeme);
			case 'unknown-field':
				return fault('unknown-field', lexeme, {
					field: lexeme.name,
					choices: queryFields.map((known) => `${known}:`).join(', '),
				});
			default:
				return missingOperand(lexeme);
		}
	}

	function phrase(lexeme: Extract<Lexeme, { words: unknown }>, isLiteral: boolean): QueryNode {
		const { start, end, words } = lexeme;
		const last = words.at(-1);
		return {
			...{ type: 'phrase', start, end, words: words.map((word) => word.text), isLiteral },
			...{ isPrefix: last?.isPrefix ?? false, isUnfinished: last?.end === text.length },
		};
	}

	function group(open: Lexeme): QueryNode | null {
		const next = peek();
		if (next?.type === 'close') return fault('empty-parentheses', { start: open.start, end: next.end });
		const inner = next ? nested(open, or) : null;
		if (isEnded) return inner;
		const close = peek();
		if (close?.type === 'close') at += 1;
		else hint('unclosed-parenthesis', open);
		return inner && { ...inner, start: open.start, end: close?.end ?? inner.end };
	}

	function nested(span: QuerySpan, read: () => QueryNode | null): QueryNode | null {
		if (depth >= deepest) return fault('too-deep', span);
		depth += 1;
		const node = read();
		depth -= 1;
		return node;
	}
	return { tree: or(), problems };
}

function isNearOperand(node: QueryNode): node is QueryNode & NearOperand {
	return node.type === 'word' || node.type === 'phrase' || (node.type === 'or' && node.children.every(isNearOperand));
}

/** One node of those that are there, with the children of the same type taken in. */
function join(type: 'and' | 'or', parts: readonly (QueryNode | null)[], isExplicit: boolean): QueryNode | null {
	const there = parts.filter((part) => part !== null);
	const [first, last] = [there[0], there.at(-1)];
	if (!first || !last || there.length === 1) return first ?? null;
	const children = there.flatMap((part) => (part.type === type ? part.children : [part]));
	const span = { start: first.start, end: last.end };
	if (type === 'or') return { type, ...span, children };
	return { type, ...span, children, isExplicit: isExplicit || there.some((part) => isWritten(part)) };
}

function isWritten(node: QueryNode): boolean {
	return node.type === 'and' && node.isExplicit;
}
