import type { Element, Root, RootContent } from 'hast';
import { isElement } from './html-elements.ts';

const tokens: readonly string[] = ['mi', 'mn', 'mo', 'ms', 'mtext'];
/** What stands before the second and third child. */
const signs: Readonly<Record<string, readonly string[]>> = {
	mfrac: ['/'],
	msup: ['^'],
	msub: ['_'],
	msubsup: ['_', '^'],
	munder: ['_'],
	mover: ['^'],
	munderover: ['_', '^'],
};
/** Deeper than any formula. */
const deepest = 64;

/** Formulas (MathML) of a tree become text in a line, as they are typed: a/b, a^2, √(a). */
export function typeFormulas(page: Root): void {
	const waiting: (Root | RootContent)[] = [page];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!('children' in node)) continue;
		node.children.forEach((child, at) => {
			if (!isElement(child, 'math')) return;
			(node.children as RootContent[])[at] = { type: 'text', value: lineOf(child, 0) };
		});
		for (const child of node.children) waiting.push(child);
	}
}

function lineOf(element: Element, depth: number): string {
	if (depth > deepest) return '';
	if (tokens.includes(element.tagName)) {
		const text = element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
		return text.replaceAll(/\s+/g, ' ').trim();
	}
	// The same once more, for programs.
	if (element.tagName === 'annotation' || element.tagName === 'annotation-xml') return '';
	const parts = element.children.filter((child) => isElement(child)).map((child) => lineOf(child, depth + 1));
	if (element.tagName === 'msqrt') return `√(${parts.join('')})`;
	if (element.tagName === 'mroot') return `√(${parts[0] ?? ''})`;
	const between = signs[element.tagName] ?? [];
	return parts.map((part, at) => (at > 0 && part !== '' ? (between[at - 1] ?? '') : '') + part).join('');
}
