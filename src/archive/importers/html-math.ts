import type { Element, ElementContent, Root, RootContent } from 'hast';
import { FormulaLine, nothing, type Typed, token } from './formula-line.ts';
import { isElement } from './html-elements.ts';

const tokens: readonly string[] = ['mi', 'mn', 'mo', 'ms', 'mtext'];
/** The same once more, for programs, and what is no text. */
const leftOut: readonly string[] = ['annotation', 'annotation-xml', 'script', 'style', 'template'];
/** Deeper than any formula; what is in it keeps its words. */
const deepest = 64;

const names: readonly string[] = tokens.filter((name) => name !== 'mo');

const line = new FormulaLine();

/** Formulas (MathML) of a tree become text in a line, as they are typed: a/b, a^2, √(a). */
export function typeFormulas(page: Root): void {
	const waiting: (Root | RootContent)[] = [page];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!('children' in node)) continue;
		node.children.forEach((child, at) => {
			if (!isElement(child, 'math')) return;
			(node.children as RootContent[])[at] = { type: 'text', value: typed(child, 0).written };
		});
		for (const child of node.children) waiting.push(child);
	}
}

function typed(node: ElementContent, depth: number): Typed {
	if (node.type === 'text') return words(trimmed(node.value) && node.value.replaceAll(/\s+/g, ' '));
	if (node.type !== 'element' || leftOut.includes(node.tagName)) return nothing;
	if (depth > deepest) return words(wordsIn(node));
	if (node.tagName === 'mo') return words(visible(wordsIn(node)));
	if (names.includes(node.tagName)) return nameOf(wordsIn(node));
	const parts = node.children.map((child) => typed(child, depth + 1));
	const structure = structures.get(node.tagName);
	if (!structure) return line.row(parts);
	// Between the parts of a structure only white space stands.
	const operands = parts.filter((_, at) => isOperand(node.children[at]));
	const stray = parts.filter(({ first }, at) => first !== '' && node.children[at]?.type === 'text');
	return line.row([structure(operands, node), ...stray]);
}

const built: Readonly<Record<string, (parts: readonly Typed[], element: Element) => Typed>> = {
	mfrac: ([above = nothing, below = nothing, ...rest], element) => {
		const hasBar = !/^0(?:\D|$)/.test(property(element, 'linethickness') ?? '');
		return line.row([line.fraction(above, below, hasBar ? '/' : '¦'), ...rest]);
	},
	msup: ([base = nothing, above = nothing, ...rest]) => line.row([line.scripted(base, nothing, above), ...rest]),
	mover: ([base = nothing, above = nothing, ...rest]) => line.row([line.scripted(base, nothing, above), ...rest]),
	msub: ([base = nothing, below = nothing, ...rest]) => line.row([line.scripted(base, below, nothing), ...rest]),
	munder: ([base = nothing, below = nothing, ...rest]) => line.row([line.scripted(base, below, nothing), ...rest]),
	msubsup: ([base = nothing, below = nothing, above = nothing, ...rest]) =>
		line.row([line.scripted(base, below, above), ...rest]),
	munderover: ([base = nothing, below = nothing, above = nothing, ...rest]) =>
		line.row([line.scripted(base, below, above), ...rest]),
	msqrt: (parts) => line.root(nothing, line.row(parts)),
	mroot: ([radicand = nothing, degree = nothing, ...rest]) => line.row([line.root(degree, radicand), ...rest]),
	mfenced: (parts, element) => {
		const fences = [property(element, 'open') ?? '(', property(element, 'close') ?? ')'] as const;
		const separators = (property(element, 'separators') ?? ',').replaceAll(/\s/g, '');
		return line.fenced(parts, fences, [...separators]);
	},
	mmultiscripts: ([base = nothing, ...scripts], element) => {
		const at = operandsOf(element).findIndex(({ tagName }) => tagName === 'mprescripts') - 1;
		const [after, before] = at < 0 ? [scripts, []] : [scripts.slice(0, at), scripts.slice(at + 1)];
		return line.row([atFootAndHead(nothing, before), atFootAndHead(base, after)]);
	},
	mtable: (rows) => line.table(rows.map((row) => [row])),
	mtr: (cells) => line.table([cells]),
	mlabeledtr: (cells) => line.table([cells]),
};

// Names of elements are not those of what every object has.
const structures = new Map(Object.entries(built));

/** Scripts in pairs: one below, one above. */
function atFootAndHead(base: Typed, scripts: readonly Typed[]): Typed {
	if (scripts.length === 0) return base;
	const [below, above] = [0, 1].map((which) => line.row(scripts.filter((_, at) => at % 2 === which)));
	return line.scripted(base, below as Typed, above as Typed);
}

function operandsOf(element: Element): Element[] {
	return element.children.filter(isOperand);
}

function isOperand(node: ElementContent | undefined): node is Element {
	return node?.type === 'element' && !leftOut.includes(node.tagName);
}

function words(text: string): Typed {
	return text === '' ? nothing : token(text, text);
}

/** The name, number or words of one element, which are one thing unless signs or spaces are in them. */
function nameOf(text: string): Typed {
	return text === '' ? nothing : token(text, text, text.length < 40 && /^(?:[\p{L}\p{M}\p{N}.,]+|.)$/u.test(text));
}

/** Signs that are not seen say what stands beside each other: a function and what it is of, factors, or indices. */
function visible(operator: string): string {
	return operator
		.replaceAll(/[\u2061\u2064]/g, ' ')
		.replaceAll('\u2062', '')
		.replaceAll('\u2063', ',');
}

/** Formulas have spaces that count as characters of their own. */
function trimmed(text: string): string {
	return text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '').replaceAll(/\s+/g, ' ');
}

/** All words in an element, however deep. */
function wordsIn(element: Element): string {
	let text = '';
	const waiting: ElementContent[] = [element];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.type === 'text') text += node.value;
		if (node.type !== 'element' || (node !== element && leftOut.includes(node.tagName))) continue;
		for (const child of node.children.toReversed()) waiting.push(child);
	}
	return trimmed(text);
}

function property(element: Element, name: string): string | undefined {
	const value = element.properties[name];
	return value === undefined || value === null ? undefined : String(value);
}
