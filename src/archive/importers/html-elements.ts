import type { Element, Root, RootContent } from 'hast';
import type { MarkKind } from '#shared/domain/block.ts';

/** Marks that an element lays on its text. */
export const markOf: Readonly<Record<string, MarkKind>> = {
	em: 'emphasis',
	i: 'emphasis',
	cite: 'emphasis',
	dfn: 'emphasis',
	var: 'emphasis',
	b: 'strong',
	strong: 'strong',
	sup: 'superscript',
	sub: 'subscript',
	u: 'underline',
	ins: 'underline',
	s: 'strike',
	strike: 'strike',
	del: 'strike',
	code: 'code',
	kbd: 'code',
	samp: 'code',
	tt: 'code',
};

const blockLevel = new Set(
	'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
		' ',
	),
);

export function isBlockLevel({ tagName }: Element): boolean {
	return blockLevel.has(tagName);
}

/** A footnote or endnote, said in the roles of digital publishing (DPUB-ARIA). */
export function isNote({ properties }: Element): boolean {
	return properties.role === 'doc-footnote' || properties.role === 'doc-endnote';
}

export function isElement(node: RootContent | Root, ...names: string[]): node is Element {
	return node.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** The first element of that name in document order. Walks with a list of its own: the tree can be deep. */
export function findElement(root: Root | Element, name: string): Element | null {
	const waiting: (RootContent | Root)[] = [root];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (isElement(node, name)) return node;
		if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
	}
	return null;
}

/** All text under a node, white space collapsed. */
export function textOf(root: Root | Element): string {
	const waiting: (RootContent | Root)[] = [root];
	const parts: string[] = [];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.type === 'text') parts.push(node.value);
		if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child);
	}
	return parts.join('').replaceAll(/\s+/g, ' ').trim();
}

/** The language an element declares, if it is a well-formed tag. */
export function languageOf({ properties }: Element): string | null {
	const declared = properties.lang ?? properties.xmlLang;
	return typeof declared === 'string' ? wellFormedLanguage(declared) : null;
}

/** A language tag in its canonical form; null for what is none. */
export function wellFormedLanguage(tag: string): string | null {
	try {
		return Intl.getCanonicalLocales(tag.trim())[0] ?? null;
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}

/** A whole number from an attribute, or the fallback. */
export function numberOf(element: Element, property: string, fallback: number): number {
	const number = Number.parseInt(String(element.properties[property] ?? ''), 10);
	return Number.isSafeInteger(number) ? number : fallback;
}
